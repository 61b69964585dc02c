package org.initbench.analysis;

import java.util.OptionalInt;
import org.initbench.hypothesis.Place;
import org.jspecify.annotations.Nullable;

/**
 * One comparison of a hypothesis.
 *
 * @param place where; null for that over all places
 * @param effect what was found
 * @param verdict what it says
 * @param wanted replicates of each arm that would decide it four times out of five, if the effect is as large as it seems; empty
 *     where it is decided, or where no affordable number would
 */
record Comparison(@Nullable Place place, Effect effect, TaskVerdict verdict, OptionalInt wanted) {}
