package org.initbench.theory;

import org.initbench.network.Activation;

/**
 * How far one network of finite width strays from theory: standard deviations of logarithms, to first order in 1/width.
 *
 * <p>A mean over N units strays by √(κ/N), where κ is a unit's relative variance; a layer passes on what it got, times the
 * elasticity of what it makes of it, and adds its own. So the logarithm's variance grows with the sum of 1/width over layers, with
 * 5/N a layer of ReLU units for a single sample, as in Hanin and Nica (2018). Of a mean over samples κ is the mean relative
 * covariance of two samples, which share all weights: it is taken at their root mean square correlation, which is followed from
 * layer to layer (Poole et al. 2016, equation 5), with what it strays itself.
 *
 * @param meanSquare of the mean square of what the layer puts out
 * @param variance of the variance of what it puts out
 * @param slopes of the mean square of a derivative by what it puts out, when passed through the activations and the weights below
 * @param correlation of what two samples make the layer put out
 */
record Spread(double meanSquare, double variance, double slopes, double correlation) {

    /** Half of the relative step by which elasticities are measured. */
    private static final double STEP = 0.01;

    /** Nothing strays: of inputs, and of what was normalized. */
    static Spread none(double correlation) {
        return new Spread(0, 0, 0, correlation);
    }

    /**
     * Of a layer's activations.
     *
     * @param activation the activation
     * @param q mean square of its pre-activations
     * @param incoming how far {@code q} strays
     * @param correlation of the pre-activations of two samples
     * @param units number of units
     * @param samples how alike samples are
     */
    static Spread of(
            Activation activation, double q, double incoming, double correlation, int units, Alikeness samples) {
        if (!(q > 0) || !Double.isFinite(q)) {
            return none(1);
        }
        GaussianMoments below = GaussianMoments.of(activation, q * (1 - STEP));
        GaussianMoments above = GaussianMoments.of(activation, q * (1 + STEP));
        PairMoments same = PairMoments.of(activation, q, 1);
        PairMoments two = PairMoments.of(activation, q, correlation);
        return new Spread(
                root(
                        elasticity(below.meanSquare(), above.meanSquare()) * incoming,
                        (samples.mean(same.squares(), two.squares()) - 1) / units),
                root(
                        elasticity(below.variance(), above.variance()) * incoming,
                        (samples.mean(same.deviations(), two.deviations()) - 1) / units),
                root(
                        elasticity(below.slopeMeanSquare(), above.slopeMeanSquare()) * incoming,
                        (samples.mean(3 * same.slopes(), (1 + 2 * samples.derivatives()) * two.slopes()) - 1) / units),
                strayed(two.correlation(), units));
    }

    /** Root mean square, over networks, of a correlation that is estimated by that many units. */
    private static double strayed(double correlation, int units) {
        double rest = 1 - correlation * correlation;
        return StrictMath.sqrt(correlation * correlation + StrictMath.max(0, rest) * rest / units);
    }

    private static double elasticity(double below, double above) {
        return below > 0 && above > 0 ? StrictMath.log(above / below) / StrictMath.log((1 + STEP) / (1 - STEP)) : 0;
    }

    private static double root(double passed, double own) {
        return StrictMath.sqrt(passed * passed + StrictMath.max(own, 0));
    }
}
