package org.initbench.network;

import java.util.List;
import java.util.function.UnaryOperator;

/** What the normalizations share: {@code gain · (x − mean) / √(variance + epsilon) + offset}. */
final class Normalization {

    /** Added to the variance. */
    static final double EPSILON = 1e-5;

    private Normalization() {}

    /** What defines a normalization besides what it averages over. */
    static String definition() {
        return "epsilon " + EPSILON;
    }

    /** A gain of each channel, 1 at first, and an offset, 0 at first. */
    static List<Parameter> parameters(Shape input) {
        return List.of(
                Parameter.vector("gain", input.channels(), Parameter.StartingPoint.ONE),
                Parameter.vector("offset", input.channels(), Parameter.StartingPoint.ZERO));
    }

    /**
     * Normalizes.
     *
     * @param x data, {@code [rows, channels]}
     * @param mean replaces every element by the mean of those it is normalized with; the variance is the mean square of the
     *     deviations from it, without Bessel's correction
     * @param parameters gain and offset
     */
    static <T> T apply(Operations<T> operations, T x, UnaryOperator<T> mean, List<T> parameters) {
        T deviation = operations.subtract(x, mean.apply(x));
        T variance = mean.apply(operations.multiply(deviation, deviation));
        T standardized = operations.multiply(deviation, operations.reciprocalSquareRoot(variance, EPSILON));
        T gain = operations.broadcast(parameters.get(0), x);
        T offset = operations.broadcast(parameters.get(1), x);
        return operations.add(operations.multiply(standardized, gain), offset);
    }
}
