package org.initbench.analysis;

/**
 * A point estimate between its confidence limits.
 *
 * <p>Two of them combine by MOVER, the "method of variance estimates recovery" of Zou and Donner (Statistics in Medicine
 * 27, 2008): the distance from an estimate to one of its limits stands for its error on that side, so that skewed and
 * bounded parts keep their shape in the whole, which a symmetric standard error would lose.
 *
 * @param value the estimate
 * @param low lower limit, at most {@code value}
 * @param high upper limit, at least {@code value}, possibly infinite
 */
record Limits(double value, double low, double high) {

    static Limits exact(double value) {
        return new Limits(value, value, value);
    }

    /** The sum with an independent estimate. */
    Limits plus(Limits other) {
        double sum = value + other.value;
        return new Limits(
                sum,
                sum - Math.hypot(value - low, other.value - other.low),
                sum + Math.hypot(high - value, other.high - other.value));
    }

    /** The product with an independent estimate, both not negative: the sum on the logarithmic scale. */
    Limits times(Limits other) {
        return log().plus(other.log()).exp();
    }

    /** The difference to another estimate whose estimator has this correlation with that of this one. */
    Limits minus(Limits other, double correlation) {
        double difference = value - other.value;
        return new Limits(
                difference,
                difference - distance(value - low, other.high - other.value, correlation),
                difference + distance(high - value, other.value - other.low, correlation));
    }

    private static double distance(double a, double b, double correlation) {
        if (Double.isInfinite(a) || Double.isInfinite(b)) {
            return Double.POSITIVE_INFINITY;
        }
        return Math.sqrt(Math.max(0, a * a + b * b - 2 * correlation * a * b));
    }

    Limits log() {
        return new Limits(Math.log(value), Math.log(low), Math.log(high));
    }

    Limits exp() {
        return new Limits(Math.exp(value), Math.exp(low), Math.exp(high));
    }
}
