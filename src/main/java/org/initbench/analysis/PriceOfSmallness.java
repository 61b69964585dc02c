package org.initbench.analysis;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.stat.descriptive.moment.Mean;
import org.apache.commons.math3.stat.descriptive.moment.StandardDeviation;
import org.apache.commons.math3.stat.regression.SimpleRegression;
import org.apache.commons.statistics.distribution.TDistribution;
import org.initbench.analysis.DoseResponse.Law;
import org.initbench.analysis.DoseResponse.Price;

/** Fits what each power of ten of smallness costs in epochs. */
final class PriceOfSmallness {
    /** Least number of scales. */
    static final int SCALES = 4;

    /** Least span of the scales in powers of ten. */
    static final double DECADES = 1.5;

    /** Difference of Akaike's criterion from which on one law is preferred. */
    static final double PREFERRED = 2;

    /** What is left of a perfect fit, relative: keeps the logarithm finite. */
    private static final double PERFECT = 1e-12;

    private PriceOfSmallness() {}

    /** Whether scales, ascending, are enough of them and far enough apart. */
    static boolean enough(double[] scales) {
        return scales.length >= SCALES && Math.log10(scales[scales.length - 1] / scales[0]) >= DECADES - 1e-9;
    }

    /**
     * The price.
     *
     * @param scales at least two, ascending
     * @param epochs epochs by replicate and scale, all finite and positive
     */
    static Price fit(double[] scales, double[][] epochs) {
        double[] decades = Arrays.stream(scales).map(s -> -Math.log10(s)).toArray();
        double[] means = new double[scales.length];
        for (int s = 0; s < scales.length; s++) {
            int scale = s;
            means[s] = Arrays.stream(epochs)
                    .mapToDouble(row -> row[scale])
                    .average()
                    .orElseThrow();
        }
        double advantage = criterion(decades, means, true) - criterion(decades, means, false);
        Law law = Math.abs(advantage) < PREFERRED ? Law.EITHER : advantage > 0 ? Law.LOG : Law.POWER;
        return new Price(
                law,
                slope(decades, epochs, x -> x),
                slope(decades, epochs, Math::log10),
                advantage,
                scales.length,
                scales[0],
                scales[scales.length - 1]);
    }

    private static Estimate slope(double[] decades, double[][] epochs, DoubleUnaryOperator scale) {
        double[] slopes = Arrays.stream(epochs)
                .mapToDouble(row -> regression(decades, row, scale).getSlope())
                .toArray();
        int n = slopes.length;
        double mean = new Mean().evaluate(slopes);
        if (n < 2) {
            return new Estimate(mean, null, null, 0, n, List.of("rests on one run a scale: no interval"));
        }
        double half = TDistribution.of(n - 1.0).inverseSurvivalProbability(Cost.TAIL)
                * new StandardDeviation().evaluate(slopes)
                / Math.sqrt(n);
        return new Estimate(mean, mean - half, mean + half, Estimates.CONFIDENCE, n, List.of());
    }

    /** Akaike's criterion of a line through epochs, or through their logarithms, up to a constant that both share. */
    private static double criterion(double[] decades, double[] means, boolean logarithm) {
        DoubleUnaryOperator scale = logarithm ? Math::log : x -> x;
        SimpleRegression line = regression(decades, means, scale);
        double perfect = PERFECT * Math.max(line.getTotalSumSquares(), Double.MIN_NORMAL);
        double likelihood = means.length * Math.log(Math.max(line.getSumSquaredErrors(), perfect));
        return logarithm ? likelihood + 2 * Arrays.stream(means).map(Math::log).sum() : likelihood;
    }

    private static SimpleRegression regression(double[] decades, double[] values, DoubleUnaryOperator scale) {
        SimpleRegression line = new SimpleRegression();
        for (int i = 0; i < decades.length; i++) {
            line.addData(decades[i], scale.applyAsDouble(values[i]));
        }
        return line;
    }
}
