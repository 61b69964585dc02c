package org.initbench.analysis;

import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * The interval of a rank correlation: z·√(1.06/(m−3)) on Fisher's scale, where m runs learned.
 *
 * @param value the correlation
 * @param learned number of runs that it was taken over
 * @param replicates number of replicates that were run; of more, the same share is taken to learn
 * @param tail error probability of each limit
 */
record FisherForecast(double value, int learned, int replicates, double tail) implements Forecast {
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    @Override
    public double above(int number, double bound) {
        return probability(number, centre() - Nearnesses.atanh(bound));
    }

    @Override
    public double below(int number, double bound) {
        return probability(number, Nearnesses.atanh(bound) - centre());
    }

    private double centre() {
        return Nearnesses.atanh(Nearnesses.below(value, learned));
    }

    private double probability(int number, double distance) {
        double freedom = number * (double) learned / replicates - 3;
        if (freedom <= 0) {
            return 0;
        }
        double error = Math.sqrt(Nearnesses.FIELLER / freedom);
        return NORMAL.cumulativeProbability(distance / error - NORMAL.inverseSurvivalProbability(tail));
    }
}
