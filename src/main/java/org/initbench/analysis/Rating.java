package org.initbench.analysis;

/** How a scale compares with the best one, by the interval of the ratio of their ERTs. */
public enum Rating {
    /** The upper limit of the ratio is at most 1.5. */
    GOOD,
    /** The lower limit of the ratio exceeds 1.5. */
    BAD,
    /** The interval holds 1.5: more replicates would tell. */
    UNCLEAR
}
