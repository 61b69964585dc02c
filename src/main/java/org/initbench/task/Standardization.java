package org.initbench.task;

import java.util.Arrays;

/**
 * Shifts and scales each feature so that it has mean 0 and variance 1 over the training rows; a feature that is constant
 * there becomes 0. "How small" means nothing without the scale of the inputs.
 */
final class Standardization {

    private final double[] mean;
    private final double[] deviation;

    /**
     * Takes the statistics of the training rows.
     *
     * @param rows the rows, features first
     * @param features number of features
     */
    Standardization(double[][] rows, int features) {
        mean = new double[features];
        deviation = new double[features];
        for (int j = 0; j < features; j++) {
            for (double[] row : rows) {
                mean[j] += row[j] / rows.length;
            }
            double squares = 0;
            for (double[] row : rows) {
                squares += (row[j] - mean[j]) * (row[j] - mean[j]);
            }
            deviation[j] = isConstant(rows, j) ? 0 : StrictMath.sqrt(squares / rows.length);
        }
    }

    private Standardization(double[] mean, double[] deviation) {
        this.mean = mean;
        this.deviation = deviation;
    }

    /** Compared value by value: the rounded mean of a constant need not be the constant. */
    private static boolean isConstant(double[][] rows, int j) {
        for (double[] row : rows) {
            if (row[j] != rows[0][j]) {
                return false;
            }
        }
        return true;
    }

    /**
     * Each feature shifted to mean 0, and all divided by one number, so that they keep their proportions and their variances
     * average 1 over all features. A feature that is constant over the training rows is 0 here too.
     */
    Standardization withCommonScale() {
        double squares = 0;
        for (double d : deviation) {
            squares += d * d;
        }
        double common = StrictMath.sqrt(squares / deviation.length);
        return new Standardization(
                mean, Arrays.stream(deviation).map(d -> d == 0 ? 0 : common).toArray());
    }

    /** The standardized value of feature {@code j}. */
    double apply(double value, int j) {
        return deviation[j] == 0 ? 0 : (value - mean[j]) / deviation[j];
    }

    /**
     * The standardized features of all rows, row by row.
     *
     * @param rows the rows, features first; what follows the features is left out
     */
    double[] apply(double[][] rows) {
        double[] values = new double[rows.length * mean.length];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < mean.length; j++) {
                values[i * mean.length + j] = apply(rows[i][j], j);
            }
        }
        return values;
    }
}
