package org.initbench.analysis;

import org.apache.commons.math3.stat.descriptive.moment.Mean;
import org.apache.commons.math3.stat.descriptive.moment.StandardDeviation;
import org.apache.commons.statistics.distribution.NormalDistribution;

/** Effects within the runs of one cell. */
final class Within {
    private Within() {}

    /**
     * The geometric mean of what a distance grew by, with Student's interval on logarithms.
     *
     * @param growths logarithm of the growth, by replicate that was looked into
     * @param tail error probability on each side
     */
    static Effect growth(double[] growths, double tail) {
        int n = growths.length;
        if (n < 2) {
            return Effect.unknown(0, Double.POSITIVE_INFINITY, n, Remark.TOO_FEW_LOOKS);
        }
        double mean = new Mean().evaluate(growths);
        double half = Quantiles.studentHigh(n - 1.0, tail) * new StandardDeviation().evaluate(growths) / Math.sqrt(n);
        Limits limits = new Limits(mean, mean - half, mean + half);
        return new Effect(limits.exp(), n, false, null, new StudentForecast(limits, n, tail));
    }

    /**
     * Spearman's correlation of epochs with the loss at the start; the interval as in {@link Nearness}.
     *
     * @param epochs epochs of the runs that learned
     * @param loss their loss at the start, in the same order
     * @param replicates number of replicates that were run
     * @param tail error probability on each side
     */
    static Effect nearness(double[] epochs, double[] loss, int replicates, double tail) {
        int n = epochs.length;
        if (n < Nearnesses.RUNS) {
            return Effect.unknown(-1, 1, n, Remark.TOO_FEW_LEARNED);
        }
        if (constant(loss) || constant(epochs)) {
            return Effect.unknown(-1, 1, n, Remark.ALL_ALIKE);
        }
        double correlation = Nearnesses.spearman(epochs, loss);
        double centre = Nearnesses.atanh(Nearnesses.below(correlation, n));
        double half =
                NormalDistribution.of(0, 1).inverseSurvivalProbability(tail) * Math.sqrt(Nearnesses.FIELLER / (n - 3));
        Limits limits = new Limits(correlation, Math.tanh(centre - half), Math.tanh(centre + half));
        return new Effect(limits, n, false, null, new FisherForecast(correlation, n, replicates, tail));
    }

    private static boolean constant(double[] values) {
        for (double value : values) {
            if (value != values[0]) {
                return false;
            }
        }
        return true;
    }
}
