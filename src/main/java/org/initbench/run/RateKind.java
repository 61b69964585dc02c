package org.initbench.run;

import java.util.Locale;

/** Where the learning rate of an arm comes from. */
public enum RateKind {
    /** The task's own rate, one for all starts. */
    TASK,
    /** The task's own rate times a factor, one for all starts. */
    FACTOR,
    /** The best rate of a grid, chosen for each arm on replicates that are not reported. */
    TUNED;

    /** The kind as files have it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
