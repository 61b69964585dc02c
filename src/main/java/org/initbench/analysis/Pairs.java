package org.initbench.analysis;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;

/**
 * The runs of two cells that share a replicate: the same data order and the same underlying random numbers.
 *
 * <p>An exact cell has one possible result, which stands beside every replicate of the other.
 */
final class Pairs {
    /** Epochs of the first cell by shared replicate; infinite where the level was not reached. */
    private final double[] first;

    /** Epochs of the second cell, of the same replicates in the same order. */
    private final double[] second;

    /** Epochs after which a run is given up: the smaller of the two budgets. */
    private final double budget;

    private Pairs(double[] first, double[] second, double budget) {
        this.first = first;
        this.second = second;
        this.budget = budget;
    }

    /** The pairs of two cells; none where they share no replicate. */
    static Pairs of(Sample first, Sample second) {
        int[][] positions = first.exact() || second.exact() ? broadcast(first, second) : positions(first, second);
        double[] a = new double[positions.length];
        double[] b = new double[positions.length];
        double budget = Math.min(first.budget(), second.budget());
        for (int i = 0; i < positions.length; i++) {
            a[i] = within(first.time(positions[i][0]), budget);
            b[i] = within(second.time(positions[i][1]), budget);
        }
        return new Pairs(a, b, budget);
    }

    private static double within(double time, double budget) {
        return time <= budget ? time : Double.POSITIVE_INFINITY;
    }

    /** Positions of the runs of the replicates that both samples have. */
    static int[][] positions(Sample first, Sample second) {
        if (first.sameReplicates(second)) {
            return IntStream.range(0, first.n()).mapToObj(i -> new int[] {i, i}).toArray(int[][]::new);
        }
        Map<Integer, Integer> positions = new HashMap<>();
        for (int j = 0; j < second.n(); j++) {
            positions.put(second.replicate(j), j);
        }
        return IntStream.range(0, first.n())
                .filter(i -> positions.containsKey(first.replicate(i)))
                .mapToObj(i -> new int[] {i, positions.get(first.replicate(i))})
                .toArray(int[][]::new);
    }

    private static int[][] broadcast(Sample first, Sample second) {
        int n = Math.max(first.n(), second.n());
        return IntStream.range(0, n)
                .mapToObj(i -> new int[] {first.exact() ? 0 : i, second.exact() ? 0 : i})
                .toArray(int[][]::new);
    }

    int n() {
        return first.length;
    }

    /** Differences of min(T, B), first less second. */
    double[] differences() {
        return IntStream.range(0, n())
                .mapToDouble(i -> Math.min(first[i], budget) - Math.min(second[i], budget))
                .toArray();
    }

    /** Logarithms of the ratios of epochs, first over second, of the pairs whose runs both converged after a positive time. */
    double[] logRatios() {
        return IntStream.range(0, n())
                .filter(i -> Double.isFinite(first[i]) && Double.isFinite(second[i]) && first[i] > 0 && second[i] > 0)
                .mapToDouble(i -> Math.log(first[i] / second[i]))
                .toArray();
    }

    /** Correlation of the epochs of the pairs in which both converged; NaN of fewer than three, or where one does not vary. */
    double correlation() {
        int[] both = IntStream.range(0, n())
                .filter(i -> Double.isFinite(first[i]) && Double.isFinite(second[i]))
                .toArray();
        if (both.length < 3) {
            return Double.NaN;
        }
        return new PearsonsCorrelation()
                .correlation(
                        Arrays.stream(both).mapToDouble(i -> first[i]).toArray(),
                        Arrays.stream(both).mapToDouble(i -> second[i]).toArray());
    }

    /** Pairs in which both runs converged. */
    int both() {
        return count(true, true);
    }

    /** Pairs in which the first run converged and the second did not. */
    int onlyFirst() {
        return count(true, false);
    }

    /** Pairs in which the second run converged and the first did not. */
    int onlySecond() {
        return count(false, true);
    }

    private int count(boolean firstConverged, boolean secondConverged) {
        return (int) IntStream.range(0, n())
                .filter(i ->
                        Double.isFinite(first[i]) == firstConverged && Double.isFinite(second[i]) == secondConverged)
                .count();
    }
}
