package org.initbench.benchmarks.peers;

import java.util.ArrayList;
import java.util.List;
import org.initbench.task.Samples;
import org.initbench.training.NativeBackend;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.autodiff.samediff.TrainingConfig;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.layers.convolution.config.Conv2DConfig;
import org.nd4j.linalg.api.ops.impl.layers.convolution.config.PaddingMode;
import org.nd4j.linalg.api.ops.impl.layers.convolution.config.Pooling2DConfig;
import org.nd4j.linalg.api.ops.impl.layers.recurrent.config.LSTMDataFormat;
import org.nd4j.linalg.api.ops.impl.layers.recurrent.config.LSTMLayerConfig;
import org.nd4j.linalg.api.ops.impl.layers.recurrent.weights.LSTMLayerWeights;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.dataset.ViewIterator;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Sgd;

/** One model as a SameDiff graph, trained by SameDiff's own fit. */
final class SameDiffPeer implements Peer {

    private final PeerNetwork network;
    private final SameDiff graph = SameDiff.create();
    private final ViewIterator batches;
    private final List<SDVariable> parameters = new ArrayList<>();

    SameDiffPeer(PeerNetwork network) {
        NativeBackend.require();
        this.network = network;
        Samples samples = network.samples();
        batches = new ViewIterator(
                new DataSet(
                        array(samples.inputs(), samples.inputWidth()), array(samples.targets(), samples.targetWidth())),
                network.batchSize());
        for (float[] values : network.start(0)) {
            int[] shape = network.shapes().get(parameters.size());
            parameters.add(graph.var("parameter" + parameters.size(), stored(values, shape)));
        }
        SDVariable input = graph.placeHolder("input", DataType.FLOAT, -1, samples.inputWidth());
        SDVariable target = graph.placeHolder("target", DataType.FLOAT, -1, samples.targetWidth());
        SDVariable loss = loss(output(input), target);
        loss.rename("loss");
        loss.markAsLoss();
        graph.setTrainingConfig(TrainingConfig.builder()
                .updater(new Sgd(network.rate()))
                .dataSetFeatureMapping("input")
                .dataSetLabelMapping("target")
                .build());
    }

    /** SameDiff multiplies by {@code [inputs, outputs]}, and convolves with {@code [height, width, inputs, outputs]}. */
    private static INDArray stored(float[] values, int... shape) {
        INDArray array = Nd4j.createFromArray(values).reshape(shape);
        return switch (shape.length) {
            case 4 -> array.permute(2, 3, 1, 0).dup('c');
            case 2 -> array.transpose().dup('c');
            default -> array;
        };
    }

    private SDVariable loss(SDVariable output, SDVariable target) {
        return network.squaredError()
                ? graph.math().square(output.sub(target)).sum().mul(0.5)
                : graph.nn().logSoftmax(output).mul(target).sum().neg().div(network.batchSize());
    }

    private SDVariable output(SDVariable input) {
        return switch (network.kind()) {
            case SIGMOID, TANH -> dense(input);
            case CONVOLUTIONAL -> convolutional(input);
            case LSTM -> lstm(input);
        };
    }

    private SDVariable dense(SDVariable input) {
        SDVariable x = input;
        for (int i = 0; i < parameters.size(); i += 2) {
            x = linear(x, i);
            if (network.kind() == PeerNetwork.Kind.SIGMOID) {
                x = graph.nn().sigmoid(x);
            } else if (i + 2 < parameters.size()) {
                x = graph.math().tanh(x);
            }
        }
        return x;
    }

    private SDVariable convolutional(SDVariable input) {
        Conv2DConfig same =
                Conv2DConfig.builder().kH(3).kW(3).paddingMode(PaddingMode.SAME).build();
        Pooling2DConfig halve =
                Pooling2DConfig.builder().kH(2).kW(2).sH(2).sW(2).build();
        SDVariable x = input.reshape(-1, 1, PeerNetwork.SIDE, PeerNetwork.SIDE);
        for (int i = 0; i < 4; i += 2) {
            x = graph.cnn().conv2d(x, parameters.get(i), parameters.get(i + 1), same);
            x = graph.cnn().maxPooling2d(graph.nn().relu(x, 0), halve);
        }
        return linear(x.reshape(-1, network.shapes().get(4)[1]), 4);
    }

    private SDVariable lstm(SDVariable input) {
        LSTMLayerConfig config = LSTMLayerConfig.builder()
                .lstmdataformat(LSTMDataFormat.NTS)
                .retFullSequence(false)
                .retLastH(true)
                .retLastC(false)
                .build();
        LSTMLayerWeights weights = LSTMLayerWeights.builder()
                .weights(parameters.get(0))
                .rWeights(parameters.get(1))
                .bias(parameters.get(2))
                .build();
        int units = network.widths().get(1);
        SDVariable zeros = graph.constant(Nd4j.zeros(DataType.FLOAT, network.batchSize(), units));
        SDVariable rows = input.reshape(-1, PeerNetwork.SIDE, PeerNetwork.SIDE);
        return linear(graph.rnn().lstmLayer(rows, zeros, zeros, null, weights, config)[0], 3);
    }

    private SDVariable linear(SDVariable x, int first) {
        return x.mmul(parameters.get(first)).add(parameters.get(first + 1));
    }

    @Override
    public void train(int epochs) {
        graph.fit(batches, epochs);
    }

    @Override
    public List<float[]> parameters(int model) {
        List<float[]> all = new ArrayList<>();
        for (SDVariable parameter : parameters) {
            INDArray array = parameter.getArr();
            INDArray canonical = switch (array.rank()) {
                case 4 -> array.permute(3, 2, 0, 1);
                case 2 -> array.transpose();
                default -> array;
            };
            all.add(canonical.dup('c').reshape(-1).toFloatVector());
        }
        return all;
    }

    private static INDArray array(double[] values, int columns) {
        return Nd4j.createFromArray(values).reshape(-1, columns).castTo(DataType.FLOAT);
    }
}
