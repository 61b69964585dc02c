package org.initbench.optimizer;

import java.util.List;

/**
 * Nesterov's accelerated gradient (Nesterov 1983) as momentum (Sutskever et al. 2013), in the form that takes the gradient at
 * the weights themselves, as PyTorch does: {@code v ← μ·v + g, w ← w − rate·(g + μ·v)}.
 *
 * @param coefficient μ, in [0, 1)
 */
public record Nesterov(double coefficient) implements Optimizer {

    public Nesterov {
        Checks.kept("momentum", coefficient);
    }

    @Override
    public String name() {
        return "nesterov";
    }

    @Override
    public String constants() {
        return "momentum " + coefficient;
    }

    /** The velocity v, in units of the gradient. */
    @Override
    public int states() {
        return 1;
    }

    @Override
    public <T> void update(
            UpdateOperations<T> operations, T weights, T gradient, List<T> states, double rate, int step) {
        T velocity = states.get(0);
        operations.scale(velocity, coefficient);
        operations.addScaled(velocity, 1, gradient);
        operations.addScaled(weights, -rate, gradient);
        operations.addScaled(weights, -rate * coefficient, velocity);
    }
}
