package org.initbench.init;

import java.util.function.DoubleUnaryOperator;

/**
 * A rule whose weights are independent and alike: a standardized law (mean 0, variance 1, or a constant) times a standard
 * deviation that depends on the layer's fans.
 *
 * @param name unique name
 * @param law one sentence for people
 * @param scaleKind what the scale means
 * @param deterministic whether the law ignores its argument
 * @param quantile the standardized law's inverse distribution function on (0, 1)
 * @param variance variance of one weight at scale 1
 */
record IndependentWeights(
        String name,
        String law,
        ScaleKind scaleKind,
        boolean deterministic,
        DoubleUnaryOperator quantile,
        VarianceRule variance)
        implements Initializer {

    /** The variance of one weight, from the fans of its layer. */
    @FunctionalInterface
    interface VarianceRule {
        double at(int fanIn, int fanOut);
    }

    @Override
    public double targetVariance(int fanIn, int fanOut) {
        return variance.at(fanIn, fanOut);
    }

    @Override
    public double[] standardized(WeightShape shape, double[] uniforms) {
        double deviation = deterministic ? 1 : StrictMath.sqrt(variance.at(shape.fanIn(), shape.fanOut()));
        double[] weights = new double[shape.size()];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = deviation * quantile.applyAsDouble(uniforms[i]);
        }
        return weights;
    }
}
