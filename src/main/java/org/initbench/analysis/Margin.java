package org.initbench.analysis;

import org.initbench.hypothesis.Direction;
import org.initbench.hypothesis.Hypothesis;
import org.jspecify.annotations.Nullable;

/**
 * What is too small to matter, and which side is claimed.
 *
 * @param least the effect below which it matters: 1/1.25 of a ratio, −0.2 of a difference
 * @param most the effect above which it matters
 * @param ratio whether effects are ratios
 * @param direction what is claimed
 */
record Margin(double least, double most, boolean ratio, Direction direction) {

    static Margin of(Hypothesis hypothesis) {
        double most = hypothesis.margin();
        boolean ratio = hypothesis.measure().ratio();
        return new Margin(ratio ? 1 / most : -most, most, ratio, hypothesis.direction());
    }

    /** What an interval says. */
    TaskVerdict verdict(Limits effect) {
        return TaskVerdict.of(effect, least, most, direction);
    }

    /** What would decide an effect; null if the verdict is not open. */
    @Nullable
    Wanted wanted(Effect effect, TaskVerdict verdict) {
        if (verdict != TaskVerdict.OPEN) {
            return null;
        }
        return ratio
                ? Replicates.wanted(effect, Math.log(least), Math.log(most))
                : Replicates.wanted(effect, least, most);
    }
}
