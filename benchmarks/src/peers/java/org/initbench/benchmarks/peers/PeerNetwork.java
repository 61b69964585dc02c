package org.initbench.benchmarks.peers;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.initbench.common.Streams;
import org.initbench.common.Suggestions;
import org.initbench.common.UsageException;
import org.initbench.task.DataSets;
import org.initbench.task.Samples;

/**
 * A network on which libraries are compared, the same everywhere: float32, plain gradient descent, mini-batches in the order
 * of the data set.
 *
 * @param label the name in tables
 * @param task name of initbench's task that trains this network
 * @param kind what the layers are
 * @param rate learning rate
 * @param widths units or channels from the input to the output
 * @param stackSizes stack sizes to try; the best of them is compared
 */
record PeerNetwork(String label, String task, Kind kind, double rate, List<Integer> widths, List<Integer> stackSizes) {

    /** Two sigmoid layers with ½Σ(t − o)², full batch. */
    static final PeerNetwork XOR =
            new PeerNetwork("xor-2-2-1", "xor-2-2-1", Kind.SIGMOID, 1, List.of(2, 2, 1), List.of(64, 1024, 4096));

    /** One hidden tanh layer, softmax cross-entropy. */
    static final PeerNetwork DIGITS_MLP = new PeerNetwork(
            "digits-mlp-tanh", "digits-mlp-tanh", Kind.TANH, 0.1, List.of(64, 32, 10), List.of(16, 64, 256));

    /** Two hidden tanh layers of 64 units, softmax cross-entropy. */
    static final PeerNetwork DENSE_64 = new PeerNetwork(
            "dense-64", "digits-mlp-tanh-w64-d2", Kind.TANH, 0.1, List.of(64, 64, 64, 10), List.of(16, 64, 256));

    /** Twice 3×3 convolution, ReLU and 2×2 maximum, with 8 and 16 channels; softmax cross-entropy. */
    static final PeerNetwork DIGITS_CNN = new PeerNetwork(
            "digits-cnn", "digits-cnn", Kind.CONVOLUTIONAL, 0.1, List.of(1, 8, 16, 10), List.of(4, 16, 64));

    /** An LSTM with 32 units that reads the eight rows; softmax cross-entropy of a dense layer on its last state. */
    static final PeerNetwork DIGITS_LSTM =
            new PeerNetwork("digits-lstm", "digits-lstm", Kind.LSTM, 0.1, List.of(8, 32, 10), List.of(16, 64, 256));

    /** All networks, in the order of tables. */
    static final List<PeerNetwork> ALL = List.of(XOR, DIGITS_MLP, DENSE_64, DIGITS_CNN, DIGITS_LSTM);

    /** What the layers of a network are. */
    enum Kind {
        /** Dense, sigmoid everywhere, squared error. */
        SIGMOID,
        /** Dense, tanh in hidden layers, softmax cross-entropy. */
        TANH,
        /** Convolution, ReLU, pooling; softmax cross-entropy. */
        CONVOLUTIONAL,
        /** LSTM; softmax cross-entropy. */
        LSTM
    }

    /** Side of an image, and number of steps and features of a sequence. */
    static final int SIDE = 8;

    /** Side of a convolution's kernel. */
    static final int KERNEL = 3;

    private static final int BATCH = 32;
    private static final int GATES = 4;
    private static final int FORGET_GATE = 1;
    private static final int CLASSES = 10;

    PeerNetwork {
        widths = List.copyOf(widths);
        stackSizes = List.copyOf(stackSizes);
    }

    /**
     * The network of that name.
     *
     * @throws UsageException if there is none
     */
    static PeerNetwork byLabel(String label) {
        return ALL.stream()
                .filter(network -> network.label.equals(label))
                .findFirst()
                .orElseThrow(() -> new UsageException(Suggestions.unknown(
                        "network", label, ALL.stream().map(PeerNetwork::label).toList())));
    }

    /** Whether the loss is ½Σ(t − o)²; else it is the batch's mean softmax cross-entropy. */
    boolean squaredError() {
        return kind == Kind.SIGMOID;
    }

    /** The training samples. */
    Samples samples() {
        return (squaredError() ? DataSets.xor() : DataSets.shipped("digits")).training();
    }

    /** Samples of a batch. */
    int batchSize() {
        return squaredError() ? samples().count() : BATCH;
    }

    /**
     * Shapes of the parameters: matrices are {@code [outputs, inputs]}, kernels {@code [outputs, inputs, 3, 3]}, biases
     * {@code [outputs]}; each bias follows its matrix. Those of the LSTM are the input's matrix, the recurrent one and the
     * bias, each with the gates one below the other: input, forget, cell, output.
     */
    List<int[]> shapes() {
        return switch (kind) {
            case SIGMOID, TANH -> denseShapes();
            case CONVOLUTIONAL -> {
                int positions = SIDE / 4 * (SIDE / 4);
                yield List.of(
                        new int[] {widths.get(1), widths.get(0), KERNEL, KERNEL},
                        new int[] {widths.get(1)},
                        new int[] {widths.get(2), widths.get(1), KERNEL, KERNEL},
                        new int[] {widths.get(2)},
                        new int[] {CLASSES, widths.get(2) * positions},
                        new int[] {CLASSES});
            }
            case LSTM ->
                List.of(
                        new int[] {GATES * widths.get(1), widths.get(0)},
                        new int[] {GATES * widths.get(1), widths.get(1)},
                        new int[] {GATES * widths.get(1)},
                        new int[] {CLASSES, widths.get(1)},
                        new int[] {CLASSES});
        };
    }

    private List<int[]> denseShapes() {
        List<int[]> shapes = new ArrayList<>();
        for (int i = 1; i < widths.size(); i++) {
            shapes.add(new int[] {widths.get(i), widths.get(i - 1)});
            shapes.add(new int[] {widths.get(i)});
        }
        return shapes;
    }

    /**
     * Where training starts: weights uniform with standard deviation 1/√fan-in, biases 0, those of the forget gate 1.
     *
     * @param model number of the model; every one starts elsewhere
     */
    List<float[]> start(int model) {
        List<float[]> all = new ArrayList<>();
        for (int[] shape : shapes()) {
            float[] values = new float[size(shape)];
            if (shape.length > 1) {
                UniformRandomProvider stream = Streams.of(1, "peers", label, model, all.size());
                float bound = (float) StrictMath.sqrt(3.0 * shape[0] / values.length);
                for (int i = 0; i < values.length; i++) {
                    values[i] = bound * (2 * stream.nextFloat() - 1);
                }
            } else if (kind == Kind.LSTM && shape[0] > CLASSES) {
                Arrays.fill(values, FORGET_GATE * widths.get(1), (FORGET_GATE + 1) * widths.get(1), 1);
            }
            all.add(values);
        }
        return all;
    }

    /** Number of values of a shape. */
    static int size(int... shape) {
        return Arrays.stream(shape).reduce(1, (a, b) -> a * b);
    }
}
