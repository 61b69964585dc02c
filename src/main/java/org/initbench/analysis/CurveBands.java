package org.initbench.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeSet;
import org.apache.commons.statistics.descriptive.Quantile;
import org.initbench.run.RunRecord;

/** Learning curves of a cell as quantiles of the loss over its runs. */
final class CurveBands {
    /** Points that a band has at most; beyond, log-spaced ones are kept. */
    private static final int POINTS = 250;

    private static final double[] LEVELS = {0.1, 0.5, 0.9};

    /** The inverse of the empirical distribution: no interpolation, so that infinite losses stay what they are. */
    private static final Quantile QUANTILE = Quantile.withDefaults().with(Quantile.EstimationMethod.HF1);

    private final LossCurves curves;

    CurveBands(LossCurves curves) {
        this.curves = curves;
    }

    /** The band of a cell. No points if no curve was kept. */
    CurveBand of(Cell cell, String role) {
        List<NavigableMap<Double, Double>> losses = new ArrayList<>();
        TreeSet<Double> epochs = new TreeSet<>();
        for (RunRecord run : cell.runs()) {
            NavigableMap<Double, Double> curve = curves.of(run);
            if (!curve.isEmpty()) {
                losses.add(curve);
                epochs.addAll(curve.keySet());
            }
        }
        List<CurveBand.Point> points = new ArrayList<>();
        for (double epoch : thinned(new ArrayList<>(epochs))) {
            points.add(point(epoch, losses));
        }
        return new CurveBand(
                cell.arm().initializer(), cell.arm().scaleKind(), cell.arm().scale(), role, points);
    }

    private static CurveBand.Point point(double epoch, List<NavigableMap<Double, Double>> losses) {
        double[] values = new double[losses.size()];
        int training = 0;
        for (int i = 0; i < values.length; i++) {
            NavigableMap<Double, Double> curve = losses.get(i);
            Map.Entry<Double, Double> last = curve.floorEntry(epoch);
            values[i] = last == null ? curve.firstEntry().getValue() : last.getValue();
            training += epoch <= curve.lastKey() ? 1 : 0;
        }
        double[] quantiles = QUANTILE.evaluate(values, LEVELS);
        return new CurveBand.Point(epoch, quantiles[0], quantiles[1], quantiles[2], training);
    }

    private static List<Double> thinned(List<Double> epochs) {
        if (epochs.size() <= POINTS) {
            return epochs;
        }
        double positive = epochs.stream().filter(e -> e > 0).findFirst().orElse(1.0);
        double last = epochs.get(epochs.size() - 1);
        double ratio = Math.pow(last / positive, 1.0 / (POINTS - 2));
        List<Double> kept = new ArrayList<>();
        double next = 0;
        for (double epoch : epochs) {
            if (epoch >= next || epoch == last) {
                kept.add(epoch);
                next = Math.max(positive, epoch * ratio * (1 - 1e-9));
            }
        }
        return kept;
    }
}
