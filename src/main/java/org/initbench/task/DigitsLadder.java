package org.initbench.task;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import org.initbench.network.Activation;
import org.initbench.network.ActivationLayer;
import org.initbench.network.BatchNormalization;
import org.initbench.network.Convolution;
import org.initbench.network.Dense;
import org.initbench.network.FeedForward;
import org.initbench.network.Gru;
import org.initbench.network.Layer;
import org.initbench.network.LayerNormalization;
import org.initbench.network.LearnedPositions;
import org.initbench.network.Lstm;
import org.initbench.network.MaxPooling;
import org.initbench.network.MeanOverPositions;
import org.initbench.network.PositionwiseDense;
import org.initbench.network.Recurrent;
import org.initbench.network.Residual;
import org.initbench.network.SelfAttention;
import org.initbench.network.Shape;
import org.initbench.optimizer.Adam;

/**
 * The digits ladder: every kind of network on the same handwritten digits of 8×8 pixels, with the same input scaling, batches
 * and threshold levels, so that what differs between two tasks is the kind of network.
 */
final class DigitsLadder {

    private static final int BATCH = 32;
    private static final int DEEP = 10;
    private static final int VERY_DEEP = 30;
    private static final int DEEPEST = 50;
    private static final int WIDTH = 32;
    private static final int CLASSES = 10;
    private static final Shape IMAGE = new Shape(8, 8, 1);
    private static final Shape ROWS = Shape.sequence(8, 8);
    private static final Dense OUTPUT = new Dense(CLASSES, Activation.IDENTITY);

    private DigitsLadder() {}

    /** The tasks, in the order in which lists show them. */
    static List<Supplier<TaskBuilder>> all() {
        List<Supplier<TaskBuilder>> tasks = new ArrayList<>();
        tasks.add(() -> task("digits-logistic", "logistic regression", "logistic regression, no hidden layer", OUTPUT));
        addShallow(tasks);
        addDeep(tasks);
        addHelpedDeep(tasks);
        addHelpedVeryDeep(tasks);
        tasks.add(DigitsLadder::autoencoder);
        addConvolutional(tasks);
        addSequential(tasks);
        return tasks;
    }

    private static void addShallow(List<Supplier<TaskBuilder>> tasks) {
        tasks.add(() -> shallow("digits-mlp-sigmoid", Activation.SIGMOID, WIDTH));
        tasks.add(() -> shallow("digits-mlp-tanh", Activation.TANH, WIDTH));
        tasks.add(() -> shallow("digits-mlp-relu", Activation.RELU, WIDTH));
        tasks.add(() -> shallow("digits-mlp-selu", Activation.SELU, WIDTH));
        for (int width : new int[] {16, 64, 256}) {
            tasks.add(() -> shallow("digits-mlp-tanh-w" + width, Activation.TANH, width));
            tasks.add(() -> shallow("digits-mlp-relu-w" + width, Activation.RELU, width));
        }
    }

    private static void addDeep(List<Supplier<TaskBuilder>> tasks) {
        tasks.add(() -> task(
                "digits-mlp-tanh-w64-d2",
                "deep tanh network",
                "two hidden layers of 64 tanh units",
                new Dense(64, Activation.TANH),
                new Dense(64, Activation.TANH),
                OUTPUT));
        tasks.add(() -> deep(Activation.SIGMOID, 2));
        tasks.add(() -> deep(Activation.SIGMOID, 4).provisionalBudget(150));
        for (int depth : new int[] {2, 4, DEEP, VERY_DEEP}) {
            for (Activation activation : List.of(Activation.TANH, Activation.RELU, Activation.SELU)) {
                boolean slow = depth == VERY_DEEP && activation == Activation.RELU;
                tasks.add(() -> deep(activation, depth).provisionalBudget(slow ? 100 : 40));
            }
        }
        // No ReLU network: of fifty plain layers of 32 units none learned within 100 epochs, at any rate and scale
        // tried.
        tasks.add(() -> deep(Activation.TANH, DEEPEST).provisionalBudget(40));
        tasks.add(() -> deep(Activation.SELU, DEEPEST).provisionalBudget(40));
    }

