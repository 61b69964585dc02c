package org.initbench.analysis;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * The best scale of a family on a task, between the steps of the grid: the vertex of the parabola through the logarithms of the cost (ERT)
 * at the best scale and its two neighbours, no farther than half way to a neighbour. At the edge of the grid, and beside a scale
 * from which nothing succeeded, the best scale itself.
 */
final class Optimum {
    private final double[] scales;

    /** Cost of a run by scale and replicate, in units of epochs. */
    private final double[][] cost;

    private final int[] successes;
    private final boolean[][] success;
    private final boolean[] candidate;

    /**
     * Prepares.
     *
     * @param cells cells of one family, ascending by scale, at least one of which may be called best
     */
    Optimum(List<Cell> cells) {
        scales = cells.stream().mapToDouble(cell -> Math.log10(cell.scale())).toArray();
        cost = new double[scales.length][];
        success = new boolean[scales.length][];
        successes = new int[scales.length];
        candidate = new boolean[scales.length];
        for (int k = 0; k < scales.length; k++) {
            Sample sample = cells.get(k).comparable();
            cost[k] = new double[sample.n()];
            success[k] = new boolean[sample.n()];
            for (int i = 0; i < sample.n(); i++) {
                cost[k][i] = Math.min(sample.time(i), sample.budget());
                success[k][i] = Double.isFinite(sample.time(i));
            }
            successes[k] = sample.successes();
            candidate[k] = cells.get(k).eligible();
        }
    }

    /** Number of replicates: the least over the scales. */
    int n() {
        return Arrays.stream(cost).mapToInt(c -> c.length).min().orElse(0);
    }

    /** Decadic logarithm of the best scale. */
    double log10() {
        return log10(IntStream.range(0, scales.length)
                .mapToDouble(k -> Arrays.stream(cost[k]).sum() / successes[k])
                .toArray());
    }

    /** The same of replicates drawn with replacement; NaN if no candidate succeeded in them. */
    double resampled(UniformRandomProvider random) {
        int n = n();
        int[] drawn = IntStream.generate(() -> random.nextInt(n)).limit(n).toArray();
        double[] ert = new double[scales.length];
        for (int k = 0; k < scales.length; k++) {
            double sum = 0;
            int reached = 0;
            for (int i : drawn) {
                sum += cost[k][i];
                reached += success[k][i] ? 1 : 0;
            }
            ert[k] = sum / reached;
        }
        return log10(ert);
    }

    private double log10(double[] ert) {
        int best = -1;
        for (int k = 0; k < ert.length; k++) {
            if (candidate[k] && Double.isFinite(ert[k]) && (best < 0 || ert[k] < ert[best])) {
                best = k;
            }
        }
        return best < 0 ? Double.NaN : vertex(scales, ert, best);
    }

    /** The vertex of the parabola through (x, ln y) at {@code k} and its neighbours, within half a step. */
    static double vertex(double[] x, double[] y, int k) {
        if (k == 0 || k == x.length - 1 || !Double.isFinite(y[k - 1]) || !Double.isFinite(y[k + 1])) {
            return x[k];
        }
        double left = x[k] - x[k - 1];
        double right = x[k + 1] - x[k];
        double fall = (Math.log(y[k - 1]) - Math.log(y[k])) / left;
        double rise = (Math.log(y[k + 1]) - Math.log(y[k])) / right;
        double curvature = fall + rise;
        if (!(curvature > 0)) {
            return x[k];
        }
        double offset = (fall * right - rise * left) / (2 * curvature);
        return x[k] + Math.max(-left / 2, Math.min(right / 2, offset));
    }
}
