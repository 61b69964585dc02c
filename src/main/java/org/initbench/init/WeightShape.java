package org.initbench.init;

/**
 * One weight matrix: a row for each unit, a column for each input.
 *
 * @param units rows
 * @param inputs columns, not counting the bias
 * @param fanIn inputs that feed one unit, not counting the bias; equal to {@code inputs} in a dense layer
 * @param fanOut units that one input feeds; equal to {@code units} in a dense layer
 * @param drawnBias whether biases are drawn like weights, as an extra last column
 */
public record WeightShape(int units, int inputs, int fanIn, int fanOut, boolean drawnBias) {

    public WeightShape {
        if (units < 1 || inputs < 1 || fanIn < 1 || fanOut < 1) {
            throw new IllegalArgumentException(
                    "a matrix needs at least one unit and one input: " + units + "x" + inputs);
        }
    }

    /** The matrix of a dense layer. */
    public static WeightShape dense(int fanOut, int fanIn, boolean drawnBias) {
        return new WeightShape(fanOut, fanIn, fanIn, fanOut, drawnBias);
    }

    /** Columns of the matrix: the inputs, and one more where biases are drawn. */
    public int columns() {
        return drawnBias ? inputs + 1 : inputs;
    }

    /** Number of values to draw. */
    public int size() {
        return units * columns();
    }
}
