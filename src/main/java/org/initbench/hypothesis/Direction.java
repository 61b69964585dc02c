package org.initbench.hypothesis;

import java.util.Locale;

/** What a hypothesis claims of its first arm. */
public enum Direction {
    /** It costs fewer epochs than the second, by more than the margin. */
    FASTER,
    /** It converges more often than the second, by more than the margin. */
    SAFER,
    /** The quantity is larger than where nothing happens, by more than the margin. */
    LARGER,
    /** It differs from the second, or from where nothing happens, by no more than the margin. */
    EQUIVALENT;

    /** The word used in files. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
