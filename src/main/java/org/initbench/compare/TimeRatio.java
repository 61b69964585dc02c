package org.initbench.compare;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.apache.commons.math3.stat.descriptive.moment.Mean;
import org.apache.commons.math3.stat.descriptive.moment.Variance;
import org.apache.commons.statistics.distribution.TDistribution;
import org.initbench.run.EpochTiming;
import org.jspecify.annotations.Nullable;

/**
 * The time of an epoch of one model on two machines, as JMH measured it.
 *
 * @param task name of the task
 * @param stackSize models in the stack whose epochs were timed; null where the blocks of the study were
 * @param first microseconds per model and epoch in the first bundle; of blocks their geometric mean
 * @param second the same in the second
 * @param ratio second over first
 * @param low lower limit of the ratio, 95 %; null where no error is known
 * @param high upper limit of the ratio; null as above
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TimeRatio(
        String task,
        @Nullable Integer stackSize,
        double first,
        double second,
        double ratio,
        @Nullable Double low,
        @Nullable Double high) {

    private static final double TAIL = 0.025;

    /** Error probability on each side of JMH's 99.9 % interval. */
    private static final double JMH_TAIL = 0.0005;

    /**
     * A mean time.
     *
     * @param mean microseconds
     * @param variance of the mean's logarithm; NaN where it is unknown
     * @param samples measurements
     */
    private record Measured(double mean, double variance, int samples) {

        /** The relative standard error of the mean follows from JMH's half width, a multiple of Student's t. */
        static Measured of(EpochTiming timing) {
            if (timing.samples() < 2) {
                return new Measured(timing.microseconds(), Double.NaN, timing.samples());
            }
            double student = TDistribution.of(timing.samples() - 1.0).inverseSurvivalProbability(JMH_TAIL);
            double relative = timing.error() / student / timing.microseconds();
            return new Measured(timing.microseconds(), relative * relative, timing.samples());
        }

        static Measured ofBlocks(List<Double> microseconds) {
            double[] logs = microseconds.stream().mapToDouble(Math::log).toArray();
            double variance = logs.length < 2 ? Double.NaN : new Variance().evaluate(logs) / logs.length;
            return new Measured(Math.exp(new Mean().evaluate(logs)), variance, logs.length);
        }
    }

    /** The ratio of the times of an epoch in stacks of one size. */
    static TimeRatio of(EpochTiming first, EpochTiming second) {
        return of(first.task(), first.stackSize(), Measured.of(first), Measured.of(second));
    }

    /**
     * The ratio of the times of a task's blocks.
     *
     * @param first microseconds per model and epoch of each block in the first bundle, at least one
     * @param second the same in the second
     */
    static TimeRatio ofBlocks(String task, List<Double> first, List<Double> second) {
        return of(task, null, Measured.ofBlocks(first), Measured.ofBlocks(second));
    }

    /**
     * The logarithm of the ratio has the sum of both variances (delta method), with the degrees of freedom of Welch and Satterthwaite.
     */
    private static TimeRatio of(String task, @Nullable Integer stackSize, Measured first, Measured second) {
        double ratio = second.mean / first.mean;
        double a = first.variance;
        double b = second.variance;
        double error = Math.sqrt(a + b);
        if (!(error > 0)) {
            return new TimeRatio(task, stackSize, first.mean, second.mean, ratio, null, null);
        }
        double freedom = (a + b) * (a + b) / (a * a / (first.samples - 1) + b * b / (second.samples - 1));
        double half = error * TDistribution.of(freedom).inverseSurvivalProbability(TAIL);
        return new TimeRatio(
                task, stackSize, first.mean, second.mean, ratio, ratio * Math.exp(-half), ratio * Math.exp(half));
    }

    /** What was timed: {@code stack 16}, or the study's own {@code blocks}. */
    public String timed() {
        return stackSize == null ? "blocks" : "stack " + stackSize;
    }

    /** Whether one machine is shown to be faster. */
    public boolean decided() {
        return low != null && high != null && (low > 1 || high < 1);
    }
}
