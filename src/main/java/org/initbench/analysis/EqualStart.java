package org.initbench.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.initbench.init.ScaleKind;
import org.initbench.run.ArmDescription;
import org.initbench.run.Cause;
import org.initbench.run.Outcome;

/** What became of the starts that draw no random numbers and make all weights equal, in words. */
final class EqualStart {
    private static final String FROZEN =
            "every weight's gradient was exactly zero, so that no weight ever moved and at most the biases learned";

    private EqualStart() {}

    /** Whether the weights were zero at the start and all of them still are at the end of every run. */
    static boolean frozen(Cell cell) {
        return cell.arm().initializer().equals("zero")
                && cell.runs().stream().allMatch(run -> run.cause() == Cause.SYMMETRIC && run.signsKept() == 1);
    }

    /** Whether the cell starts with all weights equal. */
    static boolean is(Cell cell) {
        return is(cell.arm());
    }

    /** Whether it makes all weights equal. */
    static boolean is(ArmDescription arm) {
        return arm.deterministic() && (arm.initializer().equals("zero") || arm.scaleKind() == ScaleKind.VALUE);
    }

    /** A sentence a start; starts of which the same is to be said share one. */
    static List<String> sentences(TaskResult result) {
        Map<String, List<Cell>> alike = new LinkedHashMap<>();
        for (Cell cell : result.cells()) {
            if (is(cell)) {
                alike.computeIfAbsent(told(result, cell, ""), k -> new ArrayList<>())
                        .add(cell);
            }
        }
        return alike.values().stream().map(cells -> sentence(result, cells)).toList();
    }

    private static String sentence(TaskResult result, List<Cell> cells) {
        String names = String.join(
                " or ",
                cells.stream().map(Cell::arm).map(Words::start).distinct().toList());
        return "Starting with " + names + told(result, cells.get(0), cells.size() > 1 ? " each" : "") + ".";
    }

    /** What follows the name of the start. */
    private static String told(TaskResult result, Cell cell, String each) {
        CellSummary summary = result.summary(cell);
        int n = cell.runs().size();
        if (summary.converged() == 0) {
            return " never reached the threshold (" + Words.count(n, "run") + each
                    + (summary.exact() ? ", always the same result" : "") + "): " + failure(cell);
        }
        String runs = summary.exact()
                ? ""
                : summary.converged() == n
                        ? " in all " + n + " runs"
                        : " in " + summary.converged() + " of " + n + " runs";
        return " reached the threshold" + runs + compared(summary) + ": " + success(cell);
    }

    private static String compared(CellSummary summary) {
        Double value = summary.ertRatio().value();
        Double low = summary.ertRatio().low();
        Double high = summary.ertRatio().high();
        if (value == null || low == null || high == null) {
            return "";
        }
        return low == 1 && high == 1
                ? ", and no start was faster"
                : ", taking " + Words.times(new Limits(value, low, high), "the fastest start");
    }

    private static String success(Cell cell) {
        if (cell.task().hiddenLayers() == 0) {
            return "equal weights are harmless here, because without a hidden layer there are no interchangeable units"
                    + " to tell apart, and each weight gets its own gradient from the data";
        }
        int n = cell.count(Outcome.CONVERGED);
        int rounding = count(cell, Cause.ROUNDING, true);
        int symmetric = count(cell, Cause.SYMMETRIC, true);
        List<String> reasons = new ArrayList<>();
        if (rounding > 0) {
            reasons.add(share(rounding, n) + "rounding errors of the arithmetic alone made hidden units differ that had"
                    + " started equal, which takes long and may go differently on another machine");
        }
        if (symmetric > 0) {
            reasons.add(share(symmetric, n) + "the units of a hidden layer stayed equal to the end, so that it learned"
                    + " as if it had one unit in that layer, which is enough for this task");
        }
        return reasons.isEmpty() ? "how its hidden units came apart was not recorded" : String.join("; ", reasons);
    }

    private static String share(int some, int all) {
        return some == all ? "" : "in " + Words.count(some, "run") + " ";
    }

    private static String failure(Cell cell) {
        int most = 0;
        Cause main = Cause.NONE;
        for (Cause cause : Cause.values()) {
            int count = count(cell, cause, false);
            if (cause != Cause.NONE && count > most) {
                most = count;
                main = cause;
            }
        }
        return (main == Cause.SYMMETRIC && frozen(cell) ? FROZEN : explanation(main))
                + (most > 0 && most < cell.runs().size() ? " (shown in " + Words.count(most, "run") + ")" : "");
    }

    private static String explanation(Cause cause) {
        return switch (cause) {
            case SYMMETRIC ->
                "the units of a hidden layer started equal, got equal gradients and stayed equal, so that the whole"
                        + " layer can do no more than one unit";
            case ROUNDING ->
                "rounding errors of the arithmetic did make hidden units differ that had started equal, but too little"
                        + " or too late";
            case DEAD ->
                "a hidden layer gives the same for every sample and no gradient reaches it or those below, so that nothing is"
                        + " learnt";
            case SATURATED -> "its hidden units are saturated, so that hardly any gradient passes them";
            case EXPLODED -> "the loss grew far beyond that of guessing";
            case NONE -> "no cause was recorded";
        };
    }

    /** How many runs, of those that did or did not converge, carry this cause. */
    static int count(Cell cell, Cause cause, boolean converged) {
        return (int) cell.runs().stream()
                .filter(run -> run.cause() == cause && (run.outcome() == Outcome.CONVERGED) == converged)
                .count();
    }
}
