package org.initbench.analysis;

/** Why no number of replicates can be given that would decide an open comparison. */
public enum NoNumber {
    /** Both arms have one possible result: nothing can be repeated. */
    EXACT("both starts have one possible result"),
    /** An arm never learned, or nothing was seen: how large the effect is cannot be told. */
    SIZE_UNKNOWN("how large the difference is cannot be told"),
    /** The limit that would have to move is not finite, or there is one replicate: how widely the effect spreads cannot be told. */
    SPREAD_UNKNOWN("how widely the runs scatter cannot be told"),
    /** It would take more than {@value Replicates#MOST}, as where the effect is as large as the margin. */
    TOO_MANY("the difference is too close to the margin");

    private final String label;

    NoNumber(String label) {
        this.label = label;
    }

    /** In words. */
    public String label() {
        return label;
    }
}
