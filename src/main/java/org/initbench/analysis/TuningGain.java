package org.initbench.analysis;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.initbench.init.ScaleKind;
import org.jspecify.annotations.Nullable;

/**
 * What tuning the learning rate is worth at one scale.
 *
 * @param initializer name of the initializer
 * @param scaleKind what {@code scale} means
 * @param scale the scale; null for {@link ScaleKind#NONE}
 * @param factor the chosen rate as a multiple of the task's own
 * @param learningRate the chosen rate
 * @param edge whether it is the smallest or the largest that was tried
 * @param ratio ERT at the task's own rate divided by ERT at the chosen one, paired by replicate, with limits that hold at once for all tuned
 *     cells of the task
 * @param price ERT at the task's own rate as a multiple of that of the fastest start there
 * @param tunedPrice ERT at the chosen rate as a multiple of that of the fastest tuned start
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TuningGain(
        String initializer,
        ScaleKind scaleKind,
        @Nullable Double scale,
        double factor,
        double learningRate,
        boolean edge,
        Estimate ratio,
        Estimate price,
        Estimate tunedPrice) {

    /** The chosen rate in words: {@code task's own}, {@code ÷√10}. */
    public String label() {
        return RateWords.rate(factor);
    }
}
