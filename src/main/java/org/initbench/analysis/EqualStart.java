package org.initbench.analysis;

import java.util.List;
import java.util.Optional;
import org.initbench.init.ScaleKind;
import org.initbench.run.Cause;
import org.initbench.run.Outcome;

/** What became of a start that draws no random numbers and makes all weights equal, in words. */
final class EqualStart {
    private EqualStart() {}

    /** Whether the cell starts with all weights equal. */
    static boolean is(Cell cell) {
        return cell.arm().deterministic()
                && (cell.arm().initializer().equals("zero") || cell.arm().scaleKind() == ScaleKind.VALUE);
    }

    static String name(Cell cell) {
        return cell.arm().initializer().equals("zero") || cell.scale() == 0
                ? "starting with all weights zero"
                : "starting with all weights " + (Double.isNaN(cell.scale()) ? "equal" : Words.number(cell.scale()));
    }

    /** One sentence or two; none for another kind of start. */
    static Optional<String> sentence(Cell cell, CellSummary summary) {
        if (!is(cell)) {
            return Optional.empty();
        }
        int n = cell.runs().size();
        int converged = summary.converged();
        if (converged == 0) {
            return Optional.of(Words.capitalized(name(cell)) + " never reached the threshold ("
                    + Words.count(n, "run") + (summary.exact() ? ", always the same result" : "") + "): "
                    + reason(cell) + ".");
        }
        String reached = Words.capitalized(name(cell))
                + (summary.exact()
                        ? " reached the threshold"
                        : " reached the threshold in " + converged + " of " + n + " runs");
        return Optional.of(reached + compared(summary) + ": " + why(cell) + ".");
    }

    private static String compared(CellSummary summary) {
        Double value = summary.ertRatio().value();
        Double low = summary.ertRatio().low();
        Double high = summary.ertRatio().high();
        if (value == null || low == null || high == null) {
            return "";
        }
        if (low == 1 && high == 1 && value == 1) {
            return " and was the best start of all";
        }
        return ", with " + Words.times(new Limits(value, low, high)) + " as the best start";
    }

    private static String why(Cell cell) {
        int rounding = count(cell, Cause.ROUNDING, true);
        int symmetric = count(cell, Cause.SYMMETRIC, true);
        if (cell.task().hiddenLayers() == 0) {
            return "it is harmless here, because this network has no hidden layer, so that there are no interchangeable"
                    + " units to tell apart (the loss is convex, and each weight gets its own gradient from the data)";
        }
        if (rounding > 0) {
            return "in " + Words.count(rounding, "run")
                    + " rounding errors alone set apart hidden units that had started equal";
        }
        if (symmetric > 0) {
            return "in " + Words.count(symmetric, "run")
                    + " the units of a hidden layer stayed equal throughout, so this task can do with one";
        }
        return "how its hidden units came apart was not recorded";
    }

    private static String reason(Cell cell) {
        int most = 0;
        Cause main = Cause.NONE;
        for (Cause cause : Cause.values()) {
            int count = count(cell, cause, false);
            if (cause != Cause.NONE && count > most) {
                most = count;
                main = cause;
            }
        }
        return explanation(main)
                + (most > 0 && most < cell.runs().size() ? " (shown in " + Words.count(most, "run") + ")" : "");
    }

    private static String explanation(Cause cause) {
        return switch (cause) {
            case SYMMETRIC ->
                "the units of a hidden layer started equal, got equal gradients and stayed equal, so that all"
                        + " of them together can do no more than one";
            case ROUNDING ->
                "rounding errors did set apart hidden units that had started equal, but not enough within the"
                        + " budget";
            case DEAD ->
                "a hidden layer gives zero for every sample, so that no gradient passes it and nothing is learnt";
            case SATURATED -> "its hidden units are saturated, so that hardly any gradient passes them";
            case EXPLODED -> "the loss grew far beyond that of guessing";
            case NONE -> "no cause was recorded";
        };
    }

    private static int count(Cell cell, Cause cause, boolean converged) {
        return (int) cell.runs().stream()
                .filter(run -> run.cause() == cause && (run.outcome() == Outcome.CONVERGED) == converged)
                .count();
    }

    /** Whether no run of any of the cells reached the threshold. */
    static boolean neverReached(List<Cell> cells) {
        return cells.stream().noneMatch(cell -> cell.count(Outcome.CONVERGED) > 0);
    }
}
