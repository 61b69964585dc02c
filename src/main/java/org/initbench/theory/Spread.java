package org.initbench.theory;

import org.initbench.network.Activation;

/**
 * How far one network of finite width strays from theory: standard deviations of logarithms, to first order in 1/width.
 *
 * <p>A mean over N units strays by √(κ/N), where κ is a unit's relative variance; a layer passes on what it got, times the
 * elasticity of what it makes of it, and adds its own. So the logarithm's variance grows with the sum of 1/width over layers, with
 * 5/N a layer of ReLU units as in Hanin and Nica (2018). Samples count as one: they share all weights, and are the more alike the
 * deeper the layer. Where they differ, means over them stray less than this.
 *
 * @param preactivation of the mean square of pre-activations
 * @param meanSquare of the mean square of what the layer puts out
 * @param variance of the variance of what it puts out
 * @param slopes of the mean square of a derivative by what it puts out, when passed through the activations and the weights below
 */
record Spread(double preactivation, double meanSquare, double variance, double slopes) {

    /** Nothing strays: of inputs, and of what was normalized. */
    static final Spread NONE = new Spread(0, 0, 0, 0);

    /** Half of the relative step by which elasticities are measured. */
    private static final double STEP = 0.01;

    /** Relative variance of the square of a normal number, less one: products with random weights are normal. */
    private static final double NORMAL_KURTOSIS = 3;

    /**
     * Of a layer's activations.
     *
     * @param activation the activation
     * @param q mean square of its pre-activations
     * @param incoming {@link #preactivation}
     * @param units number of units
     */
    static Spread of(Activation activation, double q, double incoming, int units) {
        if (!(q > 0) || !Double.isFinite(q)) {
            return NONE;
        }
        GaussianMoments here = GaussianMoments.of(activation, q);
        GaussianMoments below = GaussianMoments.of(activation, q * (1 - STEP));
        GaussianMoments above = GaussianMoments.of(activation, q * (1 + STEP));
        double meanSquare = elasticity(below.meanSquare(), above.meanSquare()) * incoming;
        double variance = elasticity(below.variance(), above.variance()) * incoming;
        double slopes = elasticity(below.slopeMeanSquare(), above.slopeMeanSquare()) * incoming;
        return new Spread(
                incoming,
                root(meanSquare, (here.rawKurtosis() - 1) / units),
                root(variance, (here.kurtosis() - 1) / units),
                root(slopes, (NORMAL_KURTOSIS * here.slopeKurtosis() - 1) / units));
    }

    private static double elasticity(double below, double above) {
        return below > 0 && above > 0 ? StrictMath.log(above / below) / StrictMath.log((1 + STEP) / (1 - STEP)) : 0;
    }

    private static double root(double passed, double own) {
        return StrictMath.sqrt(passed * passed + StrictMath.max(own, 0));
    }
}
