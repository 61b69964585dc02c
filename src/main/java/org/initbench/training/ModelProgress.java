package org.initbench.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.initbench.run.Cause;
import org.initbench.run.Outcome;
import org.initbench.task.Criterion;

/** What is known so far of one model in training. */
final class ModelProgress {

    private static final int NEVER = -1;

    private final int index;
    private final Parameters start;
    private final int headline;
    private final int[] crossings;
    private final List<TrainedModel.Point> curve = new ArrayList<>();
    private final List<TrainedModel.Diagnostic> diagnostics = new ArrayList<>();
    private double initialLoss = Double.NaN;
    private double loss = Double.NaN;
    private boolean broken;

    /**
     * A model that has not been looked at yet.
     *
     * @param index its place among the starts
     * @param start its initial parameters
     * @param criterion the threshold levels
     */
    ModelProgress(int index, Parameters start, Criterion criterion) {
        this.index = index;
        this.start = start;
        headline = criterion.headline();
        crossings = new int[criterion.levels().size()];
        Arrays.fill(crossings, NEVER);
    }

    int index() {
        return index;
    }

    Parameters start() {
        return start;
    }

    double loss() {
        return loss;
    }

    /** Takes note of a loss; returns whether it is finite. */
    boolean observe(int updates, double observed) {
        loss = observed;
        if (updates == 0) {
            initialLoss = observed;
        }
        broken |= !Double.isFinite(observed);
        return !broken;
    }

    /** Takes note that a parameter is not finite. */
    void markBroken() {
        broken = true;
    }

    /** Number of threshold levels that were reached so far. */
    int levelsReached() {
        int reached = 0;
        while (reached < crossings.length && crossings[reached] != NEVER) {
            reached++;
        }
        return reached;
    }

    /** Takes note that the first {@code levels} threshold levels hold after {@code updates} updates. */
    void reach(int levels, int updates) {
        for (int level = levelsReached(); level < levels; level++) {
            crossings[level] = updates;
        }
    }

    void addPoint(int updates, double metric) {
        curve.add(new TrainedModel.Point(updates, loss, metric));
    }

    void addDiagnostics(List<TrainedModel.Diagnostic> seen) {
        diagnostics.addAll(seen);
    }

    /** What was seen inside, by update, layer and quantity. */
    List<TrainedModel.Diagnostic> diagnostics() {
        return diagnostics.stream().sorted(TrainedModel.Diagnostic.ORDER).toList();
    }

    /** Whether nothing more is to be learned from this model. */
    boolean finished() {
        return broken || levelsReached() == crossings.length;
    }

    /** How the run ended, if it ended now. */
    Outcome outcome() {
        if (crossings[headline] != NEVER) {
            return Outcome.CONVERGED;
        }
        return broken ? Outcome.DIVERGED : Outcome.CENSORED;
    }

    /** The end of the run, its diagnostics left out: they are complete when all runs of the stack have ended. */
    TrainedModel result(int updates, Cause cause, double metric, Parameters end) {
        return new TrainedModel(
                outcome(),
                cause,
                updates,
                Arrays.stream(crossings).boxed().toList(),
                curve,
                initialLoss,
                loss,
                metric,
                start.norm(),
                end.distance(start),
                end.signsKept(start),
                start.digest(),
                end.digest(),
                List.of());
    }
}
