package org.initbench.analysis;

import java.util.List;
import org.initbench.init.ScaleKind;

/**
 * One initializer at several learning rates, side by side.
 *
 * @param initializer name of the initializer
 * @param scaleKind what its scales mean
 * @param sides one a rate: the factors ascending, the task's own among them, then the tuned rates
 * @param verdict whether the best scale depends on the rate
 */
public record RateComparison(String initializer, ScaleKind scaleKind, List<RateSide> sides, RateVerdict verdict) {

    public RateComparison {
        sides = List.copyOf(sides);
    }
}
