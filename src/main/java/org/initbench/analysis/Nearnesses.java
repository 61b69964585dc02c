package org.initbench.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.stat.correlation.SpearmansCorrelation;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.initbench.run.RunRecord;

/** Whether a good start begins near its end. */
final class Nearnesses {
    /** Runs that a cell needs: an interval takes more than 3, and fewer than this tell nothing. */
    static final int RUNS = 5;

    /** Variance of atanh ρ times n − 3, for Spearman's ρ. */
    static final double FIELLER = 1.06;

    private Nearnesses() {}

    /** One a task with a hidden layer, that is no control, and has a cell with enough runs. */
    static List<Nearness> of(List<TaskResult> results) {
        return results.stream()
                .filter(result ->
                        result.task().controlOf() == null && result.task().hiddenLayers() > 0)
                .map(Nearnesses::of)
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Nearness> of(TaskResult result) {
        List<List<RunRecord>> cells = result.cells().stream()
                .filter(cell -> !cell.arm().deterministic())
                .map(WeightTravels::arrived)
                .filter(runs -> runs.size() >= RUNS && varies(runs, Nearnesses::epochs))
                .toList();
        return cells.isEmpty()
                ? Optional.empty()
                : Optional.of(new Nearness(
                        result.task().name(),
                        cells.size(),
                        mean(cells, RunRecord::distance),
                        mean(cells, RunRecord::initialLoss),
                        mean(cells, RunRecord::signsKept)));
    }

    private static double epochs(RunRecord run) {
        return run.epochs().orElseThrow();
    }

    private static boolean varies(List<RunRecord> runs, ToDoubleFunction<RunRecord> column) {
        return runs.stream().mapToDouble(column).distinct().count() > 1;
    }

    private static Estimate mean(List<List<RunRecord>> cells, ToDoubleFunction<RunRecord> column) {
        List<Double> correlations = new ArrayList<>();
        int n = 0;
        for (List<RunRecord> runs : cells) {
            if (varies(runs, column)) {
                correlations.add(spearman(
                        runs.stream().mapToDouble(Nearnesses::epochs).toArray(),
                        runs.stream().mapToDouble(column).toArray()));
                n = Math.max(n, runs.size());
            }
        }
        if (correlations.isEmpty()) {
            return Estimate.undefined(cells.get(0).size(), "undefined: all runs of a cell have the same");
        }
        double mean =
                correlations.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
        return estimate(mean, n, correlations.size());
    }

    /** Spearman's rank correlation; equal values share their mean rank. */
    static double spearman(double[] x, double[] y) {
        return new SpearmansCorrelation().correlation(x, y);
    }

    /**
     * A mean correlation with its interval; a perfect one is taken half of the smallest step lower, for it would have no interval.
     *
     * @param n runs of a cell, at least {@link #RUNS}
     * @param cells cells that were averaged
     */
    static Estimate estimate(double mean, int n, int cells) {
        double z = NormalDistribution.of(0, 1).inverseSurvivalProbability(Cost.TAIL);
        double half = z * Math.sqrt(FIELLER / (n - 3));
        double centre = atanh(below(mean, n));
        double[] limits = Arrays.stream(new double[] {-half, half})
                .map(step -> Math.tanh(centre + step))
                .toArray();
        List<String> caveats = new ArrayList<>();
        if (cells > 1) {
            caveats.add("the interval counts all cells of a task as one, because they share their random numbers");
        }
        if (n < 10) {
            caveats.add("rests on " + n + " replicates: approximate");
        }
        return new Estimate(mean, limits[0], limits[1], Estimates.CONFIDENCE, n, caveats);
    }

    /** A correlation over n runs; a perfect one half of the smallest step lower. */
    static double below(double correlation, int n) {
        double most = 1 - 6.0 / (n * (n * (double) n - 1));
        return Math.max(-most, Math.min(most, correlation));
    }

    static double atanh(double x) {
        return Math.log((1 + x) / (1 - x)) / 2;
    }
}
