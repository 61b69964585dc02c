package org.initbench.analysis;

import java.util.List;
import org.initbench.hypothesis.Hypothesis;
import org.initbench.hypothesis.Place;
import org.jspecify.annotations.Nullable;

/**
 * The verdict on a hypothesis and what it rests on.
 *
 * @param hypothesis the hypothesis
 * @param verdict over all its places, those that were not measured counted as open; undecided where nothing was measured
 * @param whereMeasured the verdict if the places that were measured were all
 * @param confirmatory whether every bundle that was drawn on holds the hypothesis; where nothing was measured, whether a bundle does
 * @param comparisons its comparisons, in the order of its places; of pooled ones that over all places first
 * @param missing places at which an arm was not measured
 * @param confidence of each interval, such that all of the family hold together with 95 %
 */
record Judgement(
        Hypothesis hypothesis,
        Verdict verdict,
        Verdict whereMeasured,
        boolean confirmatory,
        List<Comparison> comparisons,
        List<Place> missing,
        double confidence) {

    Judgement {
        comparisons = List.copyOf(comparisons);
        missing = List.copyOf(missing);
    }

    /** The comparisons of single places that are evidence. */
    List<Comparison> measured() {
        return comparisons.stream().filter(Comparison::counts).toList();
    }

    /** Number of places that the verdict is taken over: those at which both arms are the same start are none. */
    int places() {
        return measured().size() + missing.size();
    }

    /** The comparison over all places; null where they are not pooled, or nothing was measured. */
    @Nullable
    Comparison together() {
        return comparisons.isEmpty() || comparisons.get(0).place() != null ? null : comparisons.get(0);
    }
}
