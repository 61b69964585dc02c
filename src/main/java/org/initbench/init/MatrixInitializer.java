package org.initbench.init;

import java.util.List;

/**
 * A rule that draws each matrix by itself.
 *
 * <p>It is standardized: a weight is {@code scale · z}, computed in double precision and rounded once, where {@code z} depends on
 * the matrix and on one uniform number a weight, but never on the scale. So two scales of one rule differ by a factor and
 * nothing else.
 */
public interface MatrixInitializer extends Initializer {

    @Override
    default boolean deterministic() {
        return false;
    }

    /** Who says how biases start. */
    default BiasRule biases() {
        return BiasRule.TASK;
    }

    /**
     * The variance of a drawn bias at scale 1; its mean is 0. By default that of a weight where biases are drawn as the weights
     * are, and not known, NaN, where the rule draws them by a law of its own.
     */
    default double biasVariance(WeightMatrix matrix) {
        return biases() == BiasRule.INITIALIZER ? Double.NaN : lawOf(matrix).variance();
    }

    /**
     * The weights at scale 1.
     *
     * @param matrix the matrix, and where it stands
     * @param uniforms one number in (0, 1) a weight, row by row, never 0 or 1
     * @return {@code matrix.shape().size()} values, row by row
     */
    double[] standardized(WeightMatrix matrix, double[] uniforms);

    /** The weights at a scale: {@code scale · z}. */
    default double[] scaled(WeightMatrix matrix, double[] uniforms, double scale) {
        double[] values = standardized(matrix, uniforms);
        for (int i = 0; i < values.length; i++) {
            values[i] *= scale;
        }
        return values;
    }

    /**
     * Starts a network, matrix by matrix.
     *
     * @throws IllegalStateException if a matrix gets another number of values than it has
     */
    @Override
    default List<double[]> start(StartContext model, double scale) {
        return model.assemble(biases(), matrix -> {
            double[] values = scaled(matrix, model.draws().uniforms(matrix), scale);
            if (values.length != matrix.shape().size()) {
                throw new IllegalStateException("initializer '" + name() + "' gave " + values.length + " values for '"
                        + matrix.name() + "', which has " + matrix.shape().size());
            }
            return values;
        });
    }
}
