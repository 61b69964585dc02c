package org.initbench.init;

import org.initbench.common.Streams;

/**
 * The weights of one model.
 *
 * <p>The uniform numbers behind them are a function of (seed, task, replicate, layer, parameter) and of nothing else:
 * initializers and scales are compared on common random numbers.
 *
 * @param seed the study's seed
 * @param task name of the task
 * @param replicate number of the replicate
 */
public record Draws(long seed, String task, int replicate) {

    private static final String WEIGHT = "weight";

    /**
     * Draws a matrix.
     *
     * @param initializer the rule
     * @param scale multiplier of the standardized weights; 1 for a rule that takes none
     * @param layer number of the layer, from 0 at the input side
     * @param parameter name of the matrix, unique in its layer
     * @param shape the matrix
     * @return {@code units × columns} values row by row, the bias, if drawn, last in each row
     */
    public double[] matrix(Initializer initializer, double scale, int layer, String parameter, WeightShape shape) {
        double[] values = initializer.standardized(shape, uniforms(layer, parameter, shape));
        for (int i = 0; i < values.length; i++) {
            values[i] *= scale;
        }
        return values;
    }

    private double[] uniforms(int layer, String parameter, WeightShape shape) {
        double[] weights = stream(layer, parameter, shape.units() * shape.inputs());
        if (!shape.drawnBias()) {
            return weights;
        }
        double[] biases = stream(layer, biasesOf(parameter), shape.units());
        double[] all = new double[shape.size()];
        for (int i = 0; i < shape.units(); i++) {
            System.arraycopy(weights, i * shape.inputs(), all, i * shape.columns(), shape.inputs());
            all[i * shape.columns() + shape.inputs()] = biases[i];
        }
        return all;
    }

    /** Biases have a stream of their own: {@code hidden bias} beside {@code hidden weight}. */
    private static String biasesOf(String parameter) {
        return parameter.endsWith(WEIGHT)
                ? parameter.substring(0, parameter.length() - WEIGHT.length()) + "bias"
                : "bias of " + parameter;
    }

    private double[] stream(int layer, String parameter, int count) {
        return Streams.uniforms(Streams.of(seed, task, replicate, layer, parameter), count);
    }
}
