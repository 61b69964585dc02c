package org.initbench.run;

/**
 * Why a run did not converge, where that can be shown from its weights and activations. {@link #SYMMETRIC} and
 * {@link #ROUNDING} are said of runs that converged as well.
 */
public enum Cause {
    /** Nothing could be shown. */
    NONE,
    /** The units of a hidden layer were equal at the start and still are. */
    SYMMETRIC,
    /** The units of a hidden layer were equal at the start and came apart without a random source. */
    ROUNDING,
    /** A hidden layer is zero for every evaluation sample, so that no gradient passes it. */
    DEAD,
    /** Nine tenths or more of a hidden layer's activations lie within one percent of a bound of their range. */
    SATURATED,
    /** The run diverged, or its final loss exceeds ten times that of the best constant predictor. */
    EXPLODED
}
