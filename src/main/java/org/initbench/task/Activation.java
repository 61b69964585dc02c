package org.initbench.task;

import java.util.Locale;

/** A layer's nonlinearity, applied to each unit. */
public enum Activation {
    /** x. */
    IDENTITY,
    /** 1 / (1 + e^−x). */
    SIGMOID,
    /** The hyperbolic tangent. */
    TANH,
    /** max(x, 0). */
    RELU;

    /** The word used in files, such as {@code tanh}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
