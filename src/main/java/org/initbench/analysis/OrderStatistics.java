package org.initbench.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.commons.statistics.distribution.BinomialDistribution;

/**
 * Quantiles of epochs, where a run that did not converge counts as more than the budget.
 *
 * <p>With one budget for all runs the Kaplan–Meier curve is the empirical distribution, so these are its quantiles (the mean
 * of two neighbours where the curve meets the level exactly: type 2 of Hyndman and Fan). Limits are order statistics whose
 * ranks are binomial quantiles, which assumes nothing about the distribution and needs no number for a run that failed.
 */
final class OrderStatistics {
    private static final double TAIL = 0.025;
    private static final double CONFIDENCE = 0.95;

    private static final Map<Asked, Ranks> KNOWN = new ConcurrentHashMap<>();

    private OrderStatistics() {}

    /**
     * Ranks of the order statistics that bound a quantile, and the confidence that they attain.
     *
     * @param low rank of the lower limit, from 1
     * @param high rank of the upper limit, at most n
     * @param attained probability that the quantile of a continuous distribution lies between them
     */
    record Ranks(int low, int high, double attained) {}

    private record Asked(int n, double level) {}

    /** Equal-tailed ranks for the quantile at {@code level}; the outermost ones where n runs cannot attain 95 %. */
    static Ranks ranks(int n, double level) {
        return KNOWN.computeIfAbsent(new Asked(n, level), asked -> computed(n, level));
    }

    private static Ranks computed(int n, double level) {
        BinomialDistribution below = BinomialDistribution.of(n, level);
        int low = 1;
        while (low < n && below.cumulativeProbability(low) <= TAIL) {
            low++;
        }
        int high = n;
        while (high > 1 && below.survivalProbability(high - 2) <= TAIL) {
            high--;
        }
        return new Ranks(low, high, below.cumulativeProbability(high - 1) - below.cumulativeProbability(low - 1));
    }

    /** The quantile of ascending times, infinite where fewer runs than that converged. */
    static double quantile(double[] sorted, double level) {
        double position = sorted.length * level;
        int below = (int) Math.floor(position + 1e-9);
        boolean between = Math.abs(position - below) < 1e-9 && below > 0;
        return between ? (sorted[below - 1] + sorted[below]) / 2 : sorted[below];
    }

    /** The median of numbers in any order; NaN of none. */
    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted.length == 0 ? Double.NaN : quantile(sorted, 0.5);
    }

    /** The quantile at {@code level} in (0, 1) with its interval. */
    static Estimate estimate(Sample sample, double level) {
        double[] sorted = sample.sorted();
        int n = sorted.length;
        double value = quantile(sorted, level);
        List<String> caveats = new ArrayList<>();
        if (Double.isInfinite(value)) {
            caveats.add("undefined: " + sample.successes() + " of " + n + " runs converged within the budget");
        }
        if (sample.exact()) {
            return Double.isInfinite(value) ? new Estimate(null, null, null, 0, 1, caveats) : Estimate.exact(value);
        }
        Ranks ranks = ranks(n, level);
        if (ranks.attained() < CONFIDENCE) {
            caveats.add("a 95 % interval needs " + needed(level) + " runs"
                    + (n == 1 ? "" : String.format(Locale.ROOT, "; this one is %.0f %%", 100 * ranks.attained())));
        }
        Double point = Double.isInfinite(value) ? null : (Double) value;
        if (n == 1) {
            return new Estimate(point, null, null, 0, n, caveats);
        }
        double low = Math.min(sorted[ranks.low() - 1], sample.budget());
        double confidence = Math.min(CONFIDENCE, Math.round(1000 * ranks.attained()) / 1000.0);
        return new Estimate(point, low, sorted[ranks.high() - 1], confidence, n, caveats);
    }

    /** Runs from which on both tails of a 95 % interval are attained. */
    static int needed(double level) {
        double rarer = Math.max(level, 1 - level);
        return (int) Math.ceil(Math.log(TAIL) / Math.log(rarer) - 1e-9);
    }
}
