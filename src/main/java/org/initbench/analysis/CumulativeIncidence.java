package org.initbench.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.initbench.run.Outcome;
import org.initbench.run.RunRecord;

/**
 * Cumulative incidence of convergence where divergence competes with it: the Aalen–Johansen estimator (Scandinavian Journal of
 * Statistics 5, 1978). A run that diverged can no longer converge, which is not the same as a run that was given up: censoring it
 * (1 − Kaplan–Meier) would promise that it still might.
 *
 * <p>Where every run that is given up is given up at one budget, it is the share of the runs that have converged.
 */
final class CumulativeIncidence {
    private CumulativeIncidence() {}

    /**
     * The curves just after the time of an event.
     *
     * @param epoch the time
     * @param atRisk runs that had neither converged, diverged nor been given up before
     * @param converged probability of having converged
     * @param diverged probability of having diverged
     */
    record Step(double epoch, int atRisk, double converged, double diverged) {}

    /** The curves of runs of one cell, a step for each time at which any converged or diverged. */
    static List<Step> of(List<RunRecord> runs) {
        double[] epochs = runs.stream()
                .mapToDouble(run -> run.epochs().orElse(run.epochsRun()))
                .toArray();
        return of(epochs, runs.stream().map(RunRecord::outcome).toList());
    }

    /**
     * The curves.
     *
     * @param epochs by run, when it converged, diverged or was given up
     * @param outcomes by run, which of these
     */
    static List<Step> of(double[] epochs, List<Outcome> outcomes) {
        List<Step> steps = new ArrayList<>();
        double free = 1;
        double converged = 0;
        double diverged = 0;
        int[] order = IntStream.range(0, epochs.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> epochs[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        for (int next = 0, first = 0; first < order.length; first = next) {
            double time = epochs[order[first]];
            int risk = order.length - first;
            int won = 0;
            int lost = 0;
            for (next = first; next < order.length && Double.compare(epochs[order[next]], time) == 0; next++) {
                won += outcomes.get(order[next]) == Outcome.CONVERGED ? 1 : 0;
                lost += outcomes.get(order[next]) == Outcome.DIVERGED ? 1 : 0;
            }
            if (won + lost > 0) {
                converged += free * won / risk;
                diverged += free * lost / risk;
                free *= 1 - (double) (won + lost) / risk;
                steps.add(new Step(time, risk, converged, diverged));
            }
        }
        return List.copyOf(steps);
    }
}
