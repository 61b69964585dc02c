package org.initbench.optimizer;

import java.util.List;
import java.util.OptionalDouble;

/** A rule that changes the weights by the gradient of the loss. Immutable. A new one is one class that implements this. */
public interface Optimizer {

    /** The optimizer's name, such as {@code adam}. */
    String name();

    /** Every constant of the rule but the learning rate, such as {@code momentum 0.9}; empty if there is none. */
    String constants();

    /** Number of vectors, as long as the weights, that the rule keeps from update to update; they start at zero. */
    int states();

    /**
     * One update.
     *
     * @param operations what to compute with
     * @param weights the weights, to be changed
     * @param gradient the gradient of the loss; may be overwritten
     * @param states the vectors kept, {@link #states()} of them
     * @param rate the learning rate
     * @param step number of this update, from 1
     */
    <T> void update(UpdateOperations<T> operations, T weights, T gradient, List<T> states, double rate, int step);

    /**
     * The heavy-ball momentum μ, if the rule is v ← μ·v − rate·g, w ← w + v, which an engine may fuse with the computation of
     * g; 0 for plain gradient descent.
     */
    default OptionalDouble momentum() {
        return OptionalDouble.empty();
    }
}
