package org.initbench.compare;

/** What is shown of the epochs of two bundles on a task. */
public enum EpochVerdict {
    /** Every run took the same number of epochs in both bundles. */
    EQUAL,
    /** The ratio is shown to lie within the margin, by two one-sided tests. */
    EQUIVALENT,
    /** Nothing to compare: no run converged in both bundles. */
    NOTHING,
    /** Neither: there are too few runs for their spread. */
    INCONCLUSIVE,
    /** The ratio is shown to differ from 1, and to lie beyond the margin or too near to it to be called equivalent. */
    DIFFERENT
}
