package org.initbench.analysis;

/** Whether a rule is good on every task of a study: takes at most 1.5 times the epochs of the task's best start. */
public enum Universality {
    /** It was run on every task, and the upper limit of its regret is at most 1.5 on all on which something learns. */
    SHOWN,
    /** On some task the lower limit of its regret exceeds 1.5. */
    REFUTED,
    /** It was not run on every task, or cannot start the network of one. */
    NOT_EVERYWHERE,
    /** None of these: more replicates would tell. */
    OPEN
}
