package org.initbench.init;

import org.initbench.common.Streams;

/**
 * The weights of one layer of one model.
 *
 * <p>The uniform numbers behind them are a function of (seed, task, replicate, layer, parameter) and of nothing else:
 * initializers and scales are compared on common random numbers.
 *
 * @param seed the study's seed
 * @param task name of the task
 * @param replicate number of the replicate
 */
public record Draws(long seed, String task, int replicate) {

    /**
     * Draws a layer.
     *
     * @param initializer the rule
     * @param scale multiplier of the standardized weights; 1 for a rule that takes none
     * @param layer number of the layer, from 0 at the input side
     * @param shape the layer's matrix
     * @return {@code fanOut × (fanIn + 1)} values row by row, the bias last in each row; the bias is 0 unless drawn
     */
    public double[] layer(Initializer initializer, double scale, int layer, WeightShape shape) {
        double[] z = initializer.standardized(shape, uniforms(layer, shape));
        int columns = shape.columns();
        double[] weights = new double[shape.fanOut() * (shape.fanIn() + 1)];
        for (int i = 0; i < shape.fanOut(); i++) {
            for (int j = 0; j < columns; j++) {
                weights[i * (shape.fanIn() + 1) + j] = scale * z[i * columns + j];
            }
        }
        return weights;
    }

    private double[] uniforms(int layer, WeightShape shape) {
        double[] weights = parameter(layer, "weight", shape.fanOut() * shape.fanIn());
        if (!shape.drawnBias()) {
            return weights;
        }
        double[] biases = parameter(layer, "bias", shape.fanOut());
        double[] all = new double[shape.size()];
        for (int i = 0; i < shape.fanOut(); i++) {
            System.arraycopy(weights, i * shape.fanIn(), all, i * shape.columns(), shape.fanIn());
            all[i * shape.columns() + shape.fanIn()] = biases[i];
        }
        return all;
    }

    private double[] parameter(int layer, String parameter, int count) {
        return Streams.uniforms(Streams.of(seed, task, replicate, layer, parameter), count);
    }
}
