package org.initbench.theory;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.initbench.network.Shape;

/**
 * A quantity that is equal for all channels of a position: a number for each group of samples and each position.
 *
 * @param shape what a sample is there
 * @param values {@code [groups][positions]}
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody; the arrays are the payload
record SignalMap(Shape shape, double[][] values) {

    /** The same number for every group and position of another map. */
    static SignalMap constant(SignalMap like, double value) {
        return like.each(x -> value);
    }

    SignalMap each(DoubleUnaryOperator function) {
        return new SignalMap(
                shape,
                Arrays.stream(values)
                        .map(group -> Arrays.stream(group).map(function).toArray())
                        .toArray(double[][]::new));
    }

    /** The products of two maps of one shape. */
    SignalMap times(SignalMap other) {
        double[][] products = new double[values.length][];
        for (int group = 0; group < products.length; group++) {
            products[group] = new double[values[group].length];
            for (int position = 0; position < products[group].length; position++) {
                products[group][position] = values[group][position] * other.values[group][position];
            }
        }
        return new SignalMap(shape, products);
    }

    /** The mean over groups and positions. */
    double mean() {
        return Arrays.stream(values).flatMapToDouble(Arrays::stream).sum()
                / ((double) values.length * shape.positions());
    }

    /** Each group's mean, at every position of another shape: what a layer gets that sees all positions. */
    SignalMap pooled(Shape target) {
        return new SignalMap(
                target,
                Arrays.stream(values)
                        .map(group ->
                                filled(target.positions(), Arrays.stream(group).sum() / group.length))
                        .toArray(double[][]::new));
    }

    /**
     * The sum over the square around each position, positions outside the map being zero.
     *
     * @param target the shape of the result: as many positions
     * @param kernel side of the square, odd
     */
    SignalMap summedAround(Shape target, int kernel) {
        return new SignalMap(
                target,
                Arrays.stream(values).map(group -> summedAround(group, kernel)).toArray(double[][]::new));
    }

    private double[] summedAround(double[] group, int kernel) {
        int reach = kernel / 2;
        double[] sums = new double[group.length];
        for (int y = 0; y < shape.height(); y++) {
            for (int x = 0; x < shape.width(); x++) {
                for (int v = Math.max(0, y - reach); v <= Math.min(shape.height() - 1, y + reach); v++) {
                    for (int u = Math.max(0, x - reach); u <= Math.min(shape.width() - 1, x + reach); u++) {
                        sums[y * shape.width() + x] += group[v * shape.width() + u];
                    }
                }
            }
        }
        return sums;
    }

    private static double[] filled(int length, double value) {
        double[] filled = new double[length];
        Arrays.fill(filled, value);
        return filled;
    }
}
