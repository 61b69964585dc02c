package org.initbench.theory;

import org.initbench.network.Activation;
import org.initbench.reference.PlainActivations;

/**
 * What an activation φ makes of a normal pre-activation √q·z, z ~ N(0, 1).
 *
 * @param mean E φ
 * @param meanSquare E φ²
 * @param slopeMeanSquare E φ′²
 * @param variance Var φ
 */
public record GaussianMoments(double mean, double meanSquare, double slopeMeanSquare, double variance) {

    /** √q from which on the sine's oscillations average out to the last bit: 2q is above 40 there, and e^−40 nothing beside 1. */
    private static final double OSCILLATING = 4.5;

    /**
     * By quadrature; to some twelve digits.
     *
     * @param activation φ
     * @param q mean square of the pre-activation, at least 0
     * @return NaN throughout if q is not finite
     */
    public static GaussianMoments of(Activation activation, double q) {
        if (!Double.isFinite(q)) {
            return new GaussianMoments(Double.NaN, Double.NaN, Double.NaN, Double.NaN);
        }
        if (q == 0) {
            double value = PlainActivations.value(activation, 0);
            double slope = PlainActivations.slope(activation, 0);
            return new GaussianMoments(value, value * value, slope * slope, 0);
        }
        if (activation == Activation.SINE && q > OSCILLATING * OSCILLATING) {
            return new GaussianMoments(0, 0.5, 0.5, 0.5);
        }
        GaussianQuadrature law = GaussianQuadrature.ofVariance(q);
        double[] values = law.values(x -> PlainActivations.value(activation, x));
        double[] slopes = law.values(x -> PlainActivations.slope(activation, x));
        double mean = law.mean(values, v -> v);
        double meanSquare = law.mean(values, v -> v * v);
        double variance = law.mean(values, v -> (v - mean) * (v - mean));
        double slopeMeanSquare = law.mean(slopes, v -> v * v);
        return new GaussianMoments(mean, meanSquare, slopeMeanSquare, variance);
    }
}
