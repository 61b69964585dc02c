package org.initbench.optimizer;

import java.util.List;

/**
 * Adam (Kingma and Ba 2015): {@code m ← β₁·m + (1 − β₁)·g, v ← β₂·v + (1 − β₂)·g²,
 * w ← w − rate·m̂ / (√v̂ + ε)} with m̂ = m / (1 − β₁ᵗ) and v̂ = v / (1 − β₂ᵗ) at update t, from 1.
 *
 * @param beta1 β₁, in [0, 1)
 * @param beta2 β₂, in [0, 1)
 * @param epsilon ε, positive
 */
public record Adam(double beta1, double beta2, double epsilon) implements Optimizer {

    public Adam {
        Checks.kept("beta1", beta1);
        Checks.kept("beta2", beta2);
        Checks.positive("epsilon", epsilon);
    }

    /** The published constants: 0.9, 0.999 and 10⁻⁸. */
    public Adam() {
        this(0.9, 0.999, 1e-8);
    }

    @Override
    public String name() {
        return "adam";
    }

    @Override
    public String constants() {
        return "beta1 " + beta1 + ", beta2 " + beta2 + ", epsilon " + epsilon;
    }

    /** The moments m and v. */
    @Override
    public int states() {
        return 2;
    }

    @Override
    public <T> void update(
            UpdateOperations<T> operations, T weights, T gradient, List<T> states, double rate, int step) {
        T mean = states.get(0);
        T square = states.get(1);
        T temporary = operations.temporary();
        operations.scale(mean, beta1);
        operations.addScaled(mean, 1 - beta1, gradient);
        operations.multiply(temporary, gradient, gradient);
        operations.scale(square, beta2);
        operations.addScaled(square, 1 - beta2, temporary);
        operations.squareRoot(temporary, square);
        operations.scale(temporary, 1 / Math.sqrt(correction(beta2, step)));
        operations.addConstant(temporary, epsilon);
        operations.divide(temporary, mean, temporary);
        operations.addScaled(weights, -rate / correction(beta1, step), temporary);
    }

    private static double correction(double beta, int step) {
        return 1 - StrictMath.pow(beta, step);
    }
}
