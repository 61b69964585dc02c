package org.initbench.theory;

import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;
import org.initbench.network.Activation;
import org.initbench.reference.PlainActivations;

/**
 * What an activation φ makes of the pre-activations of two samples, normal with equal mean squares and correlation c: relative
 * products of the two, by a Gauss–Hermite rule of 48 points in each direction. It serves to say how far networks stray: where an
 * activation has a kink, products of values are right to a hundredth, and those of slopes, which have a step, to a tenth.
 *
 * @param correlation E φₐφ_b / E φ²
 * @param squares E φₐ²φ_b² / (E φ²)²
 * @param deviations E (φₐ − E φ)²(φ_b − E φ)² / (Var φ)²
 * @param slopes E φ′ₐ²φ′_b² / (E φ′²)²
 */
record PairMoments(double correlation, double squares, double deviations, double slopes) {

    private static final int POINTS = 48;
    private static final GaussIntegrator RULE = new GaussIntegratorFactory().hermite(POINTS);

    /**
     * By quadrature.
     *
     * @param activation φ
     * @param q mean square of the pre-activations, greater than 0 and finite
     * @param c their correlation, −1 to 1
     */
    static PairMoments of(Activation activation, double q, double c) {
        double deviation = StrictMath.sqrt(2 * q);
        double across = StrictMath.sqrt(StrictMath.max(0, 1 - c * c));
        double mean = 0;
        double meanSquare = 0;
        double slopeMeanSquare = 0;
        double total = 0;
        for (int i = 0; i < POINTS; i++) {
            double value = PlainActivations.value(activation, deviation * RULE.getPoint(i));
            double slope = PlainActivations.slope(activation, deviation * RULE.getPoint(i));
            mean += RULE.getWeight(i) * value;
            meanSquare += RULE.getWeight(i) * value * value;
            slopeMeanSquare += RULE.getWeight(i) * slope * slope;
            total += RULE.getWeight(i);
        }
        mean /= total;
        meanSquare /= total;
        slopeMeanSquare /= total;
        double variance = variance(activation, deviation, mean, total);
        double[] sums = new double[4];
        for (int i = 0; i < POINTS; i++) {
            double x = deviation * RULE.getPoint(i);
            double value = PlainActivations.value(activation, x);
            double slope = PlainActivations.slope(activation, x);
            double square = relative(value * value, meanSquare);
            double deviationSquare = relative((value - mean) * (value - mean), variance);
            double slopeSquare = relative(slope * slope, slopeMeanSquare);
            double y = Double.NaN;
            double other = Double.NaN;
            double otherSlope = Double.NaN;
            for (int j = 0; j < POINTS; j++) {
                double weight = RULE.getWeight(i) / total * (RULE.getWeight(j) / total);
                double next = c * x + across * deviation * RULE.getPoint(j);
                // Of samples that are alike it is the same for every j.
                if (next != y) {
                    y = next;
                    other = PlainActivations.value(activation, y);
                    otherSlope = PlainActivations.slope(activation, y);
                }
                sums[0] += weight * relative(value * other, meanSquare);
                sums[1] += weight * square * relative(other * other, meanSquare);
                sums[2] += weight * deviationSquare * relative((other - mean) * (other - mean), variance);
                sums[3] += weight * slopeSquare * relative(otherSlope * otherSlope, slopeMeanSquare);
            }
        }
        return new PairMoments(sums[0], sums[1], sums[2], sums[3]);
    }

    /** Of deviations from the mean: of the two large numbers of which it is the difference, hardly a digit is left where q is small. */
    private static double variance(Activation activation, double deviation, double mean, double total) {
        double variance = 0;
        for (int i = 0; i < POINTS; i++) {
            double off = PlainActivations.value(activation, deviation * RULE.getPoint(i)) - mean;
            variance += RULE.getWeight(i) * off * off;
        }
        return variance / total;
    }

    /** A part of a whole; 1 where there is none, so that nothing strays. */
    private static double relative(double part, double whole) {
        return whole > 0 ? part / whole : 1;
    }
}
