package org.initbench.run;

/** How a run ended. */
public enum Outcome {
    /** The headline threshold level was reached. */
    CONVERGED,
    /** The budget was spent before the headline level was reached. */
    CENSORED,
    /** A loss or a weight stopped being finite before the headline level was reached. */
    DIVERGED
}
