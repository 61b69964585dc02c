package org.initbench.analysis;

import java.util.List;

/** What the comparisons of a hypothesis say together: one rule for all. */
public enum Verdict {
    /** At least 80 % of the comparisons are for the claim, none is against it. */
    SUPPORTED,
    /** At least 80 % are against it or equivalent, none is for it. */
    REFUTED,
    /** At least one is for it, and at least one is against it or equivalent. */
    DEPENDS,
    /** None of these. */
    UNDECIDED;

    private static final double MOST = 0.8;

    /**
     * The verdict; the first that holds, in the order of this list.
     *
     * @param comparisons what each comparison says; undecided if there is none
     */
    static Verdict of(List<TaskVerdict> comparisons) {
        long all = comparisons.size();
        long pro = count(comparisons, TaskVerdict.FOR);
        long against = count(comparisons, TaskVerdict.AGAINST);
        long contra = against + count(comparisons, TaskVerdict.EQUIVALENT);
        if (all > 0 && pro >= MOST * all && against == 0) {
            return SUPPORTED;
        }
        if (all > 0 && contra >= MOST * all && pro == 0) {
            return REFUTED;
        }
        return pro > 0 && contra > 0 ? DEPENDS : UNDECIDED;
    }

    private static long count(List<TaskVerdict> comparisons, TaskVerdict verdict) {
        return comparisons.stream().filter(v -> v == verdict).count();
    }
}
