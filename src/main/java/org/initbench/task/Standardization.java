package org.initbench.task;

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

    /** Compared value by value: the rounded mean of a constant need not be the constant. */
    private static boolean isConstant(double[][] rows, int j) {
        for (double[] row : rows) {
            if (row[j] != rows[0][j]) {
                return false;
            }
        }
        return true;
    }

    /** The standardized value of feature {@code j}. */
    double apply(double value, int j) {
        return deviation[j] == 0 ? 0 : (value - mean[j]) / deviation[j];
    }
}
