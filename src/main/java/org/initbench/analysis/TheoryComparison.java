package org.initbench.analysis;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.initbench.init.ScaleKind;
import org.initbench.theory.MeanField;
import org.jspecify.annotations.Nullable;

/**
 * Theory beside measurement: a cell before the first update.
 *
 * @param initializer name of the initializer
 * @param scaleKind what {@code scale} means
 * @param scale the scale; null for {@link ScaleKind#NONE}
 * @param layers the layers that theory reaches, input side first
 * @param limit where and why theory ends, such as {@code layer 1: pooling depends on …}; null if it reaches the output
 * @param approximate whether the weights of a matrix depend on each other, which theory neglects
 * @param meanField where ever more of the hidden layers would lead; null unless they are dense, equal and at least two
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TheoryComparison(
        String initializer,
        ScaleKind scaleKind,
        @Nullable Double scale,
        List<Layer> layers,
        @Nullable String limit,
        boolean approximate,
        @Nullable MeanField meanField) {

    public TheoryComparison {
        layers = List.copyOf(layers);
    }

    /**
     * A layer.
     *
     * @param layer its place among those of the task, from 0
     * @param gain predicted mean square of what it puts out over that of what enters it
     * @param activationVariance variance of what it puts out
     * @param derivative mean square of the loss's derivative by what enters its last nonlinearity, relative to that of the output
     *     layer; null where theory does not reach the output
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Layer(
            int layer,
            double gain,
            Match activationVariance,
            @Nullable Match derivative) {}

    /**
     * A prediction and what was measured.
     *
     * @param predicted in the limit of wide layers
     * @param measured the median over the runs that were looked into; null if there is none
     * @param factor how many times as large or as small as predicted the median may be in networks of this width; null if there
     *     is no measurement
     * @param verdict whether the two agree
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Match(
            double predicted,
            @Nullable Double measured,
            @Nullable Double factor,
            Verdict verdict) {}

    /** Whether prediction and measurement agree. */
    public enum Verdict {
        /** To within what networks of this width stray. */
        AGREES,
        /** Farther apart than that. */
        DISAGREES,
        /** Nothing was measured, the layer has fewer than 8 units, or the numbers are beyond the range of the arithmetic. */
        NOT_COMPARED
    }
}
