package org.initbench.analysis;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What one comparison of a claim found.
 *
 * @param task task of the first arm; null for all tasks together
 * @param against task of the second arm where it is another; else null
 * @param value the effect: a ratio (0 where the second arm never converged, infinite where the first never did) or a difference;
 *     null where neither arm ever converged
 * @param low lower limit of its simultaneous interval
 * @param high upper limit, possibly infinite
 * @param n replicates of each arm that it rests on; of a growth those that were looked into, of a rank correlation runs that learned
 * @param exact whether both arms have one possible result: no doubt, and nothing to repeat
 * @param verdict what it says of the claim
 * @param wanted replicates of each arm that would decide it four times out of five, if the effect is as large as it seems; of a growth
 *     those that are looked into; null where it is decided, or where no number can be given
 * @param noNumber why no number can be given; null where one is, or where it is decided
 * @param remark what must be known beside the numbers; null if nothing
 * @param bundle the bundle that it was measured in; null for all tasks together
 * @param confirmatory whether that bundle holds the claim, hence had it before its runs; of all tasks together, whether all do
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TaskEffect(
        @Nullable String task,
        @Nullable String against,
        @Nullable Double value,
        double low,
        double high,
        int n,
        boolean exact,
        TaskVerdict verdict,
        @Nullable Integer wanted,
        @Nullable NoNumber noNumber,
        @Nullable Remark remark,
        @Nullable String bundle,
        boolean confirmatory) {

    static TaskEffect of(Comparison comparison) {
        var place = comparison.place();
        Wanted wanted = comparison.wanted();
        Limits limits = comparison.effect().limits();
        return new TaskEffect(
                place == null ? null : place.first(),
                place == null || place.first().equals(place.second()) ? null : place.second(),
                Double.isNaN(limits.value()) ? null : (Double) limits.value(),
                limits.low(),
                limits.high(),
                comparison.effect().n(),
                comparison.effect().exact(),
                comparison.verdict(),
                wanted == null ? null : wanted.replicates(),
                wanted == null ? null : wanted.why(),
                comparison.effect().remark(),
                comparison.bundle(),
                comparison.confirmatory());
    }
}
