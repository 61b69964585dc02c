package org.initbench.analysis;

import java.util.Optional;
import org.initbench.init.Initializer;

/**
 * The variance of one weight of a scheme as published, that is at gain 1, and the scheme itself.
 *
 * <p>A parameter of the analysis, because a gain becomes a standard deviation only through the scheme's definition.
 */
@FunctionalInterface
public interface WeightVariance {

    /**
     * The variance of one weight at scale 1; NaN if it is not known, or depends on data.
     *
     * @param initializer name of the initializer
     * @param fanIn inputs that feed one unit; for a rule whose variance depends on the whole matrix ({@code orthogonal}) the
     *     matrix's columns, a drawn bias included
     * @param fanOut units that one input feeds; for such a rule the matrix's rows
     */
    double at(String initializer, int fanIn, int fanOut);

    /** The initializer of that name; empty if it is not known, so that theory predicts nothing of its cells. By default, none. */
    default Optional<Initializer> rule(String initializer) {
        return Optional.empty();
    }
}
