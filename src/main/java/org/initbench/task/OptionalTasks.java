package org.initbench.task;

import java.util.List;
import java.util.function.Supplier;
import org.initbench.network.Activation;
import org.initbench.network.Convolution;
import org.initbench.network.Dense;
import org.initbench.network.MaxPooling;
import org.initbench.network.Shape;

/** Tasks on data that do not come with initbench: they can be named where the data are installed. */
final class OptionalTasks {

    private static final int TRAINING = 6000;
    private static final int TEST = 1000;

    /** Names of the tasks, in the order in which lists show them. */
    static final List<String> NAMES = List.of("fashion-mlp-relu", "fashion-cnn");

    private OptionalTasks() {}

    /** The definitions, by the order of {@link #NAMES}. */
    static List<Supplier<TaskBuilder>> all() {
        return List.of(OptionalTasks::shallow, OptionalTasks::convolutional);
    }

    private static TaskBuilder shallow() {
        return task(NAMES.get(0), "shallow ReLU network", "one hidden layer of 64 ReLU units")
                .layers(new Dense(64, Activation.RELU), new Dense(10, Activation.IDENTITY));
    }

    private static TaskBuilder convolutional() {
        return task(NAMES.get(1), "convolutional network", "a LeNet-like network, two convolutions with max pooling")
                .input(new Shape(28, 28, 1))
                .layers(
                        new Convolution(8, 3, Activation.RELU),
                        new MaxPooling(),
                        new Convolution(16, 3, Activation.RELU),
                        new MaxPooling(),
                        new Dense(10, Activation.IDENTITY));
    }

    private static TaskBuilder task(String name, String kind, String network) {
        return new TaskBuilder(
                        name,
                        kind,
                        "Tell ten kinds of clothing apart on pictures of 28×28 pixels; " + network + ".",
                        () -> DataSets.fashionMnist(TRAINING, TEST))
                .batchSize(50)
                .provisionalBudget(20);
    }
}
