package org.initbench.task;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.initbench.network.Activation;
import org.initbench.network.Convolution;
import org.initbench.network.Dense;
import org.initbench.network.Layer;
import org.initbench.network.Lstm;
import org.initbench.network.MaxPooling;

/**
 * Tasks with a single unit in each hidden layer, a single channel in each convolution, and everything else of the task that they
 * control, learning rate and budget included. A network whose hidden units stay equal computes what one unit a layer can: it is
 * expected to end where its control ends.
 */
final class OneUnitControls {

    private static final Dense OUTPUT = new Dense(10, Activation.IDENTITY);

    private OneUnitControls() {}

    /**
     * The controls, in the order of the tasks that they control.
     *
     * @param controlled the other tasks, by name
     */
    static List<Supplier<TaskBuilder>> all(Map<String, Supplier<TaskBuilder>> controlled) {
        Layer one = new Dense(1, Activation.SIGMOID);
        Layer channel = new Convolution(1, 3, Activation.RELU);
        Layer pooling = new MaxPooling();
        return List.of(
                () -> task(controlled, "xor-2-2-1").control("xor-2-1-1", one, new Dense(1, Activation.SIGMOID)),
                () -> task(controlled, "encoder-10-5-10")
                        .control("encoder-10-1-10", one, new Dense(10, Activation.SIGMOID)),
                () -> shallow(controlled, "digits-mlp-sigmoid", Activation.SIGMOID),
                () -> shallow(controlled, "digits-mlp-tanh", Activation.TANH),
                () -> shallow(controlled, "digits-mlp-relu", Activation.RELU),
                () -> task(controlled, "digits-cnn")
                        .control("digits-cnn-w1", channel, pooling, channel, pooling, OUTPUT),
                () -> task(controlled, "digits-lstm").control("digits-lstm-w1", new Lstm(1), OUTPUT));
    }

    private static TaskBuilder shallow(
            Map<String, Supplier<TaskBuilder>> controlled, String name, Activation activation) {
        return task(controlled, name).control(name + "-w1", new Dense(1, activation), OUTPUT);
    }

    private static TaskBuilder task(Map<String, Supplier<TaskBuilder>> controlled, String name) {
        return Objects.requireNonNull(controlled.get(name), name).get();
    }
}
