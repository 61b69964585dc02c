package org.initbench.theory;

import org.apache.commons.math3.analysis.UnivariateFunction;
import org.apache.commons.math3.analysis.solvers.BrentSolver;
import org.initbench.network.Activation;

/**
 * Where signals go in a network of ever more equal layers: the mean square of pre-activations obeys q ← V(q) = σ_w²·E φ(√q·z)² +
 * σ_b² (Poole et al. 2016, equation 3), whose fixed point q* a start approaches with depth, and mean squares of derivatives are multiplied by the
 * susceptibility χ₁ = σ_w²·E φ′(√q*·z)² in each layer (Schoenholz et al. 2017, equations 5 and 15): they vanish where it is below
 * 1, explode where it is above.
 *
 * @param weightVariance σ_w² = fan-in times the variance of a weight
 * @param biasVariance σ_b², the variance of a bias
 * @param fixedPoint q*; 0 where signals die out, infinite where they grow without end
 * @param susceptibility χ₁ at q*, or its limit there
 * @param depthScale ξ = 1 / |ln χ₁|: layers over which mean squares of derivatives, and below χ₁ = 1 of differences of samples, change by a factor
 *     of e; infinite at χ₁ = 1
 */
public record MeanField(
        double weightVariance, double biasVariance, double fixedPoint, double susceptibility, double depthScale) {

    /** Mean squares beyond which signals count as dead, or as growing without end. */
    private static final double SMALLEST = 1e-10;

    private static final double LARGEST = 1e10;
    /** Step of the search for q*, as a factor. */
    private static final double STEP = 1.25;
    /** Relative change in one layer below which a mean square counts as fixed, and distance of χ₁ from 1 that counts as none. */
    private static final double FIXED = 1e-9;

    /**
     * Follows a start to its fixed point. V grows with q, so that the mean square moves one way only, to the next zero of V(q) −
     * q on that side.
     *
     * @param activation φ
     * @param weightVariance σ_w²
     * @param biasVariance σ_b²
     * @param start the mean square to start from, greater than 0
     */
    public static MeanField of(Activation activation, double weightVariance, double biasVariance, double start) {
        UnivariateFunction growth = logarithm -> {
            double q = StrictMath.exp(logarithm);
            return (weightVariance * GaussianMoments.of(activation, q).meanSquare() + biasVariance) / q - 1;
        };
        double fixed = fixedPoint(growth, StrictMath.max(start, SMALLEST));
        double limit = StrictMath.min(StrictMath.max(fixed, SMALLEST), LARGEST);
        double susceptibility =
                weightVariance * GaussianMoments.of(activation, limit).slopeMeanSquare();
        double distance = StrictMath.abs(StrictMath.log(susceptibility));
        return new MeanField(
                weightVariance,
                biasVariance,
                fixed,
                susceptibility,
                distance < FIXED ? Double.POSITIVE_INFINITY : 1 / distance);
    }

    private static double fixedPoint(UnivariateFunction growth, double start) {
        double from = StrictMath.log(start);
        double sign = StrictMath.signum(growth.value(from));
        if (StrictMath.abs(growth.value(from)) < FIXED) {
            return start;
        }
        double end = StrictMath.log(sign > 0 ? LARGEST : SMALLEST);
        double step = sign * StrictMath.log(STEP);
        while (sign * (end - from) > 0) {
            double to = from + step;
            if (growth.value(to) * sign <= 0) {
                double root = new BrentSolver(1e-13).solve(1000, growth, Math.min(from, to), Math.max(from, to));
                return StrictMath.exp(root);
            }
            from = to;
        }
        return sign > 0 ? Double.POSITIVE_INFINITY : 0;
    }
}
