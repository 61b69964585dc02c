package org.initbench.analysis;

import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * An interval that shrinks as Student's does: a limit lies t·s/√n from an estimate that errs by s/√n, s being taken from that limit's
 * own distance.
 *
 * @param limits the estimate between its limits, on a scale on which it is about normal
 * @param replicates number of replicates n that it rests on
 * @param tail error probability of each limit
 */
record StudentForecast(Limits limits, int replicates, double tail) implements Forecast {
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    @Override
    public double value() {
        return limits.value();
    }

    @Override
    public double above(int number, double bound) {
        return probability(number, limits.value() - bound, limits.value() - limits.low());
    }

    @Override
    public double below(int number, double bound) {
        return probability(number, bound - limits.value(), limits.high() - limits.value());
    }

    /**
     * Probability that the limit lies on this side of the bound.
     *
     * @param distance from the estimate to the bound
     * @param half from the estimate to its limit
     */
    private double probability(int number, double distance, double half) {
        if (replicates < 2 || !Double.isFinite(half)) {
            return Double.NaN;
        }
        if (half == 0) {
            return distance > 0 ? 1 : 0;
        }
        double error = half / student(replicates) * Math.sqrt((double) replicates / number);
        return NORMAL.cumulativeProbability(distance / error - student(number));
    }

    private double student(int number) {
        return Quantiles.studentHigh(number - 1.0, tail);
    }
}
