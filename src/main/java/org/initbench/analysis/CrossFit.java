package org.initbench.analysis;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.initbench.common.Streams;

/**
 * Regrets of the starts of one task by cross-fitting over random halves of the replicates.
 *
 * <p>On one half, of ⌊n/2⌋ replicates, the start with the lowest ERT is chosen, the first of equals. On the other half the cost and the
 * successes of a run are averaged, of each start and of the chosen one; over the splits these averages are averaged again. Cost by
 * successes is an ERT, that of a start by that of the chosen ones its regret. So a regret is infinite only if the start never succeeded.
 * A split on whose first half nothing succeeded chooses nothing and is left out.
 */
final class CrossFit {
    /** Splits of the replicates. */
    static final int SPLITS = 200;

    /** What a run costs, by start and replicate; NaN where there is no run. */
    private final double[][] cost;

    private final double[][] success;
    private final double[] ert;
    private final int[] chosen;
    private final double bestErt;

    /**
     * Fits.
     *
     * @param starts epochs of every start, in an order that breaks ties
     * @param random where the splits come from; n numbers are drawn a split, and the replicates with the smallest ones make the first half
     */
    CrossFit(List<Sample> starts, UniformRandomProvider random) {
        int[] replicates = replicates(starts);
        int n = replicates.length;
        cost = new double[starts.size()][n];
        success = new double[starts.size()][n];
        for (int c = 0; c < starts.size(); c++) {
            fill(c, starts.get(c), replicates);
        }
        double[] costs = new double[starts.size() + 1];
        double[] successes = new double[starts.size() + 1];
        chosen = new int[SPLITS];
        for (int s = 0; s < SPLITS; s++) {
            boolean[] first = half(Streams.uniforms(random, n));
            chosen[s] = best(first);
            for (int c = 0; chosen[s] >= 0 && c <= starts.size(); c++) {
                int start = c < starts.size() ? c : chosen[s];
                costs[c] += mean(cost[start], first, false);
                successes[c] += mean(success[start], first, false);
            }
        }
        ert = IntStream.range(0, starts.size())
                .mapToDouble(c -> costs[c] / successes[c])
                .toArray();
        bestErt = costs[starts.size()] / successes[starts.size()];
    }

    /** The numbers of the replicates that any start has, ascending; of starts with one possible result none. */
    static int[] replicates(List<Sample> starts) {
        return starts.stream()
                .filter(start -> !start.exact())
                .flatMapToInt(start -> IntStream.range(0, start.n()).map(start::replicate))
                .distinct()
                .sorted()
                .toArray();
    }

    private void fill(int c, Sample start, int[] replicates) {
        Map<Integer, Integer> runs = new TreeMap<>();
        for (int i = 0; i < start.n(); i++) {
            runs.put(start.replicate(i), i);
        }
        for (int r = 0; r < replicates.length; r++) {
            Integer run = start.exact() ? (Integer) 0 : runs.get(replicates[r]);
            double time = run == null ? Double.NaN : start.time(run);
            cost[c][r] = Double.isNaN(time) ? Double.NaN : Math.min(time, start.budget());
            success[c][r] = Double.isNaN(time) ? Double.NaN : Double.isFinite(time) ? 1 : 0;
        }
    }

    /** Which replicates make the first half: those with the smallest keys. */
    private static boolean[] half(double[] keys) {
        boolean[] first = new boolean[keys.length];
        IntStream.range(0, keys.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> keys[i]))
                .limit(keys.length / 2)
                .forEach(i -> first[i] = true);
        return first;
    }

    /** The start with the lowest ERT on the first half; -1 if none succeeded. */
    private int best(boolean[] first) {
        int best = -1;
        double least = Double.POSITIVE_INFINITY;
        for (int c = 0; c < cost.length; c++) {
            double own = mean(cost[c], first, true) / mean(success[c], first, true);
            if (own < least) {
                least = own;
                best = c;
            }
        }
        return best;
    }

    private static double mean(double[] values, boolean[] first, boolean half) {
        double sum = 0;
        int n = 0;
        for (int r = 0; r < values.length; r++) {
            if (first[r] == half && !Double.isNaN(values[r])) {
                sum += values[r];
                n++;
            }
        }
        return sum / n;
    }

    /** The regret of a start; infinite if it never succeeded, NaN if it has too few runs or nothing could be chosen. */
    double regret(int start) {
        return ert[start] / bestErt;
    }

    /** The start that was chosen most often, the first of equals; -1 if none ever was. */
    int choice() {
        return Arrays.stream(chosen)
                .filter(c -> c >= 0)
                .boxed()
                .max(Comparator.<Integer>comparingLong(this::times).thenComparing(Comparator.reverseOrder()))
                .orElse(-1);
    }

    /** Share of the splits in which a start was chosen. */
    double share(int start) {
        return times(start) / (double) SPLITS;
    }

    private long times(int start) {
        return Arrays.stream(chosen).filter(c -> c == start).count();
    }
}
