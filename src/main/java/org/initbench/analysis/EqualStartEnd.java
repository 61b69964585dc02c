package org.initbench.analysis;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.initbench.run.ArmDescription;
import org.jspecify.annotations.Nullable;

/**
 * Where the runs of a start with all weights equal ended, and where a network of one unit a hidden layer ended.
 *
 * <p>Losses are relative: 1 is the loss of the best constant predictor, which guesses. A run that reached its hardest threshold
 * level is stopped there and counts as having ended at that level's loss, whatever its last loss; where the criterion is no loss, at
 * 0. So runs that arrived compare equal, and runs that did not by their loss at the end of the budget.
 *
 * @param task name of the task
 * @param arm the start
 * @param hidden whether the network has a hidden layer
 * @param n runs
 * @param converged runs that reached the headline level
 * @param rounding runs in which rounding errors set units apart that had started equal
 * @param roundingConverged those of them that reached the headline level
 * @param loss median relative loss at the end, of the runs that rounding did not set apart
 * @param falling how many of these were {@linkplain LossCurves#falling still falling} when their budget was spent
 * @param brokenLoss the same of the runs that rounding set apart
 * @param guessing whether the loss of the former is that of guessing, to within {@value EqualStartEnds#MARGIN}
 * @param control name of the task with one unit a hidden layer; null if the study has none
 * @param controls where that ended: from the same start, and from normal weights at their best standard deviation
 * @param ending the comparison with the first of {@code controls}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EqualStartEnd(
        String task,
        ArmDescription arm,
        boolean hidden,
        int n,
        int converged,
        int rounding,
        int roundingConverged,
        Estimate loss,
        int falling,
        Estimate brokenLoss,
        boolean guessing,
        @Nullable String control,
        List<ControlEnd> controls,
        Ending ending) {

    public EqualStartEnd {
        controls = List.copyOf(controls);
    }

    /** Whether its loss lies wholly below the margin around that of every control. */
    @JsonIgnore
    public boolean isBelowControls() {
        return !controls.isEmpty() && controls.stream().allMatch(control -> isBelow(control.difference()));
    }

    private static boolean isBelow(Estimate difference) {
        Double high = difference.high() == null ? difference.value() : difference.high();
        return high != null && high < -EqualStartEnds.MARGIN;
    }

    /**
     * Where a network of one unit a hidden layer ended.
     *
     * @param arm its start
     * @param n its runs
     * @param converged runs that reached the headline level
     * @param loss its median relative loss at the end
     * @param falling how many of its runs were still falling when their budget was spent
     * @param difference loss of the equal start less that of the control
     * @param ending what the difference says
     */
    public record ControlEnd(
            ArmDescription arm, int n, int converged, Estimate loss, int falling, Estimate difference, Ending ending) {}

    /**
     * How an end compares with a control's: by the intervals of both losses and of their difference, and the margin of 5 % of the loss
     * of guessing. A loss counts as still falling where that of at least half of the runs is.
     */
    public enum Ending {
        /** The difference lies within the margin, and neither loss below that of guessing less the margin. */
        GUESSING,
        /** The difference lies within the margin, and both losses below that of guessing. */
        ONE_UNIT,
        /** The difference lies wholly below the margin: the equal start ended better. */
        LOWER,
        /** The difference lies wholly above the margin; the control's loss may still be falling, which would widen it. */
        HIGHER,
        /** The loss of the equal start, or that of a control that is not lower, was still falling: neither is an end. */
        FALLING,
        /** Anything else. */
        OPEN,
        /** Rounding errors set units apart in every run, so that the question does not arise. */
        BROKEN,
        /** There is no control, or the network has no hidden layer. */
        NONE
    }
}
