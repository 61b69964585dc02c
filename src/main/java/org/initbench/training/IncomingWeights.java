package org.initbench.training;

import java.util.Arrays;

/** The incoming weights of units of one kind: which units are equal, and how far they are apart. */
final class IncomingWeights {

    /** The distance, relative to the longer of two vectors, up to which they are alike. */
    static final double ALIKE = 1e-6;

    private final double[][] vectors;

    /**
     * Some units.
     *
     * @param vectors the incoming weights of each
     */
    IncomingWeights(double[][] vectors) {
        this.vectors = vectors;
    }

    /**
     * Sorts the units into classes, one by one: a unit belongs to the first class whose first unit it is near to.
     *
     * @param tolerance largest distance relative to the longer vector; 0 for equal vectors
     * @return for each unit the first unit of its class
     */
    int[] classes(double tolerance) {
        double[] squares = squares(tolerance);
        int[] classes = new int[vectors.length];
        for (int unit = 0; unit < classes.length; unit++) {
            int first = 0;
            while (first < unit && !(classes[first] == first && near(first, unit, tolerance, squares))) {
                first++;
            }
            classes[unit] = first;
        }
        return classes;
    }

    /** Whether every unit is still near to the first one of its class. */
    boolean keep(int[] classes, double tolerance) {
        double[] squares = squares(tolerance);
        for (int unit = 0; unit < classes.length; unit++) {
            if (classes[unit] != unit && !near(classes[unit], unit, tolerance, squares)) {
                return false;
            }
        }
        return true;
    }

    /** Number of classes. */
    int distinct(double tolerance) {
        int[] classes = classes(tolerance);
        int count = 0;
        for (int unit = 0; unit < classes.length; unit++) {
            count += classes[unit] == unit ? 1 : 0;
        }
        return count;
    }

    /** Number of units that share their class with another. */
    static int shared(int[] classes) {
        int[] sizes = new int[classes.length];
        for (int first : classes) {
            sizes[first]++;
        }
        int count = 0;
        for (int first : classes) {
            count += sizes[first] > 1 ? 1 : 0;
        }
        return count;
    }

    /** Largest Euclidean distance between two units; 0 for one unit. */
    double spread() {
        double[][] columns = columns();
        double[] sums = new double[vectors.length];
        double largest = 0;
        for (int unit = 1; unit < vectors.length; unit++) {
            Arrays.fill(sums, 0, unit, 0);
            for (int i = 0; i < columns.length; i++) {
                addSquares(columns[i], vectors[unit][i], sums, unit);
            }
            for (int other = 0; other < unit; other++) {
                largest = Math.max(largest, sums[other]);
            }
        }
        return Math.sqrt(largest);
    }

    /** Adds to the first sums the squared differences between the first elements and a value. */
    private static void addSquares(double[] elements, double value, double[] sums, int count) {
        for (int i = 0; i < count; i++) {
            double difference = value - elements[i];
            sums[i] += difference * difference;
        }
    }

    /** The vectors, transposed. */
    private double[][] columns() {
        int width = vectors.length == 0 ? 0 : vectors[0].length;
        double[][] columns = new double[width][vectors.length];
        for (int unit = 0; unit < vectors.length; unit++) {
            for (int i = 0; i < width; i++) {
                columns[i][unit] = vectors[unit][i];
            }
        }
        return columns;
    }

    private double[] squares(double tolerance) {
        double[] squares = new double[vectors.length];
        for (int unit = 0; unit < squares.length && tolerance > 0; unit++) {
            for (double weight : vectors[unit]) {
                squares[unit] += weight * weight;
            }
        }
        return squares;
    }

    private boolean near(int a, int b, double tolerance, double[] squares) {
        if (tolerance == 0) {
            return equal(vectors[a], vectors[b]);
        }
        double limit = tolerance * tolerance * Math.max(squares[a], squares[b]);
        return distance(vectors[a], vectors[b], limit) <= limit;
    }

    private static boolean equal(double[] a, double[] b) {
        for (int i = 0; i < a.length; i++) {
            if (a[i] != b[i]) {
                return false;
            }
        }
        return true;
    }

    /** The squared distance, or something above the limit. */
    private static double distance(double[] a, double[] b, double limit) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            double difference = a[i] - b[i];
            sum += difference * difference;
            if (sum > limit) {
                return sum;
            }
        }
        return sum;
    }
}
