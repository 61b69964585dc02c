package org.initbench.analysis;

import org.jspecify.annotations.Nullable;

/**
 * An effect with a simultaneous interval.
 *
 * @param limits the effect between its limits; NaN between the least and the largest possible where nothing can be told
 * @param n what it rests on: replicates of each arm; of a growth those that were looked into, of a rank correlation runs that learned
 * @param exact whether both arms have one possible result, so that there is no doubt and nothing to repeat
 * @param remark what must be known beside the numbers; null if nothing
 * @param forecast what the interval would be with more replicates; null where nothing can be told
 */
record Effect(
        Limits limits,
        int n,
        boolean exact,
        @Nullable Remark remark,
        @Nullable Forecast forecast) {

    /** An effect of which nothing can be told, between the least and the largest possible. */
    static Effect unknown(double least, double most, int n, Remark why) {
        return new Effect(new Limits(Double.NaN, least, most), n, false, why, null);
    }

    /** The same with a remark. */
    Effect remarked(@Nullable Remark why) {
        return new Effect(limits, n, exact, why, forecast);
    }
}
