package org.initbench.task;

import java.util.List;
import java.util.function.Supplier;
import org.initbench.network.Activation;
import org.initbench.network.Dense;
import org.initbench.optimizer.Momentum;

/** Small tasks of the literature beside the digits ladder. */
final class ClassicalTasks {

    private static final Criterion BAND = new Criterion.OutputBand(0.4);

    private ClassicalTasks() {}

    /** The tasks, in the order in which lists show them. */
    static List<Supplier<TaskBuilder>> all() {
        return List.of(
                () -> xor("xor-2-2-1", "Learn exclusive or; two hidden sigmoid units, the classical benchmark."),
                () -> xor(
                                "xor-2-2-1-momentum",
                                "Learn exclusive or; two hidden sigmoid units, the classical benchmark with momentum.")
                        .optimizer(new Momentum(0.9)),
                ClassicalTasks::encoder,
                ClassicalTasks::iris,
                ClassicalTasks::breastCancer);
    }

    private static TaskBuilder xor(String name, String description) {
        return patterns(name, description, DataSets.xor())
                .layers(new Dense(2, Activation.SIGMOID), new Dense(1, Activation.SIGMOID))
                .fixed(1.0, 20_000);
    }

    private static TaskBuilder encoder() {
        return patterns(
                        "encoder-10-5-10",
                        "Reproduce ten one-hot patterns through a bottleneck of five sigmoid units.",
                        DataSets.oneHot(10))
                .layers(new Dense(5, Activation.SIGMOID), new Dense(10, Activation.SIGMOID))
                .fixed(1.7, 5_000);
    }

    private static TaskBuilder patterns(String name, String description, DataSet data) {
        return new TaskBuilder(name, "tiny sigmoid network", description, data)
                .loss(LossFunction.SQUARED_ERROR_SUM)
                .criterion(BAND)
                .drawnBiases();
    }

    private static TaskBuilder iris() {
        return new TaskBuilder(
                        "iris-mlp-tanh",
                        "shallow tanh network",
                        "Tell three species of iris apart by four measurements; one hidden layer of 8 tanh units.",
                        DataSets.shipped("iris"))
                .layers(new Dense(8, Activation.TANH), new Dense(3, Activation.IDENTITY))
                .batchSize(10)
                .provisionalBudget(200);
    }

    private static TaskBuilder breastCancer() {
        return new TaskBuilder(
                        "breast-cancer-logistic",
                        "logistic regression",
                        "Tell benign from malignant by thirty measurements of cell nuclei; logistic regression, no hidden layer.",
                        DataSets.shipped("breast-cancer"))
                .layers(new Dense(2, Activation.IDENTITY))
                .provisionalBudget(1000);
    }
}
