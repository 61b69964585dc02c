package org.initbench.reference;

/** A matrix, row by row, and the derivative of some scalar by each of its elements. */
public final class PlainMatrix {

    private final int rows;
    private final int columns;
    private final double[] values;
    private final double[] gradient;

    /** Zeros. */
    PlainMatrix(int rows, int columns) {
        this(rows, columns, new double[rows * columns]);
    }

    private PlainMatrix(int rows, int columns, double[] values) {
        this.rows = rows;
        this.columns = columns;
        this.values = values;
        gradient = new double[values.length];
    }

    /**
     * A matrix of these values, which are copied; its gradient is zero.
     *
     * @param values row by row; their number is a multiple of {@code columns}
     */
    public static PlainMatrix of(double[] values, int columns) {
        if (values.length % columns != 0) {
            throw new IllegalArgumentException(values.length + " values do not make rows of " + columns);
        }
        return new PlainMatrix(values.length / columns, columns, values.clone());
    }

    public int rows() {
        return rows;
    }

    public int columns() {
        return columns;
    }

    /** The elements themselves, row by row. */
    public double[] values() {
        return values;
    }

    /** The derivatives themselves, row by row. */
    public double[] gradient() {
        return gradient;
    }

    int size() {
        return values.length;
    }

    double get(int row, int column) {
        return values[row * columns + column];
    }

    void set(int row, int column, double value) {
        values[row * columns + column] = value;
    }

    double slope(int row, int column) {
        return gradient[row * columns + column];
    }

    boolean sameShape(PlainMatrix other) {
        return rows == other.rows && columns == other.columns;
    }
}
