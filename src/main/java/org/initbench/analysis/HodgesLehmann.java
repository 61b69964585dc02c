package org.initbench.analysis;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * The Hodges–Lehmann estimate of a centre of symmetry: the median of the Walsh averages (dᵢ + dⱼ)/2, i ≤ j, with the interval of
 * the Wilcoxon signed-rank test (Hollander and Wolfe, Nonparametric Statistical Methods, 3.2 and 3.3).
 *
 * @param limits the estimate between its limits; infinite limits where so few values attain no interval
 * @param attained coverage that the interval attains for values without ties, at least what was asked for where n allows it
 */
record HodgesLehmann(Limits limits, double attained) {
    /** Values up to which the distribution of the test is counted rather than taken as normal. */
    private static final int MOST_COUNTED = 100;

    /**
     * The estimate of the centre of values.
     *
     * @param values at least one, finite
     * @param tail error probability on each side
     */
    static HodgesLehmann of(double[] values, double tail) {
        double[] walsh = walshAverages(values);
        int m = walsh.length;
        double centre = (walsh[(m - 1) / 2] + walsh[m / 2]) / 2;
        int n = values.length;
        if (n == 1) {
            return new HodgesLehmann(new Limits(centre, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY), 0);
        }
        double[] below = n <= MOST_COUNTED ? distribution(n) : new double[0];
        int rank = Math.max(1, n <= MOST_COUNTED ? quantile(below, tail) : normalQuantile(n, tail));
        double attained = n <= MOST_COUNTED ? 1 - 2 * below[rank - 1] : 1 - 2 * tail;
        return new HodgesLehmann(new Limits(centre, walsh[rank - 1], walsh[m - rank]), attained);
    }

    private static double[] walshAverages(double[] values) {
        int n = values.length;
        double[] walsh = new double[n * (n + 1) / 2];
        int k = 0;
        for (int i = 0; i < n; i++) {
            for (int j = i; j < n; j++) {
                walsh[k++] = (values[i] + values[j]) / 2;
            }
        }
        Arrays.sort(walsh);
        return walsh;
    }

    /** Cumulative distribution of the sum of the ranks of positive values, under symmetry about zero. */
    private static double[] distribution(int n) {
        int most = n * (n + 1) / 2;
        double[] share = new double[most + 1];
        share[0] = 1;
        for (int rank = 1; rank <= n; rank++) {
            for (int sum = most; sum >= 0; sum--) {
                share[sum] = (share[sum] + (sum >= rank ? share[sum - rank] : 0)) / 2;
            }
        }
        for (int sum = 1; sum <= most; sum++) {
            share[sum] += share[sum - 1];
        }
        return share;
    }

    /** The smallest sum that is reached with at least that probability. */
    private static int quantile(double[] below, double tail) {
        int sum = 0;
        while (below[sum] < tail) {
            sum++;
        }
        return sum;
    }

    private static int normalQuantile(int n, double tail) {
        double mean = n * (n + 1) / 4.0;
        double deviation = Math.sqrt(n * (n + 1) * (2 * n + 1) / 24.0);
        return (int) Math.floor(mean + deviation * NormalDistribution.of(0, 1).inverseCumulativeProbability(tail));
    }
}
