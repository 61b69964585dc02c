package org.initbench.compare;

/** What a property of a machine or of the software can change, the most relevant first. */
public enum Effect {
    /** The bits of a result: two bundles that differ in it may part after some epochs. */
    BITS,
    /** The time that an epoch takes, and no result. */
    TIME,
    /** Neither: it says where and when. */
    NOTHING,
    /** A property that this version does not know. */
    UNKNOWN
}
