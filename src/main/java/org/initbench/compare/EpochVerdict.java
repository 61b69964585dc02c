package org.initbench.compare;

/** What is shown of the epochs of two bundles on a task. */
public enum EpochVerdict {
    /** Every run that converged in both bundles took the same number of epochs in either. */
    EQUAL,
    /** The ratio is shown to lie within the margin, by two one-sided tests. */
    EQUIVALENT,
    /** Nothing to compare: no run converged in both bundles after at least one update. */
    NOTHING,
    /** Neither equivalence nor difference: too few replicates for their spread, or a ratio too near to the margin. */
    INCONCLUSIVE,
    /** The ratio is shown to lie beyond the margin, by an interval that holds for all tasks and bundles at once. */
    DIFFERENT
}
