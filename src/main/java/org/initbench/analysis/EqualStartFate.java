package org.initbench.analysis;

import org.initbench.run.ArmDescription;
import org.jspecify.annotations.Nullable;

/**
 * What became, in one arithmetic, of the runs of a task that started with all weights equal.
 *
 * @param task name of the task
 * @param arm the start
 * @param machine name of the arithmetic, as in {@link RoundingComparison.Machine}
 * @param precision {@code float32} or {@code float64}
 * @param n runs
 * @param apart runs in which hidden units that had started equal differed, be it in the last bit
 * @param visibly those in which they differed by more than 10⁻⁶ of the longer vector's norm
 * @param converged runs that reached the headline level
 * @param convergedApart those of them whose units had come apart
 * @param epoch the earliest epoch looked at where they differed; null if they never did
 */
public record EqualStartFate(
        String task,
        ArmDescription arm,
        String machine,
        String precision,
        int n,
        int apart,
        int visibly,
        int converged,
        int convergedApart,
        @Nullable Double epoch) {

    /** Whether units came apart in any run. */
    public boolean broken() {
        return apart > 0;
    }

    /** The start as people read it, such as {@code constant at 0.1}. */
    public String start() {
        return Words.start(arm);
    }
}
