package org.initbench.task;

import org.initbench.network.Activation;

/**
 * A fully connected layer: {@code activation(W·x + b)}, W of {@code fanOut × fanIn}.
 *
 * @param fanIn inputs of a unit, not counting the bias
 * @param fanOut units
 * @param activation the nonlinearity
 */
public record Dense(int fanIn, int fanOut, Activation activation) {

    /** Values in a row of the layer's matrix: the fan-in and the bias. */
    public int columns() {
        return fanIn + 1;
    }

    /** Number of parameters, biases included. */
    public int parameters() {
        return fanOut * columns();
    }

    LayerDescription describe() {
        return new LayerDescription("dense", fanIn, fanOut, activation.label());
    }
}
