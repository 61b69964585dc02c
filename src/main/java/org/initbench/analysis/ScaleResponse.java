package org.initbench.analysis;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.initbench.init.ScaleKind;
import org.jspecify.annotations.Nullable;

/**
 * How one initializer answers to its scale on one task.
 *
 * @param initializer name of the initializer
 * @param scaleKind what the scales mean
 * @param scales the scales that were run, ascending
 * @param byErt the best scales by ERT
 * @param byRestartErt the best scales by ERT with restarts at the best cutoff
 * @param byProbability the best scales by probability of convergence, ties by median
 * @param fastOrSafe whether the best scales by the two costs and the safest scale lie more than one step of the grid
 *     apart: then the answer depends on whether one wants to be fast or safe
 * @param goodRange smallest and largest scale of the run of good scales around the best; null if no scale is good
 * @param goodRangeNormalized the same as standard deviation times √fan-in, over the layers; null if no scale is good or
 *     the scale fixes no standard deviation
 * @param goodRangeStd the same as the standard deviation of a weight, over the layers; null as above
 * @param fanInConfounded whether the layers' fan-ins are too alike to tell std from std·√fan-in
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ScaleResponse(
        String initializer,
        ScaleKind scaleKind,
        List<Double> scales,
        BestSet byErt,
        BestSet byRestartErt,
        BestSet byProbability,
        boolean fastOrSafe,
        @Nullable Range goodRange,
        @Nullable Range goodRangeNormalized,
        @Nullable Range goodRangeStd,
        boolean fanInConfounded) {

    /**
     * A best scale is a set: those whose paired ratio to the best is not shown to exceed 1.
     *
     * @param best the scale with the best estimate; null if no cell may be best (fewer than 5 successes)
     * @param low smallest scale of the set, widened by half a grid step unless it is the smallest of the grid; null as above
     * @param high largest scale of the set, widened by half a grid step unless it is the largest of the grid; null as above
     * @param openBelow whether the set reaches the smallest scale of the grid
     * @param openAbove whether the set reaches the largest scale of the grid
     * @param members the scales in the set
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record BestSet(
            @Nullable Double best,
            @Nullable Double low,
            @Nullable Double high,
            boolean openBelow,
            boolean openAbove,
            List<Double> members) {
        public BestSet {
            members = List.copyOf(members);
        }
    }

    /**
     * A range of scales.
     *
     * @param low smallest
     * @param high largest
     * @param openBelow whether it reaches the edge of what was run
     * @param openAbove whether it reaches the edge of what was run
     */
    public record Range(double low, double high, boolean openBelow, boolean openAbove) {}

    public ScaleResponse {
        scales = List.copyOf(scales);
    }
}
