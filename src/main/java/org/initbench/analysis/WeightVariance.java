package org.initbench.analysis;

/**
 * The variance of one weight of a scheme as published, that is at gain 1.
 *
 * <p>A parameter of the analysis, because a gain becomes a standard deviation only through the scheme's definition.
 */
@FunctionalInterface
public interface WeightVariance {

    /**
     * The variance of one weight at scale 1.
     *
     * @param initializer name of the initializer
     * @param fanIn columns of the drawn matrix: inputs that feed one unit, plus one for a rule that draws the bias as part
     *     of the same matrix and whose variance depends on it ({@code orthogonal})
     * @param fanOut rows of the drawn matrix
     */
    double at(String initializer, int fanIn, int fanOut);
}
