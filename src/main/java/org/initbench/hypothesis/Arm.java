package org.initbench.hypothesis;

import org.jspecify.annotations.Nullable;

/**
 * A start: an initializer at one scale.
 *
 * @param initializer name of the initializer
 * @param scale the scale; null where the rule takes none
 * @param tuned whether it is trained at the best learning rate of a grid rather than at the task's own
 */
public record Arm(String initializer, @Nullable Double scale, boolean tuned) implements Opponent {

    /** A start at the task's own learning rate. */
    public Arm(String initializer, @Nullable Double scale) {
        this(initializer, scale, false);
    }
}
