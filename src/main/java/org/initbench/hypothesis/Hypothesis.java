package org.initbench.hypothesis;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A claim that is fixed before it is measured.
 *
 * @param id its name
 * @param question the plain question
 * @param claim the answer that the contrast supports or refutes, in a sentence
 * @param since the day on which it was written
 * @param replaces id of the hypothesis that it takes the place of; null if of none
 * @param family comparisons of one family are corrected together for their number
 * @param measure what is compared
 * @param direction what is claimed
 * @param margin what is too small to matter: a ratio above 1, or a difference between 0 and 1
 * @param first the first arm
 * @param second what it is compared with; null where the measure compares the runs of one arm with themselves
 * @param places where it is compared, at least once
 */
public record Hypothesis(
        String id,
        String question,
        String claim,
        LocalDate since,
        @Nullable String replaces,
        String family,
        Measure measure,
        Direction direction,
        double margin,
        Arm first,
        @Nullable Opponent second,
        List<Place> places) {

    public Hypothesis {
        places = List.copyOf(places);
    }

    /**
     * Whether the comparisons are pooled: equivalent shares of convergence are shown over all tasks together or not at all, since a
     * single task would need hundreds of replicates.
     */
    public boolean pooled() {
        return measure == Measure.CONVERGED && direction == Direction.EQUIVALENT;
    }

    /** Number of comparisons that are judged: one a place, and that over all of them where they are pooled. */
    public int comparisons() {
        return places.size() + (pooled() ? 1 : 0);
    }
}
