package org.initbench.training;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.initbench.example.AdaGrad;
import org.initbench.example.GatedLinear;
import org.initbench.network.Activation;
import org.initbench.network.ActivationLayer;
import org.initbench.network.AveragePooling;
import org.initbench.network.BatchNormalization;
import org.initbench.network.Convolution;
import org.initbench.network.Dense;
import org.initbench.network.Embedding;
import org.initbench.network.FeedForward;
import org.initbench.network.Gru;
import org.initbench.network.Layer;
import org.initbench.network.LayerNormalization;
import org.initbench.network.LearnedPositions;
import org.initbench.network.Lstm;
import org.initbench.network.MaxPooling;
import org.initbench.network.MeanOverPositions;
import org.initbench.network.Network;
import org.initbench.network.PositionwiseDense;
import org.initbench.network.Recurrent;
import org.initbench.network.Residual;
import org.initbench.network.SelfAttention;
import org.initbench.network.Shape;
import org.initbench.optimizer.Adam;
import org.initbench.optimizer.AdamW;
import org.initbench.optimizer.Momentum;
import org.initbench.optimizer.Nesterov;
import org.initbench.optimizer.Optimizer;
import org.initbench.optimizer.RmsProp;
import org.initbench.optimizer.Sgd;
import org.initbench.task.Criterion;
import org.initbench.task.DataSet;
import org.initbench.task.LossFunction;
import org.initbench.task.Precision;
import org.initbench.task.Samples;
import org.initbench.task.Task;

/** A small task for every layer kind, activation, loss and optimizer. Odd sizes reach the edges of the BLAS's kernels. */
final class Kinds {

    private static final int SAMPLES = 12;
    private static final Dense OUTPUT = new Dense(3, Activation.IDENTITY);
    private static final Shape VECTOR = Shape.vector(7);
    private static final Shape IMAGE = new Shape(4, 6, 2);
    private static final Shape SEQUENCE = Shape.sequence(5, 4);

    private Kinds() {}

    /** One task for each. */
    static Stream<Task> all() {
        List<Task> tasks = new ArrayList<>(layers());
        for (Activation activation : Activation.values()) {
            tasks.add(task(activation.label(), VECTOR, new Dense(5, activation), new Dense(6, activation), OUTPUT));
        }
        for (LossFunction loss : LossFunction.values()) {
            Task plain = task(loss.label(), VECTOR, new Dense(5, Activation.TANH), OUTPUT);
            tasks.add(with(plain, loss, plain.optimizer(), Double.POSITIVE_INFINITY));
        }
        tasks.addAll(optimizers());
        return tasks.stream();
    }

    private static List<Task> layers() {
        Dense dense = new Dense(6, Activation.TANH);
        return List.of(
                task("readme's example", VECTOR, new GatedLinear(6), OUTPUT),
                task("residual", VECTOR, dense, new Residual(List.of(dense, new Dense(6, Activation.RELU))), OUTPUT),
                task("batch-normalization", VECTOR, dense, new BatchNormalization(), OUTPUT),
                task("layer-normalization", VECTOR, dense, new LayerNormalization(), OUTPUT),
                task("activation", VECTOR, dense, new ActivationLayer(Activation.RELU), OUTPUT),
                task("convolution", IMAGE, new Convolution(3, 3, Activation.TANH), OUTPUT),
                task(
                        "convolutions",
                        IMAGE,
                        new Convolution(3, 3, Activation.RELU),
                        new Convolution(5, 3, Activation.TANH),
                        OUTPUT),
                task("wide-convolution", IMAGE, new Convolution(3, 5, Activation.TANH), new MaxPooling(), OUTPUT),
                task(
                        "normalized-convolution",
                        IMAGE,
                        new BatchNormalization(),
                        new Convolution(3, 3, Activation.TANH),
                        OUTPUT),
                task("max-pooling", IMAGE, new Convolution(3, 3, Activation.RELU), new MaxPooling(), OUTPUT),
                task("average-pooling", IMAGE, new AveragePooling(), new Convolution(3, 3, Activation.RELU), OUTPUT),
                task(
                        "mean-over-positions",
                        IMAGE,
                        new Convolution(3, 1, Activation.TANH),
                        new MeanOverPositions(),
                        OUTPUT),
                task("rnn", SEQUENCE, new Recurrent(5, Activation.TANH, false), OUTPUT),
                task("irnn", SEQUENCE, new Recurrent(5, Activation.RELU, true), OUTPUT),
                task("lstm", SEQUENCE, new Lstm(5), OUTPUT),
                task("gru", SEQUENCE, new Gru(5), OUTPUT),
                task("one-step", Shape.vector(4), new Lstm(3), OUTPUT),
                task("embedding", SEQUENCE, new Embedding(4, 3), new Gru(3), OUTPUT),
                task("positions", SEQUENCE, new LearnedPositions(), OUTPUT),
                task("positionwise-dense", SEQUENCE, new PositionwiseDense(6, Activation.TANH), OUTPUT),
                task("attention", SEQUENCE, new SelfAttention(2), OUTPUT),
                task("feed-forward", SEQUENCE, new FeedForward(9, Activation.GELU), OUTPUT),
                task(
                        "transformer",
                        SEQUENCE,
                        new LearnedPositions(),
                        new Residual(List.of(new LayerNormalization(), new SelfAttention(2))),
                        new Residual(List.of(new LayerNormalization(), new FeedForward(9, Activation.GELU))),
                        new MeanOverPositions(),
                        OUTPUT));
    }

    private static List<Task> optimizers() {
        List<Task> tasks = new ArrayList<>();
        List<Optimizer> rules = List.of(
                new Sgd(),
                new Momentum(0.9),
                new Nesterov(0.9),
                new RmsProp(),
                new Adam(),
                new AdamW(0.01),
                new AdaGrad(1e-8));
        for (Optimizer rule : rules) {
            Task dense = task(rule.name(), VECTOR, new Dense(5, Activation.TANH), OUTPUT);
            Task recurrent = task(rule.name() + "-recurrent", SEQUENCE, new Gru(3), OUTPUT);
            tasks.add(with(dense, dense.loss(), rule, Double.POSITIVE_INFINITY));
            tasks.add(with(recurrent, recurrent.loss(), rule, 0.1));
        }
        return tasks;
    }

    private static Task task(String name, Shape input, Layer... layers) {
        Samples samples = Networks.randomClasses(SAMPLES, input.size(), 3, 5);
        return new Task(
                name,
                "A network made for a test.",
                "test network",
                new DataSet("test", "0", samples, samples, false),
                new Network(input, List.of(layers)),
                LossFunction.SOFTMAX_CROSS_ENTROPY,
                new Sgd(),
                0.05,
                Double.POSITIVE_INFINITY,
                SAMPLES / 2,
                SAMPLES,
                Criterion.LossLevels.STANDARD,
                false,
                Precision.FLOAT64,
                10);
    }

    private static Task with(Task task, LossFunction loss, Optimizer optimizer, double clip) {
        return new Task(
                task.name(),
                task.description(),
                task.kind(),
                task.data(),
                task.network(),
                loss,
                optimizer,
                optimizer.momentum().isPresent() ? 0.05 : 0.005,
                clip,
                task.batchSize(),
                task.evaluationSamples(),
                task.criterion(),
                task.drawnBiases(),
                task.precision(),
                task.budgetEpochs());
    }
}
