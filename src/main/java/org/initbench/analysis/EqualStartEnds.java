package org.initbench.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
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

    private final LossCurves curves;

    private EqualStartEnds(LossCurves curves) {
        this.curves = curves;
    }

    /** The loss at the end of some runs of a cell, and how many of them were still falling. */
    record Loss(Estimate estimate, int falling) {

        Limits limits() {
            return EqualStartEnds.limits(estimate);
        }

        /** Whether at least half of the runs were still falling. */
        boolean isFalling() {
            return falling > 0 && 2 * falling >= estimate.n();
        }
    }

    /** One a cell that starts with all weights equal, of the tasks that are no controls. */
    static List<EqualStartEnd> of(List<TaskResult> results, LossCurves curves) {
        EqualStartEnds ends = new EqualStartEnds(curves);
        List<EqualStartEnd> all = new ArrayList<>();
        for (TaskResult result : results) {
            if (result.task().controlOf() == null) {
                Optional<TaskResult> control = results.stream()
                        .filter(other ->
                                result.task().name().equals(other.task().controlOf()))
                        .findFirst();
                result.cells().stream().filter(EqualStart::is).forEach(cell -> all.add(ends.end(cell, control)));
            }
        }
        return List.copyOf(all);
    }

    private EqualStartEnd end(Cell cell, Optional<TaskResult> control) {
        List<RunRecord> kept = cell.runs().stream()
                .filter(run -> run.cause() != Cause.ROUNDING)
                .toList();
        List<RunRecord> broken = cell.runs().stream()
                .filter(run -> run.cause() == Cause.ROUNDING)
                .toList();
        boolean hidden = cell.task().hiddenLayers() > 0;
        Loss loss = ofRuns(cell, kept);
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
                loss.estimate(),
                loss.falling(),
                loss(cell, broken),
                within(loss.limits(), 1),
                control.map(c -> c.task().name()).orElse(null),
                controls,
                ending);
    }

    private List<ControlEnd> controls(Cell cell, Loss loss, TaskResult control) {
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

    private ControlEnd end(Cell control, Loss loss) {
        Loss own = ofRuns(control, control.runs());
        Limits difference = loss.limits().minus(own.limits(), 0);
        return new ControlEnd(
                control.arm(),
                control.runs().size(),
                control.count(Outcome.CONVERGED),
                own.estimate(),
                own.falling(),
                estimate(difference, loss.estimate(), own.estimate()),
                ending(loss, own));
    }

    private Loss ofRuns(Cell cell, List<RunRecord> runs) {
        long falling = runs.stream()
                .filter(run -> !arrived(cell, run) && run.outcome() != Outcome.DIVERGED && curves.falling(run))
                .count();
        return new Loss(loss(cell, runs), (int) falling);
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

    /** What the losses of an equal start and of a control say. */
    static Ending ending(Loss start, Loss control) {
        Limits difference = start.limits().minus(control.limits(), 0);
        if (start.isFalling()) {
            return Ending.FALLING;
        }
        if (difference.low() > MARGIN) {
            return Ending.HIGHER;
        }
        if (control.isFalling()) {
            return Ending.FALLING;
        }
        if (difference.high() < -MARGIN) {
            return Ending.LOWER;
        }
        return within(difference, 0) ? alike(start.limits(), control.limits()) : Ending.OPEN;
    }

    private static Ending alike(Limits start, Limits control) {
        if (start.low() >= 1 - MARGIN && control.low() >= 1 - MARGIN) {
            return Ending.GUESSING;
        }
        return start.high() < 1 && control.high() < 1 ? Ending.ONE_UNIT : Ending.OPEN;
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
        double loss = arrived(cell, run) ? least : Math.max(least, run.finalLoss());
        return (Double.isNaN(loss) ? Double.POSITIVE_INFINITY : loss) / task.chanceLoss();
    }

    /** Whether a run reached the hardest level of its task, where it is stopped. */
    private static boolean arrived(Cell cell, RunRecord run) {
        List<String> levels = cell.task().levels();
        String level = levels.get(levels.size() - 1);
        return level.equals(cell.task().headline()) ? run.epochs().isPresent() : cell.reached(run, level);
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
