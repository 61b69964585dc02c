package org.initbench.training;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;
import org.initbench.common.Digests;
import org.initbench.common.Streams;
import org.initbench.init.Draws;
import org.initbench.init.Initializers;
import org.initbench.init.StartContext;
import org.initbench.network.Activation;
import org.initbench.network.Dense;
import org.initbench.network.Network;
import org.initbench.network.Shape;
import org.initbench.task.DataOrder;
import org.initbench.task.Precision;
import org.initbench.task.Task;
import org.initbench.task.Tasks;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Digests of small fixed computations, each of one part of the arithmetic: where the results of two machines differ, the names whose
 * digests differ say in which part.
 *
 * <p>{@code onednn_tanh} is a hyperbolic tangent in single precision that oneDNN may compute; training has one of its own.
 *
 * <p>{@code generator}, {@code strict_math} and {@code initial_weights} are plain Java and must be the same everywhere. Of each
 * precision there are matrix products of four sizes, small enough and large enough for different kernels, one of them with an inner
 * dimension that kernels divide; one of a transposed matrix, as gradients are computed; a product of a matrix and a vector; the
 * functions of activations and of normalizations; and a sum. {@code training} is the end of two short trainings, of a network whose models are
 * interleaved and of one whose models are not.
 */
final class Fingerprint {
    private static final int[] SIZES = {5, 32, 100};
    private static final int LARGEST = 100;
    private static final int DEPTH = 1000;
    private static final int HEIGHT = 64;
    private static final int WIDTH = 32;

    /** No multiples of the lengths of vectors, whose remainders may be computed otherwise. */
    private static final int ROWS = 31;

    private static final int COLUMNS = 33;
    private static final int COUNT = ROWS * COLUMNS;
    private static final int ARGUMENTS = 4000;

    /** Arguments of functions lie between −8 and 8. */
    private static final double BOUND = 8;

    private static final int UPDATES = 50;
    private static final double RATE = 0.1;

    private final double[] numbers = Streams.uniforms(Streams.of(0, "fingerprint"), 2 * LARGEST * LARGEST);
    private final Map<String, String> digests = new TreeMap<>();

    private Fingerprint() {}

    /** The digests of what must be the same everywhere, by name; the reference engine computes with nothing else. */
    static Map<String, String> portable() {
        Fingerprint fingerprint = new Fingerprint();
        fingerprint.addPortable();
        return fingerprint.digests;
    }

    /** The digests by name, 16 hexadecimal digits each. */
    static Map<String, String> take() {
        Fingerprint fingerprint = new Fingerprint();
        fingerprint.addPortable();
        for (Precision precision : Precision.values()) {
            fingerprint.addProducts(precision);
            fingerprint.addFunctions(precision);
        }
        fingerprint.add("training", trained("xor-2-2-1") + trained("parity-5-embedding-gru"));
        return fingerprint.digests;
    }

    private void addPortable() {
        add("generator", numbers);
        double[] values = Arrays.copyOf(numbers, ARGUMENTS);
        List<DoubleUnaryOperator> functions =
                List.of(StrictMath::exp, StrictMath::log, StrictMath::sin, StrictMath::tanh);
        for (int i = 0; i < values.length; i++) {
            values[i] = functions.get(i % functions.size()).applyAsDouble(values[i]);
        }
        add("strict_math", values);
        Network network = new Network(
                Shape.vector(64), List.of(new Dense(32, Activation.TANH), new Dense(10, Activation.IDENTITY)));
        add("initial_weights", start(network, false, "fingerprint", "orthogonal"));
    }

    private static double[] start(Network network, boolean drawnBiases, String name, String rule) {
        return parameters(network, drawnBiases, name, rule).stream()
                .flatMapToDouble(Arrays::stream)
                .toArray();
    }

    private static List<double[]> parameters(Network network, boolean drawnBiases, String name, String rule) {
        StartContext model = new StartContext(network, drawnBiases, new Draws(0, name, 0), new double[0]);
        return Initializers.byName(rule).start(model, 1);
    }

