package org.initbench.analysis;

import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;

/** Intervals and tests for the share of runs that converge. */
public final class Proportion {
    private Proportion() {}

    /**
     * Wilson's score interval for {@code successes} of {@code n} (Wilson, JASA 22, 1927), which need not be whole numbers.
     *
     * <p>Its coverage oscillates with the true share, as that of every interval from a count does: at n = 10 and 95 % it
     * is as low as 84 % and as high as 99 %, and 95 % on average over shares.
     *
     * @param tail error probability on each side, such as 0.025
     */
    static Limits wilson(double successes, double n, double tail) {
        double z = -NormalDistribution.of(0, 1).inverseCumulativeProbability(tail);
        double share = successes / n;
        double centre = (successes + z * z / 2) / (n + z * z);
        double half = z / (n + z * z) * Math.sqrt(n * share * (1 - share) + z * z / 4);
        return new Limits(
                share,
                successes == 0 ? 0 : Math.max(0, centre - half),
                successes == n ? 1 : Math.min(1, centre + half));
    }

    /** Lower Jeffreys limit: a quantile of Beta(s+½, n−s+½), or 0 where nothing succeeded. */
    static double jeffreysLow(int successes, int n, double tail) {
        return successes == 0 ? 0 : Quantiles.betaLow(successes + 0.5, n - successes + 0.5, tail);
    }

    /** Upper Jeffreys limit: a quantile of Beta(s+½, n−s+½), or 1 where everything succeeded. */
    static double jeffreysHigh(int successes, int n, double tail) {
        return successes == n ? 1 : Quantiles.betaHigh(successes + 0.5, n - successes + 0.5, tail);
    }

    /** Lower limit of Clopper and Pearson: a quantile of Beta(s, n−s+1), or 0 where nothing succeeded. */
    public static double clopperPearsonLow(int successes, int n, double tail) {
        return successes == 0 ? 0 : Quantiles.betaLow(successes, n - successes + 1.0, tail);
    }

    /**
     * Upper limit of Clopper and Pearson (Biometrika 26, 1934): the share under which at most {@code successes} of {@code n} have the
     * probability {@code tail}; a quantile of Beta(s+1, n−s), or 1 where everything succeeded.
     */
    public static double clopperPearsonHigh(int successes, int n, double tail) {
        return successes == n ? 1 : Quantiles.betaHigh(successes + 1.0, n - (double) successes, tail);
    }

    /**
     * Exact one-sided McNemar test of paired successes.
     *
     * @param onlyFirst pairs in which the first succeeded and the second failed
     * @param onlySecond pairs in which the second succeeded and the first failed
     * @return probability of at least {@code onlyFirst} such pairs if both were equally likely to succeed
     */
    static double mcNemar(int onlyFirst, int onlySecond) {
        int discordant = onlyFirst + onlySecond;
        return onlyFirst == 0 ? 1 : BinomialDistribution.of(discordant, 0.5).survivalProbability(onlyFirst - 1);
    }

    /** Exact two-sided McNemar test: twice the smaller tail, at most 1; 1 where no pair is discordant. */
    public static double mcNemarTwoSided(int onlyFirst, int onlySecond) {
        return Math.min(1, 2 * mcNemar(Math.max(onlyFirst, onlySecond), Math.min(onlyFirst, onlySecond)));
    }
}
