package org.initbench.analysis;

/** Why no number of replicates can be given that would decide an open comparison. */
public enum NoNumber {
    /** Both arms have one possible result: nothing can be repeated. */
    EXACT("both starts have one possible result"),
    /** An arm never learned, or too little was seen. */
    SIZE_UNKNOWN("how large the difference is cannot be told"),
    /** There is one replicate, or the limit that would have to move is not finite. */
    SCATTER_UNKNOWN("how widely the runs scatter cannot be told"),
    /** It would take more than 10 000: the effect is about as large as the margin, or the runs scatter too widely. */
    TOO_MANY("more than 10000 would be needed"),
    /** Tasks were not measured, which more replicates of the others do not replace. */
    TASKS_MISSING("the other tasks must be measured first");

    private final String label;

    NoNumber(String label) {
        this.label = label;
    }

    /** In words. */
    public String label() {
        return label;
    }
}
