package org.initbench.theory;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What theory predicts of a task's networks before the first update, in the limit of wide layers.
 *
 * @param layers the layers that theory reaches, input side first
 * @param limit where and why theory ends; null if it reaches the output
 * @param independent whether the weights of each matrix are independent, as theory has them; else they are taken as if they were
 * @param meanField where ever more of the hidden layers would lead; empty unless they are dense, equal and at least two
 */
public record Prediction(
        List<Layer> layers, @Nullable String limit, boolean independent, Optional<MeanField> meanField) {

    public Prediction {
        layers = List.copyOf(layers);
    }

    /**
     * A layer.
     *
     * @param gain mean square of what it puts out over mean square of what enters it
     * @param preactivationMeanSquare mean square of what enters its last nonlinearity; without one, of what it puts out
     * @param activationVariance variance of what it puts out, over samples, units and positions
     * @param activationSpread standard deviation, over networks, of the logarithm of that variance, to first order in 1/width
     * @param derivative mean square of the loss's derivative by what enters the last nonlinearity, relative to that of the output
     *     layer; NaN if theory does not reach the output
     * @param derivativeSpread standard deviation of its logarithm
     * @param units units, or channels
     */
    public record Layer(
            double gain,
            double preactivationMeanSquare,
            double activationVariance,
            double activationSpread,
            double derivative,
            double derivativeSpread,
            int units) {}
}
