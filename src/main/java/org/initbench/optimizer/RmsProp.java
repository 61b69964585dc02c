package org.initbench.optimizer;

import java.util.List;

/**
 * RMSProp (Tieleman and Hinton 2012): {@code s ← ρ·s + (1 − ρ)·g², w ← w − rate·g / (√s + ε)}. The place of ε is PyTorch's.
 *
 * @param decay ρ, in [0, 1)
 * @param epsilon ε, positive
 */
public record RmsProp(double decay, double epsilon) implements Optimizer {

    public RmsProp {
        Checks.kept("decay", decay);
        Checks.positive("epsilon", epsilon);
    }

    /** The published decay 0.9, with ε = 10⁻⁸. */
    public RmsProp() {
        this(0.9, 1e-8);
    }

    @Override
    public String name() {
        return "rmsprop";
    }

    @Override
    public String constants() {
        return "decay " + decay + ", epsilon " + epsilon;
    }

    /** The mean square s. */
    @Override
    public int states() {
        return 1;
    }

    @Override
    public <T> void update(
            UpdateOperations<T> operations, T weights, T gradient, List<T> states, double rate, int step) {
        T square = states.get(0);
        T temporary = operations.temporary();
        operations.multiply(temporary, gradient, gradient);
        operations.scale(square, decay);
        operations.addScaled(square, 1 - decay, temporary);
        operations.squareRoot(temporary, square);
        operations.addConstant(temporary, epsilon);
        operations.divide(temporary, gradient, temporary);
        operations.addScaled(weights, -rate, temporary);
    }
}
