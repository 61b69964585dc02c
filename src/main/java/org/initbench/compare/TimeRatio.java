package org.initbench.compare;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.apache.commons.statistics.distribution.TDistribution;
import org.initbench.run.EpochTiming;
import org.jspecify.annotations.Nullable;

/**
 * The time of an epoch of one model on two machines, as JMH measured it.
 *
 * @param task name of the task
 * @param stackSize models in the stack
 * @param first microseconds per model and epoch in the first bundle
 * @param second the same in the second
 * @param ratio second over first
 * @param low lower limit of the ratio, 95 %; null where JMH tells no error
 * @param high upper limit of the ratio; null as above
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TimeRatio(
        String task,
        int stackSize,
        double first,
        double second,
        double ratio,
        @Nullable Double low,
        @Nullable Double high) {

    private static final double TAIL = 0.025;

    /** Error probability on each side of JMH's 99.9 % interval. */
    private static final double JMH_TAIL = 0.0005;

    /**
     * The ratio of two timings.
     *
     * <p>The relative standard errors r of both means follow from JMH's half width, a multiple of Student's t; the logarithm of the
     * ratio has the variance r₁² + r₂² (delta method), with the degrees of freedom of Welch and Satterthwaite.
     */
    static TimeRatio of(EpochTiming first, EpochTiming second) {
        double ratio = second.microseconds() / first.microseconds();
        double a = variance(first);
        double b = variance(second);
        double error = Math.sqrt(a + b);
        if (!(error > 0)) {
            return new TimeRatio(
                    first.task(), first.stackSize(), first.microseconds(), second.microseconds(), ratio, null, null);
        }
        double freedom = (a + b) * (a + b) / (a * a / (first.samples() - 1) + b * b / (second.samples() - 1));
        double half = error * TDistribution.of(freedom).inverseSurvivalProbability(TAIL);
        return new TimeRatio(
                first.task(),
                first.stackSize(),
                first.microseconds(),
                second.microseconds(),
                ratio,
                ratio * Math.exp(-half),
                ratio * Math.exp(half));
    }

    /** The square of the relative standard error of the mean; NaN where JMH tells none. */
    private static double variance(EpochTiming timing) {
        if (timing.samples() < 2) {
            return Double.NaN;
        }
        double student = TDistribution.of(timing.samples() - 1.0).inverseSurvivalProbability(JMH_TAIL);
        double relative = timing.error() / student / timing.microseconds();
        return relative * relative;
    }

    /** Whether one machine is shown to be faster. */
    public boolean decided() {
        return low != null && high != null && (low > 1 || high < 1);
    }
}
