package org.initbench.analysis;

import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.apache.commons.math3.stat.descriptive.moment.StandardDeviation;

/**
 * The ratio of what a success costs in two cells, paired by replicate.
 *
 * <p>Where every run of both cells converged, a t interval on the paired influences of the two log costs: it takes for granted
 * that neither cell ever fails, which n runs can only make likely. Otherwise the limits of both costs combine by MOVER on
 * logarithms, with the correlation that the shared replicates show. A paired percentile bootstrap covers 84 to 93 % in the
 * scenarios in which these cover 91 to 98 % (more where failures are strongly correlated), and has no answer where a cell never converged.
 */
final class CostRatio {
    /** How costs are made of samples: at the budget, or at the best cutoff. */
    @FunctionalInterface
    interface Rule {
        Cost cost(Sample sample, double lowTail, double highTail, boolean certain);
    }

    static final Rule AT_BUDGET = (sample, low, high, certain) -> Cost.of(sample, sample.budget(), low, high, certain);
    static final Rule AT_BEST_CUTOFF = RestartCost::of;

    private CostRatio() {}

    /**
     * Cost of {@code first} divided by cost of {@code second}. If {@code first} never converged only the lower limit is finite; if
     * {@code second} never did, the value is NaN and the limits are 0 and infinity.
     *
     * @param tail error probability on each side
     */
    static Limits of(Sample first, Sample second, Rule rule, double tail) {
        Cost a = rule.cost(first, tail, tail, false);
        Cost b = rule.cost(second, tail, tail, false);
        if (b.successes() == 0) {
            return new Limits(Double.NaN, 0, Double.POSITIVE_INFINITY);
        }
        if (a.successes() == 0) {
            double least =
                    first.exact() ? Double.POSITIVE_INFINITY : a.expected().low();
            return new Limits(Double.POSITIVE_INFINITY, least / b.expected().high(), Double.POSITIVE_INFINITY);
        }
        if (a.successes() == a.n() && b.successes() == b.n()) {
            return samePairs(first, second)
                    ? pairedT(first, a, second, b, tail)
                    : quotient(rule.cost(first, tail, tail, true), rule.cost(second, tail, tail, true), 0);
        }
        return quotient(a, b, correlation(first, a, second, b));
    }

    /**
     * The same at the budget if the first, none of whose runs failed, never fails.
     *
     * @param tail error probability on each side
     */
    static Limits ofSure(Sample first, Sample second, double tail) {
        Cost a = AT_BUDGET.cost(first, tail, tail, true);
        Cost b = AT_BUDGET.cost(second, tail, tail, false);
        if (b.successes() == 0) {
            double least =
                    second.exact() ? Double.POSITIVE_INFINITY : b.expected().low();
            return new Limits(0, 0, a.expected().high() / least);
        }
        return quotient(a, b, correlation(first, a, second, b));
    }

    /**
     * Mean epochs of the successes of {@code first} divided by those of {@code second}, whatever their failures.
     *
     * @param first one that never failed
     * @param second one that learned at least once
     * @param tail error probability on each side
     */
    static Limits ofSuccesses(Sample first, Sample second, double tail) {
        Limits a = AT_BUDGET.cost(first, tail, tail, true).mean();
        Limits b = AT_BUDGET.cost(second, tail, tail, false).mean();
        return a.log().minus(b.log(), meanCorrelation(first, second)).exp();
    }

    /** Correlation of two mean epochs, the first over all replicates, the second over those that succeeded; shrunk by 1 − 1/n. */
    private static double meanCorrelation(Sample first, Sample second) {
        Pairs pairs = Pairs.of(first, second);
        double r = pairs.correlation();
        double shared = pairs.both() / Math.sqrt((double) first.n() * second.successes());
        return Double.isNaN(r) ? 0 : r * shared * (1 - 1.0 / pairs.both());
    }

    private static Limits quotient(Cost a, Cost b, double correlation) {
        return a.expected().log().minus(b.expected().log(), correlation).exp();
    }

    private static boolean samePairs(Sample first, Sample second) {
        return first.n() > 1 && first.n() == second.n() && Pairs.positions(first, second).length == first.n();
    }

    private static Limits pairedT(Sample first, Cost a, Sample second, Cost b, double tail) {
        int[][] pairs = Pairs.positions(first, second);
        int n = pairs.length;
        double[] difference = new double[n];
        for (int i = 0; i < n; i++) {
            difference[i] = a.influence(first.time(pairs[i][0])) - b.influence(second.time(pairs[i][1]));
        }
        double half =
                Quantiles.studentHigh(n - 1.0, tail) * new StandardDeviation().evaluate(difference) / Math.sqrt(n);
        double log = Math.log(a.expected().value() / b.expected().value());
        return new Limits(log, log - half, log + half).exp();
    }

    /**
     * Correlation of the two log costs over shared replicates, shrunk by the share of runs that are paired and by 1 − 1/n,
     * because a correlation overestimated by chance makes the interval too short.
     */
    private static double correlation(Sample first, Cost a, Sample second, Cost b) {
        int[][] pairs = Pairs.positions(first, second);
        if (pairs.length < 3) {
            return 0;
        }
        double[] x = new double[pairs.length];
        double[] y = new double[pairs.length];
        for (int i = 0; i < pairs.length; i++) {
            x[i] = a.influence(first.time(pairs[i][0]));
            y[i] = b.influence(second.time(pairs[i][1]));
        }
        double r = new PearsonsCorrelation().correlation(x, y);
        double paired = pairs.length / Math.sqrt((double) first.n() * second.n());
        return Double.isNaN(r) ? 0 : r * paired * (1 - 1.0 / pairs.length);
    }
}
