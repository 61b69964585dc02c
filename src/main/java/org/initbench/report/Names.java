package org.initbench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.initbench.analysis.CellSummary;
import org.initbench.init.ScaleKind;
import org.initbench.run.Cause;
import org.initbench.task.LayerDescription;
import org.initbench.task.TaskDescription;
import org.jspecify.annotations.Nullable;

/** What things are called in reports. */
public final class Names {
    private Names() {}

    /** A constant as a word. */
    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** An initializer at a scale: {@code normal, std 0.1}; {@code he-normal, gain 1}; {@code zero}. */
    static String cell(String initializer, ScaleKind kind, @Nullable Double scale) {
        return scale == null ? initializer : initializer + ", " + kind.label() + " " + Numbers.scale(scale);
    }

    /** As {@link #cell(String, ScaleKind, Double)}. */
    static String cell(CellSummary cell) {
        return cell(cell.initializer(), cell.scaleKind(), cell.scale());
    }

    /** How the runs of a cell ended: {@code 7 of 10 converged, 2 diverged, 1 spent the budget (1 saturated)}. */
    static String outcomes(CellSummary cell) {
        List<String> parts = new ArrayList<>();
        parts.add(cell.converged() + " of " + cell.n() + " converged");
        if (cell.diverged() > 0) {
            parts.add(cell.diverged() + " diverged");
        }
        if (cell.censored() > 0) {
            parts.add(cell.censored() + " spent the budget");
        }
        String causes = causes(cell);
        return String.join(", ", parts) + (causes.isEmpty() ? "" : " (" + causes + ")");
    }

    /** The causes that could be shown: {@code 10 symmetric, 2 rounding}; empty if there are none. */
    static String causes(CellSummary cell) {
        List<String> parts = new ArrayList<>();
        for (Map.Entry<Cause, Integer> cause : new TreeMap<>(cell.causes()).entrySet()) {
            if (cause.getKey() != Cause.NONE && cause.getValue() > 0) {
                parts.add(cause.getValue() + " " + word(cause.getKey()));
            }
        }
        return String.join(", ", parts);
    }

    /** The layers between input and output, as {@link Architecture} writes them: {@code 64–32×6–10}. */
    static String architecture(TaskDescription task) {
        return task.layers().isEmpty() ? Numbers.MISSING : new Architecture(task).text();
    }

    /** The activations from input to output without repetition: {@code tanh, softmax}. */
    static String activations(TaskDescription task) {
        return String.join(
                ", ",
                task.layers().stream()
                        .map(LayerDescription::activation)
                        .distinct()
                        .toList());
    }
}
