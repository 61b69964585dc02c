package org.initbench.benchmarks.peers;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * A time with its uncertainty.
 *
 * @param value the mean, in microseconds an epoch and model, or a ratio of two such
 * @param error half of the 99 % confidence interval; NaN if a single measurement does not tell
 */
record Timing(double value, double error) {

    private static final double UPPER = 0.995;

    /**
     * The mean of measurements, with Student's interval.
     *
     * @param measurements scores of JMH's iterations
     * @param divisor what each is divided by
     */
    static Timing of(double[] measurements, double divisor) {
        int n = measurements.length;
        double mean = Arrays.stream(measurements).average().orElseThrow();
        if (n < 2) {
            return new Timing(mean / divisor, Double.NaN);
        }
        double squares =
                Arrays.stream(measurements).map(x -> (x - mean) * (x - mean)).sum();
        double deviation = StrictMath.sqrt(squares / (n - 1));
        double quantile = TDistribution.of(n - 1).inverseCumulativeProbability(UPPER);
        return new Timing(mean / divisor, quantile * deviation / StrictMath.sqrt(n) / divisor);
    }

    /** This divided by another; relative errors, being independent, add as squares. */
    Timing ratioTo(Timing other) {
        double ratio = value / other.value;
        return new Timing(ratio, ratio * StrictMath.hypot(error / value, other.error / other.value));
    }
}
