package org.initbench.analysis;

import java.util.HashMap;
import java.util.Map;

/** A rule that makes each cost once: a start is compared with many, and the same samples are asked for again and again. */
final class RememberedCosts implements CostRatio.Rule {
    private final Map<Key, Cost> known = new HashMap<>();
    private final CostRatio.Rule rule;

    /** Samples are told apart by what they are, not by what they hold. */
    private record Key(Sample sample, double lowTail, double highTail, boolean certain) {}

    RememberedCosts(CostRatio.Rule rule) {
        this.rule = rule;
    }

    @Override
    public Cost cost(Sample sample, double lowTail, double highTail, boolean certain) {
        return known.computeIfAbsent(
                new Key(sample, lowTail, highTail, certain), key -> rule.cost(sample, lowTail, highTail, certain));
    }
}
