package org.initbench.analysis;

/** What must be known of a comparison beside its numbers. */
public enum Remark {
    /** The runs of both arms are the same: they are no evidence, and do not count. */
    SAME_START("both start with the same weights"),
    /** No run of either arm learned. */
    NEITHER_LEARNED("neither ever learned"),
    /** Fewer than five runs learned. */
    TOO_FEW_LEARNED("too few runs learned for a rank correlation"),
    /** The runs do not differ in what is to be correlated. */
    ALL_ALIKE("all runs begin with the same loss, or take the same epochs"),
    /** Fewer than two replicates were looked into at two epochs or more. */
    TOO_FEW_LOOKS("too few replicates were looked into"),
    /** A growth from zero or to zero is no number. */
    NO_DISTANCE("all units are equal at the start or at the end"),
    /** Of a comparison over all tasks: on those that were not measured the difference may be anything. */
    TASKS_MISSING("the tasks that were not measured may differ");

    private final String label;

    Remark(String label) {
        this.label = label;
    }

    /** In words. */
    public String label() {
        return label;
    }
}
