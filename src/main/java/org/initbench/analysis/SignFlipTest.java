package org.initbench.analysis;

import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * The paired permutation test (Fisher, The Design of Experiments, 1935, § 21): if two cells are exchangeable within each replicate,
 * every sign of a paired difference is as likely as its opposite. Its statistic is the sum of the differences, in absolute value.
 *
 * <p>Up to {@value #MOST_EXACT} differences that are not zero it counts all 2ⁿ sign patterns, as sums of two halves that are sorted
 * (Horowitz and Sahni, JACM 21, 1974). Beyond, it draws {@value #DRAWS} patterns and counts the observed one among them, so that the
 * p-value stays valid (Phipson and Smyth, 2010).
 */
final class SignFlipTest {
    /** Differences up to which every pattern is counted. */
    static final int MOST_EXACT = 30;

    /** Patterns drawn where there are too many to count. */
    static final int DRAWS = 99_999;

    /** Sums that differ by less, relative to the sum of all magnitudes, are equal: they differ by rounding. */
    private static final double EQUAL = 1e-12;

    private SignFlipTest() {}

    /**
     * The test, two-sided.
     *
     * @param differences paired differences, finite; zeros have no sign to flip and change nothing
     * @param random used where there are too many differences to count
     */
    static PValue of(double[] differences, UniformRandomProvider random) {
        double[] d = Arrays.stream(differences).filter(x -> x != 0).toArray();
        double total = Arrays.stream(d).map(Math::abs).sum();
        double observed = Math.abs(Arrays.stream(d).sum());
        double least = observed - EQUAL * total;
        boolean exact = d.length <= MOST_EXACT;
        double p = d.length == 0 ? 1 : exact ? counted(d, least) : drawn(d, least, random);
        return new PValue(p, exact, differences.length);
    }

    private static double counted(double[] d, double least) {
        double[] left = sums(d, 0, d.length / 2);
        double[] right = sums(d, d.length / 2, d.length);
        if (least <= 0) {
            return 1;
        }
        long extreme = 0;
        int j = right.length;
        for (double sum : left) {
            while (j > 0 && sum + right[j - 1] >= least) {
                j--;
            }
            extreme += right.length - j;
        }
        // Each pattern has an opposite, whose sum is as far below zero.
        return Math.min(1, 2.0 * extreme / ((double) left.length * right.length));
    }

    /** The sums of all sign patterns of a part of the differences, ascending. */
    private static double[] sums(double[] d, int from, int to) {
        double[] sums = {0};
        for (int i = from; i < to; i++) {
            double[] next = new double[2 * sums.length];
            for (int k = 0; k < sums.length; k++) {
                next[k] = sums[k] - d[i];
                next[k + sums.length] = sums[k] + d[i];
            }
            sums = next;
        }
        Arrays.sort(sums);
        return sums;
    }

    private static double drawn(double[] d, double least, UniformRandomProvider random) {
        int extreme = 1;
        for (int draw = 0; draw < DRAWS; draw++) {
            double sum = 0;
            long bits = 0;
            for (int i = 0; i < d.length; i++) {
                bits = i % Long.SIZE == 0 ? random.nextLong() : bits >>> 1;
                sum += (bits & 1) == 0 ? d[i] : -d[i];
            }
            extreme += Math.abs(sum) >= least ? 1 : 0;
        }
        return extreme / (DRAWS + 1.0);
    }
}
