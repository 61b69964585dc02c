package org.initbench.analysis;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.initbench.analysis.ScaleResponse.BestSet;
import org.initbench.analysis.ScaleResponse.Range;
import org.initbench.run.RateKind;
import org.jspecify.annotations.Nullable;

/**
 * How one initializer answers to its scale at one learning rate.
 *
 * @param rule where the rate comes from
 * @param factor the rate as a multiple of the task's own; 1 for that; null for tuned rates
 * @param learningRate the rate; null for tuned rates, of which each scale has its own
 * @param byErt the best scales by ERT
 * @param alike the scales whose ERT is not shown to exceed 1.25 times that of the best, with limits that hold at once for all
 *     rates and initializers that are compared on the task: what the verdict rests on
 * @param goodRange the run of scales around the best that cost at most 1.5 times as much as the fastest start at this rate;
 *     null if no scale is good
 * @param bestErt ERT of the best scale; null if none may be called best
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RateSide(
        RateKind rule,
        @Nullable Double factor,
        @Nullable Double learningRate,
        BestSet byErt,
        BestSet alike,
        @Nullable Range goodRange,
        @Nullable Estimate bestErt) {

    /** The rate in words: {@code task's own}, {@code ÷√10}, {@code tuned}. */
    public String label() {
        return factor == null ? "tuned" : RateWords.rate(factor);
    }
}
