package org.initbench.analysis;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A number and its doubts.
 *
 * @param value the point estimate; null where it is undefined, and then a caveat says why
 * @param low lower limit of the interval; null if there is none
 * @param high upper limit of the interval, possibly infinite; null if there is none
 * @param confidence nominal coverage of the interval, such as 0.95; 0 if there is none
 * @param n number of runs that the estimate rests on
 * @param caveats what a reader must know before using the number
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Estimate(
        @Nullable Double value,
        @Nullable Double low,
        @Nullable Double high,
        double confidence,
        int n,
        List<String> caveats) {

    public Estimate {
        caveats = List.copyOf(caveats);
    }

    /** An exact value: no sampling, hence no interval. */
    public static Estimate exact(double value) {
        return new Estimate(value, null, null, 0, 1, List.of("exact: the start and the data order are deterministic"));
    }

    /** No value can be given. */
    public static Estimate undefined(int n, String why) {
        return new Estimate(null, null, null, 0, n, List.of(why));
    }
}
