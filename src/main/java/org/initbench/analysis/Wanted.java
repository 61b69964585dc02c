package org.initbench.analysis;

import org.jspecify.annotations.Nullable;

/**
 * What would decide an open comparison.
 *
 * @param replicates replicates of each arm that decide it four times out of five, if the effect is as large as it seems; null if
 *     none can be given
 * @param why why none can be given; null if one is
 */
record Wanted(@Nullable Integer replicates, @Nullable NoNumber why) {

    static Wanted of(int replicates) {
        return new Wanted(replicates, null);
    }

    static Wanted none(NoNumber why) {
        return new Wanted(null, why);
    }
}
