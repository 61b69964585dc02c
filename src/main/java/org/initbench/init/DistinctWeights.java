package org.initbench.init;

import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.initbench.network.Network;

/**
 * Weights that differ from each other, but by no chance: they separate "distinct" from "random".
 *
 * @param name unique name
 * @param law one sentence for people
 * @param sequence the values, of mean near 0 and variance near 1
 * @param kurtosis the values' fourth moment over squared variance
 * @param bound the values' largest magnitude
 * @param cumulative the distribution function that the values of a large matrix follow
 * @param fewest smallest number of weights of a matrix for which the sequence has a meaning
 */
record DistinctWeights(
        String name,
        String law,
        Sequence sequence,
        double kurtosis,
        double bound,
        DoubleUnaryOperator cumulative,
        int fewest)
        implements MatrixInitializer {

    /** 1/φ: of all numbers, the one whose multiples' fractional parts are spread most evenly. */
    private static final double GOLDEN = 0.6180339887498949;

    private static final double SQRT_2 = StrictMath.sqrt(2);

    /** Values of a matrix. */
    @FunctionalInterface
    interface Sequence {
        /**
         * One value.
         *
         * @param i number of the weight in its matrix, from 0
         * @param size number of weights of the matrix
         * @param offset number of weights in the matrices before it
         */
        double at(int i, int size, int offset);
    }

    /** The golden-ratio (Weyl) sequence, through all matrices. */
    static DistinctWeights weyl() {
        return new DistinctWeights(
                "weyl",
                "std·√3·(2·frac(n/φ) − 1), φ the golden ratio, n the number of the weight in the network:"
                        + " evenly spread over the range of a uniform law, no two alike, and no random number",
                (i, size, offset) -> {
                    double turns = (offset + i + 1) * GOLDEN;
                    return Distribution.UNIFORM.quantile(turns - StrictMath.floor(turns));
                },
                Distribution.UNIFORM.kurtosis(),
                Distribution.UNIFORM.bound(),
                Distribution.UNIFORM::cumulative,
                1);
    }

    /** Even steps from the lowest weight to the highest, in each matrix. */
    static DistinctWeights ramp() {
        return new DistinctWeights(
                "linear-ramp",
                "even steps from the lowest weight of a matrix to the highest, row by row, of mean 0 and standard"
                        + " deviation std; no random number",
                (i, size, offset) -> Distribution.UNIFORM.quantile((i + 0.5) / size)
                        / StrictMath.sqrt(1 - 1.0 / ((double) size * size)),
                Distribution.UNIFORM.kurtosis(),
                Distribution.UNIFORM.bound(),
                Distribution.UNIFORM::cumulative,
                2);
    }

    /** The sine of the weights' numbers, through all matrices. */
    static DistinctWeights sine() {
        return new DistinctWeights(
                "sine",
                "std·√2·sin n, n the number of the weight in the network; no random number",
                (i, size, offset) -> SQRT_2 * StrictMath.sin(offset + i + 1.0),
                1.5,
                SQRT_2,
                x -> 0.5 + StrictMath.asin(Math.max(-1, Math.min(1, x / SQRT_2))) / Math.PI,
                1);
    }

    @Override
    public ScaleKind scaleKind() {
        return ScaleKind.STD;
    }

    @Override
    public boolean deterministic() {
        return true;
    }

    @Override
    public double targetVariance(int fanIn, int fanOut) {
        return 1;
    }

    @Override
    public Law lawOf(WeightMatrix matrix) {
        return new Law(0, 1, kurtosis, bound, false, Optional.of(cumulative));
    }

    @Override
    public Optional<String> obstacle(Network network) {
        boolean tooSmall = network.parameters().stream()
                .anyMatch(parameter -> parameter.isDrawn() && parameter.units() * parameter.inputs() < fewest);
        return tooSmall ? Optional.of("it has a matrix of a single weight, which is no " + name) : Optional.empty();
    }

    @Override
    public double[] standardized(WeightMatrix matrix, double[] uniforms) {
        double[] weights = new double[matrix.shape().size()];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = sequence.at(i, weights.length, matrix.offset());
        }
        return weights;
    }
}
