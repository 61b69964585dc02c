package org.initbench.analysis;

import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.initbench.run.CurvePoint;
import org.initbench.run.RunRecord;

/** The loss of runs by epoch; a loss that is not a number counts as infinite. */
final class LossCurves {
    /** Share of the loss by which it must fall over the second half of the budget to be called still falling. */
    static final double FALL = 0.02;

    private final Map<String, List<CurvePoint>> points;

    LossCurves(List<CurvePoint> points) {
        this.points = ByRun.of(points, CurvePoint::runId);
    }

    /** Loss by epoch, ascending; empty if no curve of the run was kept. */
    NavigableMap<Double, Double> of(RunRecord run) {
        NavigableMap<Double, Double> curve = new TreeMap<>();
        for (CurvePoint point : points.getOrDefault(run.runId(), List.of())) {
            curve.put(point.epoch(), Double.isNaN(point.loss()) ? Double.POSITIVE_INFINITY : point.loss());
        }
        return curve;
    }

    /**
     * Whether the loss of a run was still falling when its budget was spent: over the second half of the budget it fell by more
     * than {@value #FALL} of what it was half way. False where no curve was kept up to there.
     */
    boolean falling(RunRecord run) {
        NavigableMap<Double, Double> curve = of(run);
        Map.Entry<Double, Double> middle = curve.floorEntry(run.budget() / 2);
        return middle != null && curve.lastEntry().getValue() < (1 - FALL) * middle.getValue();
    }
}
