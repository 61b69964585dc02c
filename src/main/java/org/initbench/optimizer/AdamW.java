package org.initbench.optimizer;

import java.util.List;

/**
 * Adam with decoupled weight decay (Loshchilov and Hutter 2019): {@code w ← w − rate·λ·w}, then {@link Adam}'s update. The decay
 * is multiplied by the learning rate, as in PyTorch; every weight decays, biases and gains too.
 *
 * @param beta1 β₁, in [0, 1)
 * @param beta2 β₂, in [0, 1)
 * @param epsilon ε, positive
 * @param weightDecay λ, at least 0
 */
public record AdamW(double beta1, double beta2, double epsilon, double weightDecay) implements Optimizer {

    public AdamW {
        Checks.kept("beta1", beta1);
        Checks.kept("beta2", beta2);
        Checks.positive("epsilon", epsilon);
        Checks.notNegative("weight decay", weightDecay);
    }

    /**
     * Adam's published constants.
     *
     * @param weightDecay λ, at least 0
     */
    public AdamW(double weightDecay) {
        this(0.9, 0.999, 1e-8, weightDecay);
    }

    @Override
    public String name() {
        return "adamw";
    }

    @Override
    public String constants() {
        return adam().constants() + ", weight decay " + weightDecay;
    }

    /** Adam's moments. */
    @Override
    public int states() {
        return adam().states();
    }

    @Override
    public <T> void update(
            UpdateOperations<T> operations, T weights, T gradient, List<T> states, double rate, int step) {
        operations.scale(weights, 1 - rate * weightDecay);
        adam().update(operations, weights, gradient, states, rate, step);
    }

    private Adam adam() {
        return new Adam(beta1, beta2, epsilon);
    }
}
