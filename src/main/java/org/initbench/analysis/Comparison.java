package org.initbench.analysis;

import org.initbench.hypothesis.Place;
import org.jspecify.annotations.Nullable;

/**
 * One comparison of a hypothesis.
 *
 * @param place where; null for that over all places
 * @param effect what was found
 * @param verdict what it says
 * @param wanted what would decide it; null where it is decided
 * @param bundle name of the bundle that it was measured in; null for that over all places
 * @param confirmatory whether that bundle holds the hypothesis, hence had it before its runs; of all places, whether all do
 */
record Comparison(
        @Nullable Place place,
        Effect effect,
        TaskVerdict verdict,
        @Nullable Wanted wanted,
        @Nullable String bundle,
        boolean confirmatory) {

    /** Whether it is one of a place, and evidence. */
    boolean counts() {
        return place != null && verdict != TaskVerdict.SAME;
    }
}
