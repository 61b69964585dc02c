package org.initbench.compare;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.descriptive.moment.Mean;
import org.apache.commons.math3.stat.descriptive.moment.StandardDeviation;
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
 * @param low lower limit of the ratio, 95 %; null where the error is unknown or 0
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
     * The ratio of the times of an epoch in stacks of one size.
     *
     * <p>The relative standard errors r of both means follow from JMH's half width, a multiple of Student's t; the logarithm of the
     * ratio has the variance r₁² + r₂² (delta method), with the degrees of freedom of Welch and Satterthwaite.
     */
    static TimeRatio of(EpochTiming first, EpochTiming second) {
        double a = variance(first);
        double b = variance(second);
        double freedom = (a + b) * (a + b) / (a * a / (first.samples() - 1) + b * b / (second.samples() - 1));
        return of(
                first.task(),
                first.stackSize(),
                first.microseconds(),
                second.microseconds(),
                second.microseconds() / first.microseconds(),
                Math.sqrt(a + b),
                freedom);
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

    /**
     * The ratio of the times of a task's blocks: the geometric mean over pairs of the same block, with Student's interval of the mean
     * of the logarithms.
     *
     * @param first microseconds per model and epoch of each block in the first bundle, at least one
     * @param second the same of the same blocks in the second
     */
    static TimeRatio ofBlocks(String task, List<Double> first, List<Double> second) {
        int n = first.size();
        double[] logs = IntStream.range(0, n)
                .mapToDouble(i -> Math.log(second.get(i) / first.get(i)))
                .toArray();
        double mean = new Mean().evaluate(logs);
        double error = n < 2 ? Double.NaN : new StandardDeviation().evaluate(logs) / Math.sqrt(n);
        return of(task, null, geometricMean(first), geometricMean(second), Math.exp(mean), error, n - 1.0);
    }

    private static double geometricMean(List<Double> values) {
        return Math.exp(values.stream().mapToDouble(Math::log).average().orElseThrow());
    }

    private static TimeRatio of(
            String task,
            @Nullable Integer stackSize,
            double first,
            double second,
            double ratio,
            double error,
            double freedom) {
        if (!(error > 0)) {
            return new TimeRatio(task, stackSize, first, second, ratio, null, null);
        }
        double half = error * TDistribution.of(freedom).inverseSurvivalProbability(TAIL);
        return new TimeRatio(task, stackSize, first, second, ratio, ratio * Math.exp(-half), ratio * Math.exp(half));
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
