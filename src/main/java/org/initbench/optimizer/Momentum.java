package org.initbench.optimizer;

import java.util.List;
import java.util.OptionalDouble;

/**
 * Heavy-ball momentum (Polyak 1964): {@code v ← μ·v − rate·g, w ← w + v}.
 *
 * @param coefficient μ, in [0, 1)
 */
public record Momentum(double coefficient) implements Optimizer {

    public Momentum {
        Checks.kept("momentum", coefficient);
    }

    @Override
    public String name() {
        return "momentum";
    }

    @Override
    public String constants() {
        return "momentum " + coefficient;
    }

    /** The velocity v. */
    @Override
    public int states() {
        return 1;
    }

    @Override
    public <T> void update(
            UpdateOperations<T> operations, T weights, T gradient, List<T> states, double rate, int step) {
        T velocity = states.get(0);
        operations.scale(velocity, coefficient);
        operations.addScaled(velocity, -rate, gradient);
        operations.addScaled(weights, 1, velocity);
    }

    @Override
    public OptionalDouble momentum() {
        return OptionalDouble.of(coefficient);
    }
}
