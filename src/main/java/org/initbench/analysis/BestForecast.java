package org.initbench.analysis;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The interval of a ratio to the best of several starts, on logarithms: its lower limit is at least 0.
 *
 * <p>Its upper limit lies below a bound when those to all rivals do, which is as probable at least as Bonferroni's inequality says; its
 * lower limit lies above a bound when that to one rival does, which is as probable at least as with the most telling one.
 *
 * @param value logarithm of the ratio
 * @param replicates replicates that it rests on
 * @param upper the rivals, whose upper limits count
 * @param lower ratios to the rivals, whose lower limits count
 */
record BestForecast(double value, int replicates, List<Rival> upper, List<StudentForecast> lower) implements Forecast {

    /**
     * Another start, which may be better.
     *
     * @param ratio the ratio to it whose upper limit counts
     * @param whole the ratio that shows, where its upper limit is below 1, that the other is not better; null if {@code ratio} is all
     */
    record Rival(StudentForecast ratio, @Nullable StudentForecast whole) {

        /** Logarithm of the upper limit; 0 if the other is shown not to be better. */
        double high() {
            boolean shown = whole != null && whole.limits().high() < 0;
            return shown ? 0 : Math.max(0, ratio.limits().high());
        }

        /** Probability that the other is shown not to be better, or the upper limit lies below the bound: of the likelier of both. */
        private double below(int number, double bound) {
            if (high() == 0) {
                return 1;
            }
            double own = ratio.below(number, bound);
            double shown = whole == null ? Double.NaN : whole.below(number, 0);
            return Double.isNaN(own) || shown > own ? shown : own;
        }
    }

    BestForecast {
        upper = List.copyOf(upper);
        lower = List.copyOf(lower);
    }

    @Override
    public double above(int number, double bound) {
        return bound < 0
                ? 1
                : lower.stream()
                        .mapToDouble(ratio -> ratio.above(number, bound))
                        .filter(p -> !Double.isNaN(p))
                        .max()
                        .orElse(Double.NaN);
    }

    @Override
    public double below(int number, double bound) {
        double fail = upper.stream()
                .mapToDouble(rival -> 1 - rival.below(number, bound))
                .sum();
        return bound <= 0 ? 0 : Math.max(0, 1 - fail);
    }
}
