package org.initbench.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.initbench.analysis.EqualStartEnd.ControlEnd;
import org.initbench.analysis.EqualStartEnd.Ending;
import org.initbench.run.Cause;
import org.initbench.run.Outcome;
import org.initbench.run.RunRecord;
import org.initbench.task.TaskDescription;

/** Where starts with all weights equal end: at the loss of guessing, where one unit ends, or elsewhere. */
final class EqualStartEnds {
    /** Difference of two losses up to which they are called equal, as a share of the loss of guessing. */
    static final double MARGIN = 0.05;

    private EqualStartEnds() {}

    /** One a cell that starts with all weights equal, of the tasks that are no controls. */
    static List<EqualStartEnd> of(List<TaskResult> results) {
        List<EqualStartEnd> all = new ArrayList<>();
        for (TaskResult result : results) {
            if (result.task().controlOf() == null) {
                Optional<TaskResult> control = results.stream()
                        .filter(other ->
                                result.task().name().equals(other.task().controlOf()))
                        .findFirst();
                result.cells().stream().filter(EqualStart::is).forEach(cell -> all.add(end(cell, control)));
            }
        }
        return List.copyOf(all);
    }

    private static EqualStartEnd end(Cell cell, Optional<TaskResult> control) {
        List<RunRecord> kept = cell.runs().stream()
                .filter(run -> run.cause() != Cause.ROUNDING)
                .toList();
        List<RunRecord> broken = cell.runs().stream()
                .filter(run -> run.cause() == Cause.ROUNDING)
                .toList();
        boolean hidden = cell.task().hiddenLayers() > 0;
        Estimate loss = loss(cell, kept);
        List<ControlEnd> controls =
                hidden && control.isPresent() && !kept.isEmpty() ? controls(cell, loss, control.get()) : List.of();
        Ending ending = !hidden || control.isEmpty()
                ? Ending.NONE
                : kept.isEmpty()
                        ? Ending.BROKEN
                        : controls.isEmpty() ? Ending.NONE : controls.get(0).ending();
        return new EqualStartEnd(
                cell.task().name(),
                cell.arm(),
                hidden,
                cell.runs().size(),
                cell.count(Outcome.CONVERGED),
                broken.size(),
                EqualStart.count(cell, Cause.ROUNDING, true),
                loss,
                loss(cell, broken),
                within(limits(loss), 1),
                control.map(c -> c.task().name()).orElse(null),
                controls,
                ending);
    }

    private static List<ControlEnd> controls(Cell cell, Estimate loss, TaskResult control) {
        List<ControlEnd> ends = new ArrayList<>();
        control.cells().stream()
                .filter(other -> other.arm().equals(cell.arm()))
                .findFirst()
                .ifPresent(same -> ends.add(end(same, loss)));
        control.cells().stream()
                .filter(other -> other.arm().initializer().equals(TaskAnswer.FAMILY))
                .min(Comparator.comparingDouble(
                        other -> limits(loss(other, other.runs())).value()))
                .ifPresent(random -> ends.add(end(random, loss)));
        return ends;
    }

    private static ControlEnd end(Cell control, Estimate loss) {
        Estimate own = loss(control, control.runs());
        Limits difference = limits(loss).minus(limits(own), 0);
        return new ControlEnd(
                control.arm(),
                control.runs().size(),
                control.count(Outcome.CONVERGED),
                own,
                estimate(difference, loss, own),
                ending(difference));
    }

    private static Estimate estimate(Limits difference, Estimate a, Estimate b) {
        List<String> caveats = new ArrayList<>(a.caveats());
        b.caveats().stream().filter(caveat -> !caveats.contains(caveat)).forEach(caveats::add);
        return Double.isFinite(difference.value())
                ? new Estimate(
                        difference.value(),
                        difference.low(),
                        difference.high(),
                        Estimates.CONFIDENCE,
                        Math.min(a.n(), b.n()),
                        caveats)
                : Estimate.undefined(a.n(), "undefined: a loss is not finite");
    }

    /** What a difference of relative losses says. */
    static Ending ending(Limits difference) {
        if (within(difference, 0)) {
            return Ending.ONE_UNIT;
        }
        if (difference.high() < -MARGIN) {
            return Ending.LOWER;
        }
        return difference.low() > MARGIN ? Ending.HIGHER : Ending.OPEN;
    }

    private static boolean within(Limits limits, double centre) {
        return limits.low() >= centre - MARGIN && limits.high() <= centre + MARGIN;
    }

    /** Median relative loss at the end of some runs of a cell. */
    static Estimate loss(Cell cell, List<RunRecord> runs) {
        if (runs.isEmpty()) {
            return Estimate.undefined(0, "undefined: there is no such run");
        }
        double[] ends = runs.stream().mapToDouble(run -> end(cell, run)).toArray();
        int[] replicates = runs.stream().mapToInt(RunRecord::replicate).toArray();
        Estimate median = OrderStatistics.estimate(
                new Sample(ends, ends, replicates, Double.POSITIVE_INFINITY, cell.exact()), 0.5);
        return median.value() == null
                ? Estimate.undefined(runs.size(), "undefined: the loss of half of the runs is not finite")
                : median;
    }

    /** A run's relative loss at its end. */
    static double end(Cell cell, RunRecord run) {
        TaskDescription task = cell.task();
        int hardest = task.levels().size() - 1;
        boolean isLoss = !task.levelLosses().isEmpty();
        double least = isLoss ? task.levelLosses().get(hardest) : 0;
        String level = task.levels().get(hardest);
        boolean arrived = level.equals(task.headline())
                ? run.epochs().isPresent()
                : cell.crossings().getOrDefault(run.runId(), Map.of()).containsKey(level);
        double loss = arrived ? least : Math.max(least, run.finalLoss());
        return (Double.isNaN(loss) ? Double.POSITIVE_INFINITY : loss) / task.chanceLoss();
    }

    /** The limits of an estimate: an exact value is its own, one without an interval could be anything. */
    static Limits limits(Estimate estimate) {
        Double value = estimate.value();
        Double low = estimate.low();
        Double high = estimate.high();
        if (value == null) {
            return new Limits(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
        }
        if (low != null && high != null) {
            return new Limits(value, low, high);
        }
        boolean exact = estimate.equals(Estimate.exact(value));
        return exact ? Limits.exact(value) : new Limits(value, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    }
}
