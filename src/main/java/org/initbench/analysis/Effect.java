package org.initbench.analysis;

import org.jspecify.annotations.Nullable;

/**
 * An effect with a simultaneous interval.
 *
 * @param limits the effect between its limits; NaN between the least and the largest possible where nothing can be told
 * @param n replicates that it rests on: of a growth those that were looked into, of a rank correlation those that learned
 * @param exact whether both arms have one possible result, so that there is no doubt and nothing to repeat
 * @param remark what must be known beside the numbers; null if nothing
 */
record Effect(Limits limits, int n, boolean exact, @Nullable Remark remark) {

    Effect(Limits limits, int n, boolean exact) {
        this(limits, n, exact, null);
    }

    /** An effect of which nothing can be told. */
    static Effect unknown(double least, double most, int n, Remark why) {
        return new Effect(new Limits(Double.NaN, least, most), n, false, why);
    }
}
