package org.initbench.init;

/**
 * The weight matrix of one layer.
 *
 * @param fanOut units, the rows of the matrix
 * @param fanIn inputs of a unit, not counting the bias
 * @param drawnBias whether biases are drawn like weights, as an extra last column
 */
public record WeightShape(int fanOut, int fanIn, boolean drawnBias) {

    public WeightShape {
        if (fanOut < 1 || fanIn < 1) {
            throw new IllegalArgumentException(
                    "a layer needs at least one unit and one input: " + fanOut + "x" + fanIn);
        }
    }

    /** Columns of the matrix: the fan-in, and one more where biases are drawn. */
    public int columns() {
        return drawnBias ? fanIn + 1 : fanIn;
    }

    /** Number of values to draw. */
    public int size() {
        return fanOut * columns();
    }
}
