package org.initbench.theory;

import java.util.HashMap;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import org.initbench.network.Activation;

/**
 * What theory says of a layer.
 *
 * @param preactivation mean square of what enters the last nonlinearity; without one, of what the layer puts out
 * @param mean mean of what the layer puts out
 * @param meanSquare mean square of what the layer puts out
 * @param unitVariance variance of what the layer puts out, over units
 * @param slope mean square of the activation's derivative
 * @param normal whether what the layer puts out is normal
 * @param spread how far one network strays from it
 * @param below from the mean square of the loss's derivative by {@code preactivation} to that by what entered the layer
 */
record Stage(
        SignalMap preactivation,
        SignalMap mean,
        SignalMap meanSquare,
        SignalMap unitVariance,
        SignalMap slope,
        boolean normal,
        Spread spread,
        UnaryOperator<SignalMap> below) {

    /** What comes before the first layer: inputs, two samples of which have a correlation. */
    static Stage input(SignalMap meanSquare, double correlation) {
        return identity(meanSquare, false, Spread.none(correlation), derivative -> derivative);
    }

    /** A layer without a nonlinearity, whose output has mean 0. */
    static Stage identity(SignalMap meanSquare, boolean normal, Spread spread, UnaryOperator<SignalMap> below) {
        return new Stage(
                meanSquare,
                SignalMap.constant(meanSquare, 0),
                meanSquare,
                meanSquare,
                SignalMap.constant(meanSquare, 1),
                normal,
                spread,
                below);
    }

    /**
     * A layer that applies an activation to normal pre-activations.
     *
     * @param activation the activation
     * @param q mean square of its pre-activations
     * @param spread how far a network strays from it
     * @param below as in a stage
     */
    static Stage activated(Activation activation, SignalMap q, Spread spread, UnaryOperator<SignalMap> below) {
        Map<Double, GaussianMoments> known = new HashMap<>();
        return new Stage(
                q,
                moments(known, activation, q, GaussianMoments::mean),
                moments(known, activation, q, GaussianMoments::meanSquare),
                moments(known, activation, q, GaussianMoments::variance),
                moments(known, activation, q, GaussianMoments::slopeMeanSquare),
                activation == Activation.IDENTITY,
                spread,
                below);
    }

    private static SignalMap moments(
            Map<Double, GaussianMoments> known,
            Activation activation,
            SignalMap q,
            ToDoubleFunction<GaussianMoments> moment) {
        return q.each(
                value -> moment.applyAsDouble(known.computeIfAbsent(value, v -> GaussianMoments.of(activation, v))));
    }

    /** Variance of what the layer puts out, over samples, units and positions. */
    double variance() {
        double grand = mean.mean();
        return unitVariance.mean() + mean.each(m -> (m - grand) * (m - grand)).mean();
    }
}
