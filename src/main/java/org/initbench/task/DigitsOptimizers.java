package org.initbench.task;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.initbench.network.Activation;
import org.initbench.optimizer.Adam;
import org.initbench.optimizer.Momentum;
import org.initbench.optimizer.Optimizer;

/** Two rungs of the {@link DigitsLadder}, trained by other optimizers than its plain gradient descent, and else the same. */
final class DigitsOptimizers {

    private static final int WIDTH = 32;
    private static final int DEPTH = 4;

    private DigitsOptimizers() {}

    /** The tasks, in the order in which lists show them. */
    static List<Supplier<TaskBuilder>> all() {
        List<Supplier<TaskBuilder>> tasks = new ArrayList<>();
        for (Optimizer optimizer : List.of(new Momentum(0.9), new Adam())) {
            String suffix = "-" + optimizer.name();
            tasks.add(() -> DigitsLadder.shallow("digits-mlp-tanh" + suffix, Activation.TANH, WIDTH)
                    .optimizer(optimizer));
            tasks.add(() -> DigitsLadder.deep("digits-mlp-relu-d4" + suffix, Activation.RELU, DEPTH)
                    .optimizer(optimizer));
        }
        return tasks;
    }
}