    private void addProducts(Precision precision) {
        String label = precision.label();
        for (int n : SIZES) {
            Product product = new Product(precision, false, true, n, n, n, n, n, n);
            add("matrix_product_" + label + "_" + n, computed(product, numbers));
        }
        int n = LARGEST;
        Product transposed = new Product(precision, true, false, n, n, n, n, n, n);
        add("matrix_product_transposed_" + label, computed(transposed, numbers));
        Product vector = new Product(precision, false, false, n, 1, n, n, 1, 1);
        add("matrix_vector_product_" + label, computed(vector, numbers));
        Product deep = new Product(precision, false, true, HEIGHT, WIDTH, DEPTH, DEPTH, DEPTH, WIDTH);
        double[] many = Streams.uniforms(Streams.of(0, "fingerprint"), 2 * HEIGHT * DEPTH);
        add("matrix_product_" + label + "_" + DEPTH, computed(deep, many));
    }

    /** The product of a matrix from the first half of the numbers and one from the second half, in which they begin. */
    private static double[] computed(Product product, double[] numbers) {
        int half = numbers.length / 2;
        int sizeOfA = product.m() * product.k();
        int sizeOfB = product.k() * product.n();
        int sizeOfC = product.m() * product.n();
        try (NativeArray a = new NativeArray(product.precision(), sizeOfA);
                NativeArray b = new NativeArray(product.precision(), sizeOfB);
                NativeArray c = new NativeArray(product.precision(), sizeOfC)) {
            fill(a, sizeOfA, numbers, 0);
            fill(b, sizeOfB, numbers, half);
            product.compute(1, a.at(0), b.at(0), 0, c.at(0));
            return c.get(0, sizeOfC);
        }
    }

    private static void fill(NativeArray array, int size, double[] numbers, int from) {
        for (int i = 0; i < size; i++) {
            array.put(i, numbers[from + i] - 0.5);
        }
    }

    private void addFunctions(Precision precision) {
        try (NativeArray input = new NativeArray(precision, COUNT);
                NativeArray output = new NativeArray(precision, COUNT)) {
            for (int i = 0; i < COUNT; i++) {
                input.put(i, BOUND * (2 * numbers[i] - 1));
            }
            INDArray x = input.view(ROWS, COLUMNS);
            INDArray y = output.view(ROWS, COLUMNS);
            String end = "_" + precision.label();
            add("exp" + end, applied(output, ElementwiseOperation.exponential(y, x)));
            add("tanh" + end, applied(output, ElementwiseOperation.tanh(y, x)));
            add("sigmoid" + end, applied(output, ElementwiseOperation.sigmoid(y, x)));
            add("softmax" + end, applied(output, ElementwiseOperation.named("softmax", y, x)));
            add("softplus" + end, applied(output, ElementwiseOperation.named("softplus", y, x)));
            add(
                    "reciprocal_root" + end,
                    applied(output, ElementwiseOperation.absolute(y, x), ElementwiseOperation.reciprocalRoot(y, y)));
            if (precision == Precision.FLOAT32) {
                add("onednn_tanh" + end, applied(output, ElementwiseOperation.named("tanh", y, x)));
            }
            add("sum" + end, x.sumNumber().doubleValue());
        }
    }

    /** The output after operations that lead to it. */
    private static double[] applied(NativeArray output, ElementwiseOperation... operations) {
        for (ElementwiseOperation operation : operations) {
            try (operation) {
                operation.run();
            }
        }
        return output.get(0, COUNT);
    }

    /** Digest of the parameters that a task's network ends with after a few updates from a normal start. */
    private static String trained(String name) {
        Task task = Tasks.uncalibrated(name);
        Task brief = task.with(RATE, (double) UPDATES / task.updatesPerEpoch());
        Start start = new Start(parameters(task.network(), task.drawnBiases(), name, "lecun-normal"), 0);
        return new StackTrainer(brief, DataOrder.natural())
                .train(List.of(start), updates -> {})
                .get(0)
                .finalDigest();
    }

    private void add(String name, double... values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Double.BYTES);
        for (double value : values) {
            bytes.putDouble(value);
        }
        digests.put(name, Digests.shortForm(Digests.sha256(bytes.array())));
    }

    private void add(String name, String text) {
        digests.put(name, Digests.shortForm(Digests.sha256(text.getBytes(StandardCharsets.UTF_8))));
    }
}
