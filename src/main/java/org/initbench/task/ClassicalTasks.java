package org.initbench.task;

import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import org.initbench.network.Activation;
import org.initbench.network.Dense;
import org.initbench.network.Embedding;
import org.initbench.network.Gru;
import org.initbench.network.Layer;
import org.initbench.network.Lstm;
import org.initbench.network.Recurrent;
import org.initbench.network.Shape;
import org.initbench.optimizer.Adam;
import org.initbench.optimizer.Momentum;

/** Small tasks of the literature beside the digits ladder. */
final class ClassicalTasks {

    private static final int ADDING_STEPS = 20;
    private static final int ADDING_UNITS = 16;
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
                ClassicalTasks::parity,
                ClassicalTasks::paritySequence,
                ClassicalTasks::twoSpirals,
                () -> linearChain(2),
                () -> linearChain(4),
                ClassicalTasks::iris,
                ClassicalTasks::wine,
                ClassicalTasks::breastCancer,
                () -> adding("adding-rnn", "vanilla tanh units", new Recurrent(ADDING_UNITS, Activation.TANH, false)),
                () -> adding(
                        "adding-irnn",
                        "ReLU units whose recurrent matrix starts at the identity",
                        new Recurrent(ADDING_UNITS, Activation.RELU, true)),
                () -> adding("adding-lstm", "LSTM units", new Lstm(ADDING_UNITS)),
                () -> adding("adding-gru", "GRU units", new Gru(ADDING_UNITS)));
    }

    private static TaskBuilder parity() {
        return new TaskBuilder(
                        "parity-4-mlp-tanh",
                        "shallow tanh network",
                        "Tell whether the number of ones among four bits is odd; one hidden layer of 8 tanh units.",
                        () -> DataSets.parity(4))
                .layers(new Dense(8, Activation.TANH), new Dense(1, Activation.IDENTITY))
                .loss(LossFunction.BINARY_CROSS_ENTROPY)
                .provisionalBudget(4000);
    }

    private static TaskBuilder paritySequence() {
        return new TaskBuilder(
                        "parity-5-embedding-gru",
                        "recurrent network",
                        "Tell whether the number of ones among five bits, read one after the other, is odd; embedded bits, 8 GRU units.",
                        () -> DataSets.paritySequence(5))
                .input(Shape.sequence(5, 2))
                .layers(new Embedding(2, 4), new Gru(8), new Dense(1, Activation.IDENTITY))
                .loss(LossFunction.BINARY_CROSS_ENTROPY)
                .optimizer(new Adam())
                .gradientClip(1)
                .provisionalBudget(1000);
    }

    private static TaskBuilder twoSpirals() {
        return new TaskBuilder(
                        "two-spirals-mlp-tanh",
                        "deep tanh network",
                        "Tell two interlocking spirals of points apart; three hidden layers of 20 tanh units.",
                        DataSets::twoSpirals)
                .layers(
                        new Dense(20, Activation.TANH),
                        new Dense(20, Activation.TANH),
                        new Dense(20, Activation.TANH),
                        new Dense(1, Activation.IDENTITY))
                .loss(LossFunction.BINARY_CROSS_ENTROPY)
                .optimizer(new Adam())
                .provisionalBudget(2000);
    }

    /** One unit a layer; the headline level is where the product of the weights is 0.9 of the target. */
    private static TaskBuilder linearChain(int depth) {
        return new TaskBuilder(
                        "linear-chain-" + depth,
                        "deep linear network",
                        "Reproduce a number through a chain of " + depth
                                + " linear units, whose gradient flow has a closed form (Saxe et al. 2013); rate 0.005, budget"
                                + " 20000 epochs and headline, 1 % of the best constant's loss, are fixed for that comparison.",
                        DataSets::line)
                .layers(Collections.nCopies(depth, new Dense(1, Activation.IDENTITY)))
                .loss(LossFunction.SQUARED_ERROR_SUM)
                .criterion(new Criterion.LossLevels(List.of(0.5, 0.1, 0.01), 2))
                .fixed(0.005, 20_000);
    }

    private static TaskBuilder wine() {
        return new TaskBuilder(
                        "wine-mlp-tanh",
                        "shallow tanh network",
                        "Tell three cultivars of wine apart by thirteen measurements; one hidden layer of 8 tanh units.",
                        () -> DataSets.shipped("wine"))
                .layers(new Dense(8, Activation.TANH), new Dense(3, Activation.IDENTITY))
                .batchSize(12)
                .provisionalBudget(200);
    }

    private static TaskBuilder adding(String name, String units, Layer layer) {
        return new TaskBuilder(
                        name,
                        "recurrent network",
                        "Add the two marked numbers of a sequence of " + ADDING_STEPS + "; " + ADDING_UNITS + " "
                                + units + ".",
                        () -> DataSets.addingProblem(ADDING_STEPS, 960, 320))
                .input(Shape.sequence(ADDING_STEPS, 2))
                .layers(layer, new Dense(1, Activation.IDENTITY))
                .loss(LossFunction.SQUARED_ERROR_MEAN)
                .optimizer(new Adam())
                .gradientClip(1)
                .batchSize(32)
                .provisionalBudget(25);
    }

    private static TaskBuilder xor(String name, String description) {
        return patterns(name, description, DataSets::xor)
                .layers(new Dense(2, Activation.SIGMOID), new Dense(1, Activation.SIGMOID))
                .fixed(1.0, 20_000);
    }

    private static TaskBuilder encoder() {
        return patterns(
                        "encoder-10-5-10",
                        "Reproduce ten one-hot patterns through a bottleneck of five sigmoid units.",
                        () -> DataSets.oneHot(10))
                .layers(new Dense(5, Activation.SIGMOID), new Dense(10, Activation.SIGMOID))
                .fixed(1.7, 5_000);
    }

    private static TaskBuilder patterns(String name, String description, Supplier<DataSet> data) {
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
                        () -> DataSets.shipped("iris"))
                .layers(new Dense(8, Activation.TANH), new Dense(3, Activation.IDENTITY))
                .batchSize(10)
                .provisionalBudget(200);
    }

    private static TaskBuilder breastCancer() {
        return new TaskBuilder(
                        "breast-cancer-logistic",
                        "logistic regression",
                        "Tell benign from malignant by thirty measurements of cell nuclei; logistic regression, no hidden layer.",
                        () -> DataSets.shipped("breast-cancer"))
                .layers(new Dense(2, Activation.IDENTITY))
                .provisionalBudget(1000);
    }
}
