package org.initbench.analysis;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * The regret of a rule on a task: what a success costs from it, as a multiple of what it costs from the task's best start.
 *
 * @param task the task
 * @param value the regret by cross-fitting; it may fall below 1, where the start that looked best on one half of the replicates was
 *     not the best on the other; null where the rule never succeeded: infinite, hence "greater than {@code low}"
 * @param low lower limit; infinite where a start without chance never succeeds
 * @param high upper limit, possibly infinite
 * @param n runs of the rule
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TaskRegret(String task, @Nullable Double value, double low, double high, int n) {

    /** The regret as a number, infinite where it has no value. */
    double size() {
        return value == null ? Double.POSITIVE_INFINITY : value;
    }
}
