package org.initbench.analysis;

import java.util.List;

/**
 * What other learning rates do to the answer of one task. All else that is said of it rests on its own rate.
 *
 * @param cells the cells at other rates, in plan order
 * @param comparisons one an initializer that was run at other rates and at two scales or more
 * @param gains what tuning is worth, one a tuned cell
 */
public record RateAnalysis(List<RatedCell> cells, List<RateComparison> comparisons, List<TuningGain> gains) {

    public RateAnalysis {
        cells = List.copyOf(cells);
        comparisons = List.copyOf(comparisons);
        gains = List.copyOf(gains);
    }
}
