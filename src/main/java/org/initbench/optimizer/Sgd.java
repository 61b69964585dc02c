package org.initbench.optimizer;

import java.util.List;
import java.util.OptionalDouble;

/** Gradient descent (stochastic on mini-batches: Robbins and Monro 1951): {@code w ← w − rate·g}. */
public record Sgd() implements Optimizer {

    @Override
    public String name() {
        return "sgd";
    }

    @Override
    public String constants() {
        return "";
    }

    @Override
    public int states() {
        return 0;
    }

    @Override
    public <T> void update(
            UpdateOperations<T> operations, T weights, T gradient, List<T> states, double rate, int step) {
        operations.addScaled(weights, -rate, gradient);
    }

    @Override
    public OptionalDouble momentum() {
        return OptionalDouble.of(0);
    }
}
