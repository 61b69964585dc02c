package org.initbench.run;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.math.MathContext;
import org.jspecify.annotations.Nullable;

/**
 * The learning rate of an arm that is not trained at the task's own.
 *
 * @param kind {@link RateKind#FACTOR} or {@link RateKind#TUNED}
 * @param factor what the task's own rate is multiplied by; null for a tuned rate, which is data
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RateRule(RateKind kind, @Nullable Double factor) {

    /** The best rate of a grid. */
    public static final RateRule TUNED = new RateRule(RateKind.TUNED, null);

    /** Digits of a rate: the product of two decimal fractions should read like one. */
    private static final MathContext DIGITS = new MathContext(6);

    public RateRule {
        if (kind == RateKind.TASK || (kind == RateKind.FACTOR) != (factor != null)) {
            throw new IllegalArgumentException("a rule is a factor, or tuned and without one");
        }
    }

    /** The task's own rate times a factor. */
    public static RateRule times(double factor) {
        return new RateRule(RateKind.FACTOR, factor);
    }

    /**
     * A task's rate times a factor, to six significant digits; the rate itself, to the last bit, for a factor of 1.
     *
     * @param taskRate the task's own rate
     * @param factor the factor
     */
    public static double rate(double taskRate, double factor) {
        return factor == 1
                ? taskRate
                : new BigDecimal(taskRate * factor).round(DIGITS).doubleValue();
    }
}
