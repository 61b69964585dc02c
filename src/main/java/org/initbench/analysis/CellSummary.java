package org.initbench.analysis;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.initbench.init.ScaleKind;
import org.initbench.run.Cause;
import org.jspecify.annotations.Nullable;

/**
 * The statistics of one cell: a task, an initializer and a scale.
 *
 * @param initializer name of the initializer
 * @param scaleKind what {@code scale} means
 * @param scale the scale; null for {@link ScaleKind#NONE}
 * @param n number of runs
 * @param exact whether the cell has one possible result (a deterministic start on a full-batch task)
 * @param converged runs that reached the headline level within the budget
 * @param censored runs that spent the budget
 * @param diverged runs whose loss or weights stopped being finite
 * @param atStart converged runs that met the criterion before the first update
 * @param causes how many runs carry each cause
 * @param pConverge probability of reaching the headline level within the budget, Wilson interval
 * @param median median epochs over all runs, those that did not converge counting as more than the budget
 * @param lowerQuartile lower quartile of the epochs
 * @param upperQuartile upper quartile of the epochs
 * @param rmst mean of min(epochs, budget), its interval from those of the share and the mean of the successes
 * @param ert expected epochs until success with restarts at the budget
 * @param ertDivergedOwn the same, charging a diverged run only the epochs that it ran
 * @param restartErt expected epochs until success with restarts at the best cutoff
 * @param restartCutoff the cutoff in epochs at which {@code restartErt} is reached; null where undefined
 * @param ertRatio ratio of this cell's ERT to that of the task's best cell, paired by replicate
 * @param rating good, bad or unclear by {@code ertRatio}
 * @param levels median epochs to each threshold level, easiest first
 * @param secondsToThreshold median epochs times the measured time of an epoch; null if that was not timed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CellSummary(
        String initializer,
        ScaleKind scaleKind,
        @Nullable Double scale,
        int n,
        boolean exact,
        int converged,
        int censored,
        int diverged,
        int atStart,
        Map<Cause, Integer> causes,
        Estimate pConverge,
        Estimate median,
        Estimate lowerQuartile,
        Estimate upperQuartile,
        Estimate rmst,
        Estimate ert,
        Estimate ertDivergedOwn,
        Estimate restartErt,
        @Nullable Double restartCutoff,
        Estimate ertRatio,
        Rating rating,
        List<LevelSummary> levels,
        @Nullable Estimate secondsToThreshold) {

    /**
     * Epochs to one threshold level.
     *
     * @param level name of the level
     * @param converged runs that reached it
     * @param median median epochs to it
     */
    public record LevelSummary(String level, int converged, Estimate median) {}
}
