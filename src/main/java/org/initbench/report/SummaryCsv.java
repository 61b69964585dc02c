package org.initbench.report;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.initbench.analysis.Analysis;
import org.initbench.analysis.CellSummary;
import org.initbench.analysis.CellSummary.LevelSummary;
import org.initbench.analysis.Estimate;
import org.initbench.analysis.RateAnalysis;
import org.initbench.analysis.RatedCell;
import org.initbench.analysis.SymmetryBreaking;
import org.initbench.analysis.TaskAnalysis;
import org.initbench.analysis.TuningGain;
import org.initbench.run.Cause;
import org.initbench.run.RateKind;
import org.jspecify.annotations.Nullable;

/**
 * {@code summary.csv}: one row a cell. Every estimate {@code x} has the columns {@code x}, {@code x_low}, {@code x_high}
 * and {@code x_n}; cells at a task's own learning rate come before those at others, whose {@code ert_ratio} and {@code rating}
 * are against the fastest start at the same rate; {@code ert_to_tuned} is the cell's ERT over that at its tuned rate; what is not known is empty; an infinite limit is {@code Infinity}. Epochs, except for the probability,
 * the ratio and the seconds. Symmetry is of the runs in which hidden units started equal: {@code equal_starts} of them, {@code
 * symmetry_broken} of which came apart.
 */
final class SummaryCsv {
    private static final List<String> COUNTS = List.of(
            "task",
            "initializer",
            "scale_kind",
            "scale",
            "learning_rate_rule",
            "learning_rate",
            "runs",
            "exact",
            "converged",
            "censored",
            "diverged",
            "at_start",
            "causes",
            "rating",
            "restart_cutoff");
    private static final List<String> ESTIMATES = List.of(
            "p_converge",
            "median",
            "lower_quartile",
            "upper_quartile",
            "rmst",
            "ert",
            "ert_diverged_own",
            "restart_ert",
            "ert_ratio",
            "seconds",
            "ert_to_tuned");
    private static final List<String> SYMMETRY = List.of("symmetry_epochs", "symmetry_visible_epochs");

    private SummaryCsv() {}

    /** The whole table, RFC 4180. */
    static String render(Analysis analysis) {
        List<String> levels = levels(analysis);
        StringWriter text = new StringWriter();
        try (CsvWriter csv =
                CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text)) {
            csv.writeRecord(header(levels));
            for (TaskAnalysis task : analysis.tasks()) {
                double rate = task.task().learningRate();
                for (CellSummary cell : task.cells()) {
                    csv.writeRecord(row(task, cell, RateKind.TASK, rate, levels));
                }
                for (RatedCell cell : rated(task)) {
                    csv.writeRecord(row(task, cell.summary(), cell.rule(), cell.learningRate(), levels));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a string cannot fail to be written to", e);
        }
        return text.toString();
    }

    private static List<RatedCell> rated(TaskAnalysis task) {
        RateAnalysis rates = task.rates();
        return rates == null ? List.of() : rates.cells();
    }

    private static List<String> levels(Analysis analysis) {
        Set<String> names = new LinkedHashSet<>();
        for (TaskAnalysis task : analysis.tasks()) {
            names.addAll(task.task().levels());
        }
        return List.copyOf(names);
    }

    private static List<String> header(List<String> levels) {
        List<String> names = new ArrayList<>(COUNTS);
        for (String estimate : ESTIMATES) {
            names.addAll(columns(estimate));
        }
        names.add("equal_starts");
        names.add("symmetry_broken");
        SYMMETRY.forEach(estimate -> names.addAll(columns(estimate)));
        for (String level : levels) {
            names.add("converged_to:" + level);
            names.addAll(columns("median_to:" + level));
        }
        return names;
    }

    private static List<String> columns(String name) {
        return List.of(name, name + "_low", name + "_high", name + "_n");
    }

    private static List<String> row(
            TaskAnalysis task, CellSummary cell, RateKind rule, double rate, List<String> levels) {
        List<String> row = new ArrayList<>(List.of(
                task.task().name(),
                cell.initializer(),
                cell.scaleKind().label(),
                number(cell.scale()),
                rule.label(),
                number(rate),
                Integer.toString(cell.n()),
                Boolean.toString(cell.exact()),
                Integer.toString(cell.converged()),
                Integer.toString(cell.censored()),
                Integer.toString(cell.diverged()),
                Integer.toString(cell.atStart()),
                causes(cell.causes()),
                Names.word(cell.rating()),
                number(cell.restartCutoff())));
        row.addAll(estimate(cell.pConverge()));
        row.addAll(estimate(cell.median()));
        row.addAll(estimate(cell.lowerQuartile()));
        row.addAll(estimate(cell.upperQuartile()));
        row.addAll(estimate(cell.rmst()));
        row.addAll(estimate(cell.ert()));
        row.addAll(estimate(cell.ertDivergedOwn()));
        row.addAll(estimate(cell.restartErt()));
        row.addAll(estimate(cell.ertRatio()));
        row.addAll(estimate(cell.secondsToThreshold()));
        boolean own = rule == RateKind.TASK;
        row.addAll(estimate(own ? gain(task, cell) : null));
        row.addAll(own ? symmetry(task, cell) : noSymmetry());
        levels.forEach(level -> row.addAll(level(cell, level)));
        return row;
    }

    private static @Nullable Estimate gain(TaskAnalysis task, CellSummary cell) {
        RateAnalysis rates = task.rates();
        if (rates != null) {
            for (TuningGain gain : rates.gains()) {
                if (gain.initializer().equals(cell.initializer()) && Objects.equals(gain.scale(), cell.scale())) {
                    return gain.ratio();
                }
            }
        }
        return null;
    }

    private static List<String> noSymmetry() {
        return Collections.nCopies(2 + 4 * SYMMETRY.size(), "");
    }

    private static List<String> symmetry(TaskAnalysis task, CellSummary cell) {
        for (SymmetryBreaking breaking : task.insight().symmetry()) {
            if (breaking.initializer().equals(cell.initializer()) && Objects.equals(breaking.scale(), cell.scale())) {
                List<String> columns = new ArrayList<>();
                columns.add(Integer.toString(breaking.equal()));
                columns.add(Integer.toString(breaking.broken()));
                columns.addAll(estimate(breaking.epochs()));
                columns.addAll(estimate(breaking.visibleEpochs()));
                return columns;
            }
        }
        return noSymmetry();
    }

    private static List<String> level(CellSummary cell, String name) {
        for (LevelSummary level : cell.levels()) {
            if (level.level().equals(name)) {
                List<String> columns = new ArrayList<>();
                columns.add(Integer.toString(level.converged()));
                columns.addAll(estimate(level.median()));
                return columns;
            }
        }
        return List.of("", "", "", "", "");
    }

    private static List<String> estimate(@Nullable Estimate estimate) {
        if (estimate == null) {
            return List.of("", "", "", "");
        }
        return List.of(
                number(estimate.value()),
                number(estimate.low()),
                number(estimate.high()),
                Integer.toString(estimate.n()));
    }

    private static String number(@Nullable Double value) {
        return value == null || value.isNaN() ? "" : value.toString();
    }

    private static String causes(Map<Cause, Integer> causes) {
        return new TreeMap<>(causes)
                .entrySet().stream()
                        .filter(e -> e.getKey() != Cause.NONE && e.getValue() > 0)
                        .map(e -> Names.word(e.getKey()) + "=" + e.getValue())
                        .collect(Collectors.joining(" "));
    }
}
