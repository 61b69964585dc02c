package org.initbench.analysis;

/** What must be known of a comparison beside its numbers. */
public enum Remark {
    /** The runs of both arms are the same: it is no evidence, and does not count. */
    SAME_START("both arms start with the same weights"),
    /** No run of either arm learned. */
    NEITHER_LEARNED("neither ever learned"),
    /** Fewer runs learned than a rank correlation needs. */
    TOO_FEW_LEARNED("too few runs learned for a rank correlation"),
    /** The runs do not differ in what is to be correlated. */
    ALL_ALIKE("all runs begin with the same loss or take the same epochs"),
    /** Fewer than two replicates were looked into at two epochs. */
    TOO_FEW_LOOKS("too few replicates were looked into"),
    /** Of a comparison over all tasks: on those that were not measured the difference may be anything. */
    TASKS_MISSING("some tasks were not measured, and may differ");

    private final String label;

    Remark(String label) {
        this.label = label;
    }

    /** In words. */
    public String label() {
        return label;
    }
}
