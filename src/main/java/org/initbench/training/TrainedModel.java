package org.initbench.training;

import java.util.Comparator;
import java.util.List;
import org.initbench.run.Cause;
import org.initbench.run.Outcome;
import org.initbench.run.Quantity;

/**
 * What became of one model.
 *
 * @param outcome how training ended
 * @param cause why it did not converge, where that can be shown
 * @param updates updates made
 * @param crossings for each threshold level the updates made before it was reached; −1 if it was not
 * @param curve the learning curve
 * @param initialLoss loss before the first update
 * @param finalLoss loss at the end
 * @param finalMetric metric at the end
 * @param initialNorm Euclidean norm of the initial parameters
 * @param distance Euclidean distance between final and initial parameters
 * @param signsKept share of weights, biases apart, whose sign is the same at both ends
 * @param initialDigest digest of the initial parameters' bits
 * @param finalDigest digest of the final parameters' bits
 * @param diagnostics what was seen inside, by update, layer and quantity; empty if the model was not diagnosed
 */
public record TrainedModel(
        Outcome outcome,
        Cause cause,
        int updates,
        List<Integer> crossings,
        List<Point> curve,
        double initialLoss,
        double finalLoss,
        double finalMetric,
        double initialNorm,
        double distance,
        double signsKept,
        String initialDigest,
        String finalDigest,
        List<Diagnostic> diagnostics) {

    public TrainedModel {
        crossings = List.copyOf(crossings);
        curve = List.copyOf(curve);
        diagnostics = List.copyOf(diagnostics);
    }

    /**
     * A point of the learning curve.
     *
     * @param updates updates made so far
     * @param loss loss on the evaluation samples
     * @param metric the task's metric
     */
    public record Point(int updates, double loss, double metric) {}

    /**
     * Something seen inside the model.
     *
     * @param updates updates made so far
     * @param quantity what was measured
     * @param layer the layer, from 0
     * @param value the measurement, of six significant digits
     */
    public record Diagnostic(int updates, Quantity quantity, int layer, double value) {
        /** By update, layer and quantity. */
        static final Comparator<Diagnostic> ORDER = Comparator.comparingInt(Diagnostic::updates)
                .thenComparingInt(Diagnostic::layer)
                .thenComparing(Diagnostic::quantity);
    }
}
