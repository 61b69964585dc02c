package org.initbench.network;

import java.util.List;

/**
 * What a layer may compute with. Every {@code T} is a matrix of one model: a data matrix has a row for each position of each
 * sample of the batch, sample after sample, and a column for each channel; a parameter matrix is as its {@link Parameter}
 * says. An implementation knows the shapes, and the derivative of each operation by each of its operands.
 *
 * <p>Operands are never changed. An operand may be used several times.
 *
 * @param <T> a matrix, or what stands for one
 */
public interface Operations<T> {

    /**
     * x·Wᵀ + b.
     *
     * @param x data, {@code [rows, inputs]}
     * @param weights a parameter, {@code [units, inputs]} or, with the bias last, {@code [units, inputs + 1]}
     * @return {@code [rows, units]}
     */
    T linear(T x, T weights);

    /** The activation of every element. */
    T activate(T x, Activation activation);

    /** a + b, of equal shape. */
    T add(T a, T b);

    /** a − b, of equal shape. */
    T subtract(T a, T b);

    /** a·b element by element, of equal shape. */
    T multiply(T a, T b);

    /** The larger of a and b, element by element; where they are equal the derivative goes to a. */
    T maximum(T a, T b);

    /** factor·x. */
    T scale(T x, double factor);

    /** 1 / √(x + epsilon) of every element. */
    T reciprocalSquareRoot(T x, double epsilon);

    /**
     * The same elements, read row by row into rows of another length.
     *
     * @param x data
     * @param columns the new number of columns; its multiples make up every sample's elements
     */
    T reshape(T x, int columns);

    /** The blocks of columns of x, of equal width, left to right. */
    List<T> split(T x, int parts);

    /** The matrices side by side, left to right; all have as many rows. */
    T concatenate(List<T> parts);

    /**
     * Products of blocks of rows: rows i·n … (i + 1)·n − 1 of the result are A_i·B_i or A_i·B_iᵀ, where A_i and B_i are the
     * same rows of a and b.
     *
     * @param a data, {@code [rows, k]}
     * @param b data, {@code [rows, m]}; k = m if transposed, else k = n
     * @param transposeB whether B_i is transposed
     * @param rowsPerBlock n
     * @return {@code [rows, n]} if transposed, else {@code [rows, m]}
     */
    T blockProduct(T a, T b, boolean transposeB, int rowsPerBlock);

    /** The softmax of each row. */
    T softmax(T x);

    /** Every element replaced by the mean of its column over all rows of the batch. */
    T meanOverRows(T x);

    /** Every element replaced by the mean of its row. */
    T meanOverColumns(T x);

    /**
     * A vector, repeated for each row.
     *
     * @param vector a parameter, {@code [columns, 1]}
     * @param like data, {@code [rows, columns]}; only its shape matters
     * @return {@code [rows, columns]}
     */
    T broadcast(T vector, T like);

    /**
     * For each position the square of positions around it, positions outside the map being zero: row-major, the channels of
     * a position together.
     *
     * @param x data, a row for each position of each sample
     * @param map what a sample is
     * @param kernel side of the square, odd
     * @return {@code [rows, kernel · kernel · channels]}
     */
    T patches(T x, Shape map, int kernel);
}
