package org.initbench.benchmarks.peers;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.core.Linear;
import ai.djl.nn.pooling.Pool;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** One model, of PyTorch's own layers: {@code linear}, {@code conv2d}, {@code max_pool2d}, {@code lstm}. */
final class PyTorchModel implements PyTorchProgram {

    private static final Shape ONES = new Shape(1, 1);
    private static final Shape TWOS = new Shape(2, 2);
    private static final Shape ZEROS = new Shape(0, 0);

    private final PeerNetwork network;
    private final List<NDArray> constants = new ArrayList<>();

    PyTorchModel(PeerNetwork network) {
        this.network = network;
    }

    @Override
    public List<NDArray> start(NDManager manager) {
        List<int[]> shapes = network.shapes();
        List<float[]> values = network.start(0);
        List<NDArray> parameters = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            long[] shape = Arrays.stream(shapes.get(i)).asLongStream().toArray();
            parameters.add(manager.create(values.get(i), new Shape(shape)));
        }
        if (network.squaredError()) {
            constants.add(manager.create((float) (network.rate() / 2)));
        } else if (network.kind() == PeerNetwork.Kind.LSTM) {
            int units = network.widths().get(1);
            constants.add(manager.zeros(new Shape(1, network.batchSize(), units)));
            constants.add(manager.zeros(new Shape(shapes.get(2)[0])));
        }
        return parameters;
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
                        case SIGMOID, TANH -> manager.create(batch, new Shape(samples, width));
                        case CONVOLUTIONAL -> manager.create(batch, new Shape(samples, 1, side, side));
                        case LSTM ->
                            manager.create(batch, new Shape(samples, side, side))
                                    .transpose(1, 0, 2)
                                    .duplicate();
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
            batches.add(manager.create(batch, shape));
        }
        return batches;
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
        }
        return x;
    }

    private static NDArray convolutional(NDArray input, List<NDArray> parameters) {
        NDArray x = input;
        for (int i = 0; i < 4; i += 2) {
            x = Conv2d.conv2d(x, parameters.get(i), parameters.get(i + 1), ONES, ONES, ONES)
                    .singletonOrThrow();
            x = Pool.maxPool2d(Activation.relu(x), TWOS, TWOS, ZEROS, false);
        }
        return linear(x.reshape(input.size(0), -1), parameters, 4);
    }

    /** The recurrent bias that PyTorch has beside the input's stays 0: two biases would learn twice as fast as one. */
    private NDArray lstm(NDArray input, List<NDArray> parameters) {
        NDList states = new NDList(constants.get(0), constants.get(0));
        NDList weights = new NDList(parameters.get(0), parameters.get(1), parameters.get(2), constants.get(1));
        NDArray last = JniUtils.lstm((PtNDArray) input, states, weights, true, 1, 0, true, false, false)
                .get(1);
        return linear(last.squeeze(0), parameters, 3);
    }

    private static NDArray linear(NDArray x, List<NDArray> parameters, int first) {
        return Linear.linear(x, parameters.get(first), parameters.get(first + 1))
                .singletonOrThrow();
    }

    @Override
    public List<float[]> parameters(List<NDArray> parameters, int model) {
        return parameters.stream().map(NDArray::toFloatArray).toList();
    }
}
