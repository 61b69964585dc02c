package org.initbench.network;

import java.util.List;

/** What the recurrent layers share: a sample's positions, row-major, are the steps of a sequence. */
final class Steps {

    private Steps() {}

    /**
     * The input projections of all steps, by one product.
     *
     * @param x data, a row for each step of each sample
     * @param input what a sample is
     * @param weights the input weights, biases included
     * @param columns their number of rows
     * @return for each step {@code [samples, columns]}
     */
    static <T> List<T> projected(Operations<T> operations, T x, Shape input, T weights, int columns) {
        T all = operations.linear(x, weights);
        return operations.split(operations.reshape(all, input.positions() * columns), input.positions());
    }
}