    /** What helps, beside the plain network of as many layers. */
    private static void addHelpedDeep(List<Supplier<TaskBuilder>> tasks) {
        tasks.add(() -> task(
                "digits-mlp-relu-d10-residual",
                "deep residual network",
                "ten hidden ReLU layers, all but the first and the last in four residual blocks",
                residual(DEEP)));
        tasks.add(() -> task(
                "digits-mlp-relu-d10-batchnorm",
                "deep network with batch normalization",
                "ten hidden ReLU layers with batch normalization",
                normalized(DEEP, new BatchNormalization(), Activation.RELU)));
        tasks.add(() -> task(
                "digits-mlp-relu-d10-layernorm",
                "deep network with layer normalization",
                "ten hidden ReLU layers with layer normalization",
                normalized(DEEP, new LayerNormalization(), Activation.RELU)));
    }

    private static void addHelpedVeryDeep(List<Supplier<TaskBuilder>> tasks) {
        tasks.add(() -> task(
                "digits-mlp-relu-d30-residual",
                "deep residual network",
                "thirty hidden ReLU layers, all but the first and the last in fourteen residual blocks",
                residual(VERY_DEEP)));
        tasks.add(() -> task(
                        "digits-mlp-relu-d30-batchnorm",
                        "deep network with batch normalization",
                        "thirty hidden ReLU layers with batch normalization",
                        normalized(VERY_DEEP, new BatchNormalization(), Activation.RELU))
                .provisionalBudget(150));
        tasks.add(() -> task(
                "digits-mlp-tanh-d30-layernorm",
                "deep network with layer normalization",
                "thirty hidden tanh layers with layer normalization",
                normalized(VERY_DEEP, new LayerNormalization(), Activation.TANH)));
    }

    private static void addConvolutional(List<Supplier<TaskBuilder>> tasks) {
        tasks.add(() -> task(
                        "digits-cnn",
                        "convolutional network",
                        "a LeNet-like network, two convolutions with max pooling",
                        convolution(8),
                        new MaxPooling(),
                        convolution(16),
                        new MaxPooling(),
                        OUTPUT)
                .input(IMAGE));
        tasks.add(() -> task(
                        "digits-cnn-deep",
                        "deep convolutional network",
                        "six convolutions, max pooling after each second, mean over positions",
                        convolution(8),
                        convolution(8),
                        new MaxPooling(),
                        convolution(16),
                        convolution(16),
                        new MaxPooling(),
                        convolution(32),
                        convolution(32),
                        new MeanOverPositions(),
                        OUTPUT)
                .input(IMAGE)
                .provisionalBudget(15));
    }

    private static void addSequential(List<Supplier<TaskBuilder>> tasks) {
        tasks.add(() -> sequence("digits-rnn", "vanilla tanh units", new Recurrent(WIDTH, Activation.TANH, false)));
        tasks.add(() -> sequence(
                "digits-irnn",
                "ReLU units whose recurrent matrix starts at the identity",
                new Recurrent(WIDTH, Activation.RELU, true)));
        tasks.add(() -> sequence("digits-lstm", "LSTM units", new Lstm(WIDTH)));
        tasks.add(() -> sequence("digits-gru", "GRU units", new Gru(WIDTH)));
        tasks.add(() -> task(
                        "digits-transformer",
                        "transformer",
                        "a transformer encoder of two blocks over the rows of pixels",
                        transformer())
                .input(ROWS)
                .optimizer(new Adam())
                .provisionalBudget(15));
    }

