package org.initbench.analysis;

/**
 * The best scale of one network of the ladder.
 *
 * @param task the task
 * @param kind the kind of network
 * @param initializer the family whose scales were run
 * @param parametrization how the scale is written down
 * @param log10 decadic logarithm of the best scale, between the steps of the grid by a parabola through the logarithms of the costs; of a
 *     multiple that differs between the matrices the mean over them
 * @param low lower limit: the lower end of the set of best scales, widened by half a step of the grid
 * @param high upper limit
 * @param openBelow whether the set reaches the smallest scale that was run
 * @param openAbove whether it reaches the largest
 * @param n replicates
 */
public record KindBest(
        String task,
        String kind,
        String initializer,
        Parametrization parametrization,
        double log10,
        double low,
        double high,
        boolean openBelow,
        boolean openAbove,
        int n) {}
