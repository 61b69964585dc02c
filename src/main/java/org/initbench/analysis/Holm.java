package org.initbench.analysis;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Holm's step-down adjustment (Scandinavian Journal of Statistics 6, 1979): of a family of tests, the probability that any true
 * null hypothesis is rejected stays below the level, whatever their dependence.
 */
public final class Holm {
    private Holm() {}

    /**
     * Adjusted p-values: a test is rejected at a level if its adjusted value does not exceed it.
     *
     * @param p the p-values of one family, each in [0, 1]
     * @return in the same order
     */
    public static double[] adjust(double... p) {
        List<Integer> order = IntStream.range(0, p.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> p[i]))
                .toList();
        double[] adjusted = new double[p.length];
        double largest = 0;
        for (int rank = 0; rank < p.length; rank++) {
            int test = order.get(rank);
            largest = Math.max(largest, Math.min(1, (p.length - rank) * p[test]));
            adjusted[test] = largest;
        }
        return adjusted;
    }
}