    private static TaskBuilder autoencoder() {
        return new TaskBuilder(
                        "digits-autoencoder",
                        "autoencoder",
                        "Reproduce handwritten digits of 8×8 pixels through a bottleneck of 32 tanh units.",
                        DataSets::digitsAutoencoder)
                .layers(new Dense(WIDTH, Activation.TANH), new Dense(64, Activation.IDENTITY))
                .loss(LossFunction.SQUARED_ERROR_MEAN)
                .optimizer(new Adam())
                .batchSize(BATCH)
                .provisionalBudget(100);
    }

    /** A network of one hidden layer. */
    static TaskBuilder shallow(String name, Activation activation, int width) {
        return task(
                name,
                "shallow " + word(activation) + " network",
                "one hidden layer of " + width + " " + word(activation) + " units",
                new Dense(width, activation),
                OUTPUT);
    }

    /** A plain network of several hidden layers. */
    static TaskBuilder deep(Activation activation, int depth) {
        return deep("digits-mlp-" + activation.label() + "-d" + depth, activation, depth);
    }

    /** The same under another name. */
    static TaskBuilder deep(String name, Activation activation, int depth) {
        List<Layer> layers = new ArrayList<>(Collections.nCopies(depth, new Dense(WIDTH, activation)));
        layers.add(OUTPUT);
        return task(
                name,
                "deep " + word(activation) + " network",
                depth + " hidden layers of " + WIDTH + " " + word(activation) + " units",
                layers);
    }

    /** One layer, blocks of two, and one layer. */
    private static List<Layer> residual(int depth) {
        List<Layer> layers = new ArrayList<>();
        layers.add(new Dense(WIDTH, Activation.RELU));
        Layer block = new Residual(List.of(new Dense(WIDTH, Activation.RELU), new Dense(WIDTH, Activation.IDENTITY)));
        for (int i = 2; i < depth; i += 2) {
            layers.add(block);
        }
        layers.add(new Dense(WIDTH, Activation.RELU));
        layers.add(OUTPUT);
        return layers;
    }

    private static List<Layer> normalized(int depth, Layer normalization, Activation activation) {
        List<Layer> layers = new ArrayList<>();
        for (int i = 0; i < depth; i++) {
            layers.add(new Dense(WIDTH, Activation.IDENTITY));
            layers.add(normalization);
            layers.add(new ActivationLayer(activation));
        }
        layers.add(OUTPUT);
        return layers;
    }

    private static Layer convolution(int channels) {
        return new Convolution(channels, 3, Activation.RELU);
    }

    private static List<Layer> transformer() {
        List<Layer> layers = new ArrayList<>();
        layers.add(new PositionwiseDense(WIDTH, Activation.IDENTITY));
        layers.add(new LearnedPositions());
        for (int i = 0; i < 2; i++) {
            layers.add(new Residual(List.of(new LayerNormalization(), new SelfAttention(4))));
            layers.add(new Residual(List.of(new LayerNormalization(), new FeedForward(2 * WIDTH, Activation.GELU))));
        }
        layers.add(new LayerNormalization());
        layers.add(new MeanOverPositions());
        layers.add(OUTPUT);
        return layers;
    }

    private static TaskBuilder sequence(String name, String units, Layer layer) {
        return task(name, "recurrent network", "rows of pixels read one after the other by 32 " + units, layer, OUTPUT)
                .input(ROWS)
                .gradientClip(1);
    }

    private static TaskBuilder task(String name, String kind, String network, Layer... layers) {
        return task(name, kind, network, List.of(layers));
    }

    private static TaskBuilder task(String name, String kind, String network, List<Layer> layers) {
        return new TaskBuilder(
                        name,
                        kind,
                        "Read handwritten digits of 8×8 pixels; " + network + ".",
                        () -> DataSets.shipped("digits"))
                .layers(layers)
                .batchSize(BATCH)
                .provisionalBudget(40);
    }

    private static String word(Activation activation) {
        return switch (activation) {
            case RELU -> "ReLU";
            case SELU -> "SELU";
            default -> activation.label();
        };
    }
}
