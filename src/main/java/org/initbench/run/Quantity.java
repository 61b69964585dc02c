package org.initbench.run;

import java.util.Locale;

/**
 * What {@code diagnostics.csv} holds of a layer of a run. A unit is what a layer has of equal kind side by side: a unit of a
 * dense or recurrent layer, a channel of a convolution, a row of a projection. Its incoming weights are its rows in the layer's
 * drawn matrices, all gates and biases included. Normalization, pooling and positions have no units. Activations, gradients and
 * derivatives are those of the first 64 evaluation samples, or of all where they are fewer, and of the loss of these.
 *
 * <p>The constants are in the order in which the rows of a layer follow one another.
 */
public enum Quantity {
    /** At epoch 0: number of units. */
    UNITS,
    /** At epoch 0: units whose incoming weights equal those of another unit of their kind. */
    EQUAL_UNITS,
    /** At epoch 0: units whose incoming weights equal those of another unit to 10⁻⁶ of the longer vector's norm. */
    ALIKE_UNITS,
    /** Number of different vectors of incoming weights; 0 and −0 are equal. */
    DISTINCT_UNITS,
    /** Number of vectors of incoming weights that differ by more than 10⁻⁶ of the longer one's norm, counted one by one. */
    DISSIMILAR_UNITS,
    /** Largest Euclidean distance between the incoming weights of two units of a kind. */
    SPREAD,
    /** Euclidean norm of the loss's gradient by the layer's parameters. */
    GRADIENT_NORM,
    /** Share of the ReLU units that put out 0 for every sample, at every position and step. */
    DEAD_FRACTION,
    /** Share of the activations of bounded nonlinearities that lie within 1 % of their range from a bound. */
    SATURATED_FRACTION,
    /** Variance of what the layer puts out, over samples, units and positions. */
    ACTIVATION_VARIANCE,
    /** Mean square of what enters the layer's last nonlinearity; without one, of what it puts out. */
    PREACTIVATION_MEAN_SQUARE,
    /** Mean square of the loss's derivative by what {@link #PREACTIVATION_MEAN_SQUARE} is of. */
    DERIVATIVE_MEAN_SQUARE,
    /**
     * The first epoch looked at where units that {@link #EQUAL_UNITS} counts differ; the value is {@link #DISTINCT_UNITS} then.
     */
    SYMMETRY_BROKEN,
    /** The same of {@link #ALIKE_UNITS}, which then differ by more than 10⁻⁶; the value is {@link #DISSIMILAR_UNITS}. */
    SYMMETRY_BROKEN_VISIBLY;

    /** The word used in files, such as {@code gradient_norm}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
