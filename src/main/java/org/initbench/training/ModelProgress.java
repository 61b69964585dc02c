package org.initbench.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.initbench.run.Cause;
import org.initbench.run.Outcome;
import org.initbench.task.Criterion;
import org.jspecify.annotations.Nullable;

/** What is known so far of one model in training. */
final class ModelProgress {

    private static final int NEVER = -1;

    private final Parameters start;
    private final int headline;
    private final int[] crossings;
    private final List<TrainedModel.Point> curve = new ArrayList<>();
    private final List<TrainedModel.Diagnostic> diagnostics = new ArrayList<>();
    private double initialLoss = Double.NaN;
    private double loss = Double.NaN;
    private boolean broken;
    private @Nullable End end;

    /** What is known when a run ends. */
    private record End(int updates, Cause cause, double metric, Parameters parameters) {}

    /**
     * A model that has not been looked at yet.
     *
     * @param start its initial parameters
     * @param criterion the threshold levels
     */
    ModelProgress(Parameters start, Criterion criterion) {
        this.start = start;
        headline = criterion.headline();
        crossings = new int[criterion.levels().size()];
        Arrays.fill(crossings, NEVER);
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

    /** Takes note that the run ends. */
    void end(int updates, Cause cause, double metric, Parameters parameters) {
        end = new End(updates, cause, metric, parameters);
    }

    boolean hasEnded() {
        return end != null;
    }

    /**
     * The run, with what was seen inside by update, layer and quantity.
     *
     * @throws IllegalStateException if it has not ended
     */
    TrainedModel result() {
        if (end == null) {
            throw new IllegalStateException("the run has not ended");
        }
        return new TrainedModel(
                outcome(),
                end.cause,
                end.updates,
                Arrays.stream(crossings).boxed().toList(),
                curve,
                initialLoss,
                loss,
                end.metric,
                start.norm(),
                end.parameters.distance(start),
                end.parameters.signsKept(start),
                start.digest(),
                end.parameters.digest(),
                diagnostics.stream().sorted(TrainedModel.Diagnostic.ORDER).toList());
    }
}
