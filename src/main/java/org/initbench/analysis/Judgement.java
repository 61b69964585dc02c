package org.initbench.analysis;

import java.util.List;
import org.initbench.hypothesis.Hypothesis;
import org.initbench.hypothesis.Place;

/**
 * The verdict on a hypothesis and what it rests on.
 *
 * @param hypothesis the hypothesis
 * @param verdict undecided where nothing was measured
 * @param comparisons its comparisons, in the order of its places; of pooled ones that over all places first
 * @param missing places at which an arm was not measured
 * @param confidence of each interval, such that all of the family hold together with 95 %
 */
record Judgement(
        Hypothesis hypothesis, Verdict verdict, List<Comparison> comparisons, List<Place> missing, double confidence) {

    Judgement {
        comparisons = List.copyOf(comparisons);
        missing = List.copyOf(missing);
    }
}
