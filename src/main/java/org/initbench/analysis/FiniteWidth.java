package org.initbench.analysis;

import org.initbench.analysis.TheoryComparison.Verdict;

/**
 * How far the median over a few networks of finite width may be from theory, which is of infinite width.
 *
 * <p>The logarithm of what is measured has, over networks, the standard deviation s that theory gives to first order in 1/width. A
 * median over R networks is allowed three of its own standard deviations, which in a wide network a measurement exceeds by
 * chance in about 3 of 1000 cases. What theory gives is a mean, whose logarithm is above the median of a logarithmic normal law by
 * s²/2; measured variances are around the measured mean, and lack up to 1/N of them for N units; 5 % are left for what is of
 * second order, and for inputs that theory knows by their size only. Layers of fewer than 8 units are not compared.
 *
 * @param spread s
 * @param units N
 * @param networks R, at least 1
 */
record FiniteWidth(double spread, int units, int networks) {

    /** Units below which first order in 1/width says nothing. */
    private static final int FEW = 8;

    private static final double DEVIATIONS = 3;
    private static final double SECOND_ORDER = 0.05;

    /** Variances of the median of one, two and three normal numbers of variance 1; the last is 1 − √3/π. */
    private static final double[] MEDIAN = {1, 0.5, 0.44867};

    /** The factor up to which a median may be larger or smaller than predicted. */
    double factor() {
        int known = Math.min(networks, MEDIAN.length);
        double median = MEDIAN[known - 1] * known / networks;
        return StrictMath.exp(
                DEVIATIONS * StrictMath.sqrt(median) * spread + spread * spread / 2 + 1.0 / units + SECOND_ORDER);
    }

    /**
     * Whether a measurement is as predicted.
     *
     * @param predicted the prediction
     * @param measured the median of the measurements
     * @param range numbers that the arithmetic holds
     */
    Verdict verdict(double predicted, double measured, Range range) {
        if (predicted == measured) {
            return Verdict.AGREES;
        }
        if (units < FEW || (predicted != 0 && !range.holds(predicted))) {
            return Verdict.NOT_COMPARED;
        }
        double ratio = measured / predicted;
        return ratio <= factor() && ratio >= 1 / factor() ? Verdict.AGREES : Verdict.DISAGREES;
    }

    /**
     * Mean squares of numbers that an arithmetic holds with all their digits.
     *
     * @param low the smallest
     * @param high the largest
     */
    record Range(double low, double high) {

        /** Of single or double precision, with four decades to spare for what is smaller or larger than its root mean square. */
        static Range of(String precision) {
            return precision.equals("float32") ? new Range(1e-68, 1e68) : new Range(1e-300, 1e300);
        }

        /** Of numbers in another unit. */
        Range dividedBy(double unit) {
            return new Range(low / unit, high / unit);
        }

        boolean holds(double meanSquare) {
            return meanSquare >= low && meanSquare <= high;
        }
    }
}
