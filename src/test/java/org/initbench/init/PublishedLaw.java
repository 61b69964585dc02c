package org.initbench.init;

import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.special.Beta;

/**
 * What one weight of an initializer is promised to be at scale 1, written down a second time, from the publications.
 *
 * @param standardDeviation standard deviation of a weight
 * @param kurtosis fourth moment over squared variance
 * @param distribution the distribution function
 * @param bound largest possible magnitude; infinite if there is none
 */
record PublishedLaw(double standardDeviation, double kurtosis, DoubleUnaryOperator distribution, double bound) {

    /** The law of a weight, from the rows and columns of its matrix and the fan-in. */
    @FunctionalInterface
    interface Rule {
        PublishedLaw of(int fanOut, int fanIn, int columns);
    }

    /** Every random initializer. */
    static final Map<String, Rule> ALL = Map.of(
            "normal", (out, in, columns) -> normal(1),
            "uniform", (out, in, columns) -> uniform(Math.sqrt(3)),
            "lecun-normal", (out, in, columns) -> normal(Math.sqrt(1.0 / in)),
            "lecun-uniform", (out, in, columns) -> uniform(Math.sqrt(3.0 / in)),
            "glorot-normal", (out, in, columns) -> normal(Math.sqrt(2.0 / (in + out))),
            "glorot-uniform", (out, in, columns) -> uniform(Math.sqrt(6.0 / (in + out))),
            "he-normal", (out, in, columns) -> normal(Math.sqrt(2.0 / in)),
            "he-uniform", (out, in, columns) -> uniform(Math.sqrt(6.0 / in)),
            "orthogonal", (out, in, columns) -> coordinateOfUnitVector(Math.max(out, columns)));

    private static PublishedLaw normal(double deviation) {
        NormalDistribution law = new NormalDistribution(null, 0, deviation);
        return new PublishedLaw(deviation, 3, law::cumulativeProbability, Double.POSITIVE_INFINITY);
    }

    private static PublishedLaw uniform(double bound) {
        return new PublishedLaw(bound / Math.sqrt(3), 9.0 / 5, x -> (x / bound + 1) / 2, bound);
    }

    /** A column or row of a uniformly distributed orthogonal matrix is uniform on the sphere of n dimensions. */
    private static PublishedLaw coordinateOfUnitVector(int n) {
        return new PublishedLaw(
                Math.sqrt(1.0 / n),
                3.0 * n / (n + 2),
                x -> (1 + Math.signum(x) * Beta.regularizedBeta(x * x, 0.5, (n - 1) / 2.0)) / 2,
                1);
    }
}
