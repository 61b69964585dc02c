package org.initbench.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.initbench.run.ArmDescription;
import org.initbench.run.Cause;
import org.initbench.run.Outcome;

/** Why weights are drawn at random: what became of equal ones, over all tasks of a study. */
final class WhyRandom {
    private final List<TaskResult> hidden;
    private final List<TaskResult> linear;

    WhyRandom(List<TaskResult> usable) {
        this.hidden = usable.stream().filter(r -> r.task().hiddenLayers() > 0).toList();
        this.linear = usable.stream().filter(r -> r.task().hiddenLayers() == 0).toList();
    }

    /** Why equal weights fail in networks with a hidden layer, with what happened; none if no equal start was run there. */
    Optional<String> withHiddenLayer() {
        List<String> told = new ArrayList<>();
        for (ArmDescription arm : arms(hidden)) {
            told.add(told(arm, told.isEmpty()));
        }
        return told.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "Why random: hidden units that start equal get equal gradients and, rounding errors aside,"
                                + " stay equal, so that a whole layer can do no more than one unit. "
                                + Words.capitalized(String.join("; ", told)) + ".");
    }

    private String told(ArmDescription arm, boolean first) {
        List<TaskResult> run =
                hidden.stream().filter(result -> cell(result, arm).isPresent()).toList();
        List<String> reached = new ArrayList<>();
        for (TaskResult result : run) {
            cell(result, arm)
                    .filter(cell -> cell.count(Outcome.CONVERGED) > 0)
                    .ifPresent(cell -> reached.add(reached(result, cell)));
        }
        String networks = first
                ? Words.count(run.size(), "network") + " with a hidden layer reached the threshold"
                : run.size() + " did";
        return "started from " + Words.start(arm) + ", " + (reached.isEmpty() ? "none" : reached.size()) + " of "
                + networks + (reached.isEmpty() ? "" : ": " + Words.list(reached)) + frozen(run, arm);
    }

    private static String frozen(List<TaskResult> run, ArmDescription arm) {
        long frozen = run.stream()
                .filter(result -> cell(result, arm).filter(EqualStart::frozen).isPresent())
                .count();
        return frozen == 0
                ? ""
                : " (in " + (frozen == run.size() ? "all" : frozen)
                        + " of them every weight's gradient was zero, and no weight ever moved)";
    }

    private static String reached(TaskResult result, Cell cell) {
        int all = cell.runs().size();
        int converged = cell.count(Outcome.CONVERGED);
        Estimate estimate = result.summary(cell).ertRatio();
        Double value = estimate.value();
        String cost = value == null ? "" : ", " + Words.number(value) + " times as long as the fastest start";
        return result.task().name()
                + (converged < all ? " in " + converged + " of " + all + " runs" : "")
                + " (" + how(cell) + cost + ")";
    }

    private static String how(Cell cell) {
        boolean rounding = EqualStart.count(cell, Cause.ROUNDING, true) > 0;
        boolean symmetric = EqualStart.count(cell, Cause.SYMMETRIC, true) > 0;
        if (rounding && symmetric) {
            return "as if with one unit in a hidden layer, or by rounding errors that made units differ";
        }
        return rounding
                ? "only by rounding errors that made units differ"
                : symmetric ? "as if with one unit in a hidden layer" : "how was not recorded";
    }

    /** Where equal weights do no harm; none if no equal start was run on a network without a hidden layer. */
    Optional<String> withoutHiddenLayer() {
        Optional<ArmDescription> arm = arms(linear).stream().findFirst();
        if (arm.isEmpty()) {
            return Optional.empty();
        }
        List<String> told = new ArrayList<>();
        boolean harmless = true;
        for (TaskResult result : linear) {
            Optional<Cell> cell = cell(result, arm.get());
            if (cell.isPresent()) {
                told.add(without(result, cell.get()));
                harmless &= result.summary(cell.get()).rating() == Rating.GOOD;
            }
        }
        return Optional.of("No hidden layer means no interchangeable units"
                + (harmless
                        ? ", and starting from " + Words.start(arm.get()) + " is harmless: "
                        : ": from " + Words.start(arm.get()) + " ")
                + Words.list(told) + ".");
    }

    private static String without(TaskResult result, Cell cell) {
        String name = result.task().name();
        Estimate ratio = result.summary(cell).ertRatio();
        Double value = ratio.value();
        Double low = ratio.low();
        Double high = ratio.high();
        if (value == null || low == null || high == null) {
            return name
                    + (cell.count(Outcome.CONVERGED) == 0 ? " never reached the threshold" : " reached the threshold");
        }
        return name + " takes " + Words.times(new Limits(value, low, high), "from its fastest start");
    }

    private static List<ArmDescription> arms(List<TaskResult> results) {
        return results.stream()
                .flatMap(result -> result.cells().stream())
                .filter(EqualStart::is)
                .map(Cell::arm)
                .distinct()
                .toList();
    }

    private static Optional<Cell> cell(TaskResult result, ArmDescription arm) {
        return result.cells().stream().filter(cell -> cell.arm().equals(arm)).findFirst();
    }
}
