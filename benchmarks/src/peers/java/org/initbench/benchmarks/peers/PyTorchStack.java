package org.initbench.benchmarks.peers;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.pooling.Pool;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Many models as one: a leading replicate axis, one batched product for all. Data are {@code [models, features, samples]}, so
 * that the first layer, whose input the models share, is one product over all of them, and no array is ever transposed.
 *
 * <p>A convolution is one grouped convolution, a group a model. The rows of the LSTM's gates are stored in the order input,
 * forget, output, cell, so that one call is the sigmoid of three.
 */
final class PyTorchStack implements PyTorchProgram {

    private static final Shape ONES = new Shape(1, 1);
    private static final Shape TWOS = new Shape(2, 2);
    private static final Shape ZEROS = new Shape(0, 0);

    /** For each gate of the stack, and for each gate of {@link PeerNetwork#shapes()}, where it is in the other order. */
    private static final int[] GATE = {0, 1, 3, 2};

    private final PeerNetwork network;
    private final int models;
    private final List<NDArray> constants = new ArrayList<>();

    PyTorchStack(PeerNetwork network, int models) {
        this.network = network;
        this.models = models;
    }

    @Override
    public List<NDArray> start(NDManager manager) {
        constants.add(manager.create((float) (network.rate() / 2)));
        List<List<float[]>> starts = new ArrayList<>();
        for (int model = 0; model < models; model++) {
            starts.add(network.start(model));
        }
        List<NDArray> parameters = new ArrayList<>();
        for (int i = 0; i < network.shapes().size(); i++) {
            int size = PeerNetwork.size(network.shapes().get(i));
            float[] all = new float[models * size];
            for (int model = 0; model < models; model++) {
                System.arraycopy(reordered(i, starts.get(model).get(i)), 0, all, model * size, size);
            }
            parameters.add(manager.create(all, shape(i)));
        }
        return parameters;
    }

    /** Parameters of the first layer merge models and outputs; the others keep the models apart. */
    private Shape shape(int parameter) {
        int[] shape = network.shapes().get(parameter);
        boolean convolution = network.kind() == PeerNetwork.Kind.CONVOLUTIONAL && parameter < 4;
        boolean inFront = parameter < 2 || (network.kind() == PeerNetwork.Kind.LSTM && parameter == 2);
        if (shape.length == 4) {
            return new Shape((long) models * shape[0], shape[1], shape[2], shape[3]);
        }
        if (shape.length == 1) {
            return convolution
                    ? new Shape((long) models * shape[0])
                    : inFront ? new Shape((long) models * shape[0], 1) : new Shape(models, shape[0], 1);
        }
        return parameter == 0 ? new Shape((long) models * shape[0], shape[1]) : new Shape(models, shape[0], shape[1]);
    }

    private float[] reordered(int parameter, float[] values) {
        if (network.kind() != PeerNetwork.Kind.LSTM || parameter > 2) {
            return values;
        }
        int block = values.length / GATE.length;
        float[] other = new float[values.length];
        for (int gate = 0; gate < GATE.length; gate++) {
            System.arraycopy(values, GATE[gate] * block, other, gate * block, block);
        }
        return other;
    }

    @Override
    public List<NDArray> inputs(NDManager manager) {
        int samples = network.batchSize();
        int width = network.samples().inputWidth();
        int side = PeerNetwork.SIDE;
        List<NDArray> batches = new ArrayList<>();
        for (float[] batch : Batches.inputs(network)) {
            batches.add(
                    switch (network.kind()) {
                        case SIGMOID, TANH -> transposed(manager.create(batch, new Shape(samples, width)), 1, 0);
                        case CONVOLUTIONAL -> manager.create(batch, new Shape(samples, 1, side, side));
                        case LSTM ->
                            transposed(manager.create(batch, new Shape(samples, side, side)), 2, 1, 0)
                                    .reshape(side, (long) side * samples);
                    });
        }
        return batches;
    }

    @Override
    public List<NDArray> targets(NDManager manager) {
        double factor = network.squaredError() ? 1 : -network.rate() / network.batchSize();
        Shape shape = new Shape(network.batchSize(), network.samples().targetWidth());
        List<NDArray> batches = new ArrayList<>();
        for (float[] batch : Batches.targets(network, factor)) {
            batches.add(transposed(manager.create(batch, shape), 1, 0));
        }
        return batches;
    }

    private static NDArray transposed(NDArray array, int... axes) {
        return array.transpose(axes).duplicate();
    }

    @Override
    public NDArray loss(NDArray input, NDArray target, List<NDArray> parameters) {
        NDArray output = switch (network.kind()) {
            case SIGMOID, TANH -> dense(input, parameters);
            case CONVOLUTIONAL -> convolutional(input, parameters);
            case LSTM -> lstm(input, parameters);
        };
        if (network.squaredError()) {
            return output.sub(target).square().sum().mul(constants.get(0));
        }
        return output.logSoftmax(1).mul(target).sum();
    }

    private NDArray dense(NDArray input, List<NDArray> parameters) {
        NDArray x = input;
        for (int i = 0; i < parameters.size(); i += 2) {
            x = linear(x, parameters, i);
            if (network.kind() == PeerNetwork.Kind.SIGMOID) {
                x = Activation.sigmoid(x);
            } else if (i + 2 < parameters.size()) {
                x = x.tanh();
            }
            if (i == 0) {
                x = x.reshape(models, -1, input.size(1));
            }
        }
        return x;
    }

    private NDArray convolutional(NDArray input, List<NDArray> parameters) {
        long samples = input.size(0);
        NDArray x = input;
        for (int i = 0; i < 4; i += 2) {
            x = JniUtils.convolution(
                    (PtNDArray) x,
                    (PtNDArray) parameters.get(i),
                    (PtNDArray) parameters.get(i + 1),
                    ONES,
                    ONES,
                    ONES,
                    i == 0 ? 1 : models);
            x = Pool.maxPool2d(Activation.relu(x), TWOS, TWOS, ZEROS, false);
        }
        return linear(x.reshape(samples, models, -1).transpose(1, 2, 0), parameters, 4);
    }

    private NDArray lstm(NDArray input, List<NDArray> parameters) {
        int units = network.widths().get(1);
        NDArray gates = parameters.get(0).matMul(input).addi(parameters.get(2)).reshape(models, 4L * units, -1);
        NDList steps = gates.split(PeerNetwork.SIDE, 2);
        NDArray cell = null;
        NDArray state = null;
        for (NDArray step : steps) {
            NDArray z =
                    state == null ? step : parameters.get(1).batchMatMul(state).addi(step);
            NDList parts = z.split(new long[] {3L * units}, 1);
            NDList open = Activation.sigmoid(parts.get(0)).split(3, 1);
            NDArray written = open.get(0).mul(parts.get(1).tanh());
            cell = cell == null ? written : open.get(1).mul(cell).addi(written);
            state = open.get(2).mul(cell.tanh());
        }
        if (state == null) {
            throw new IllegalStateException("a sequence has at least one step");
        }
        return linear(state, parameters, 3);
    }

    private static NDArray linear(NDArray x, List<NDArray> parameters, int first) {
        return parameters.get(first).matMul(x).addi(parameters.get(first + 1));
    }

    @Override
    public List<float[]> parameters(List<NDArray> parameters, int model) {
        List<float[]> all = new ArrayList<>();
        for (int i = 0; i < parameters.size(); i++) {
            float[] values = parameters.get(i).toFloatArray();
            int size = values.length / models;
            all.add(reordered(i, Arrays.copyOfRange(values, model * size, (model + 1) * size)));
        }
        return all;
    }
}
