package org.initbench.init;

/**
 * A rule that draws a layer's weights, at a scale.
 *
 * <p>The rule is standardized: a weight is {@code scale · z}, computed in double precision and rounded once, where {@code
 * z} depends on the layer's shape and on one uniform number a weight, but never on the scale. So two scales of one rule
 * differ by a factor and nothing else, and two rules see the same uniform numbers.
 */
public interface Initializer {

    /** Unique name, as written in study files. */
    String name();

    /** One sentence: the law, and where it was published. */
    String law();

    /** What the scale means. */
    ScaleKind scaleKind();

    /** Whether the weights are the same whatever the random numbers. */
    boolean deterministic();

    /**
     * The variance of one weight at scale 1.
     *
     * @param fanIn inputs of a unit, not counting the bias; columns of the matrix, bias included, for a rule whose variance
     *     depends on the whole matrix ({@code orthogonal})
     * @param fanOut units that one input feeds; rows of the matrix for such a rule
     */
    double targetVariance(int fanIn, int fanOut);

    /**
     * The weights at scale 1.
     *
     * @param shape the layer's matrix
     * @param uniforms one number in (0, 1) a weight, row by row
     * @return {@code shape.size()} values, row by row
     */
    double[] standardized(WeightShape shape, double[] uniforms);
}
