package org.initbench.benchmarks.peers;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.conf.layers.recurrent.LastTimeStep;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.initbench.training.NativeBackend;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** One model as DL4J's {@link MultiLayerNetwork}. */
final class Dl4jPeer implements Peer {

    /** For each gate of DL4J (cell, forget, output, input), its place in {@link PeerNetwork#shapes()}, and back. */
    private static final int[] TO_DL4J = {2, 1, 3, 0};

    private static final int[] FROM_DL4J = {3, 1, 0, 2};

    private final PeerNetwork network;
    private final MultiLayerNetwork model;
    private final List<String> names;
    private final List<DataSet> batches = new ArrayList<>();

    Dl4jPeer(PeerNetwork network) {
        NativeBackend.require();
        this.network = network;
        model = new MultiLayerNetwork(new NeuralNetConfiguration.Builder()
                .dataType(DataType.FLOAT)
                .updater(new Sgd(network.squaredError() ? network.rate() / 2 : network.rate()))
                .miniBatch(!network.squaredError())
                .list(layers().toArray(Layer[]::new))
                .setInputType(inputType())
                .build());
        model.init();
        names = names();
        for (int i = 0; i < names.size(); i++) {
            INDArray values = Nd4j.createFromArray(reordered(i, network.start(0).get(i), TO_DL4J))
                    .reshape(network.shapes().get(i));
            INDArray stored = model.getParam(names.get(i));
            stored.assign((values.rank() == 2 ? values.transpose() : values).reshape(stored.shape()));
        }
        List<float[]> inputs = Batches.inputs(network);
        List<float[]> targets = Batches.targets(network, 1);
        for (int i = 0; i < inputs.size(); i++) {
            INDArray rows = Nd4j.createFromArray(inputs.get(i));
            batches.add(new DataSet(
                    network.kind() == PeerNetwork.Kind.LSTM
                            ? rows.reshape(-1, PeerNetwork.SIDE, PeerNetwork.SIDE)
                                    .permute(0, 2, 1)
                                    .dup('f')
                            : rows.reshape(network.batchSize(), -1),
                    Nd4j.createFromArray(targets.get(i)).reshape(network.batchSize(), -1)));
        }
    }

    private InputType inputType() {
        int side = PeerNetwork.SIDE;
        return switch (network.kind()) {
            case SIGMOID, TANH -> InputType.feedForward(network.samples().inputWidth());
            case CONVOLUTIONAL -> InputType.convolutionalFlat(side, side, 1);
            case LSTM -> InputType.recurrent(side, side);
        };
    }

    private List<Layer> layers() {
        List<Integer> widths = network.widths();
        List<Layer> layers = new ArrayList<>();
        for (int width : widths.subList(1, widths.size() - 1)) {
            layers.addAll(
                    switch (network.kind()) {
                        case SIGMOID -> List.of(dense(width, Activation.SIGMOID));
                        case TANH -> List.of(dense(width, Activation.TANH));
                        case CONVOLUTIONAL -> convolution(width);
                        case LSTM -> List.of(lstm(width));
                    });
        }
        layers.add(new OutputLayer.Builder(network.squaredError() ? LossFunction.L2 : LossFunction.MCXENT)
                .nOut(widths.get(widths.size() - 1))
                .activation(network.squaredError() ? Activation.SIGMOID : Activation.SOFTMAX)
                .build());
        return layers;
    }

    private static Layer dense(int width, Activation activation) {
        return new DenseLayer.Builder().nOut(width).activation(activation).build();
    }

    private static List<Layer> convolution(int channels) {
        return List.of(
                new ConvolutionLayer.Builder(PeerNetwork.KERNEL, PeerNetwork.KERNEL)
                        .nOut(channels)
                        .convolutionMode(ConvolutionMode.Same)
                        .activation(Activation.RELU)
                        .build(),
                new SubsamplingLayer.Builder(SubsamplingLayer.PoolingType.MAX, new int[] {2, 2}, new int[] {2, 2})
                        .build());
    }

    private static Layer lstm(int units) {
        return new LastTimeStep(new LSTM.Builder()
                .nOut(units)
                .activation(Activation.TANH)
                .gateActivationFunction(Activation.SIGMOID)
                .build());
    }

    /** DL4J's names of the parameters, in the order of {@link PeerNetwork#shapes()}. */
    private List<String> names() {
        return switch (network.kind()) {
            case SIGMOID -> List.of("0_W", "0_b", "1_W", "1_b");
            case TANH -> {
                List<String> all = new ArrayList<>();
                for (int i = 0; i < network.widths().size() - 1; i++) {
                    all.addAll(List.of(i + "_W", i + "_b"));
                }
                yield all;
            }
            case CONVOLUTIONAL -> List.of("0_W", "0_b", "2_W", "2_b", "4_W", "4_b");
            case LSTM -> List.of("0_W", "0_RW", "0_b", "1_W", "1_b");
        };
    }

    private float[] reordered(int parameter, float[] values, int... order) {
        if (network.kind() != PeerNetwork.Kind.LSTM || parameter > 2) {
            return values;
        }
        int block = values.length / order.length;
        float[] other = new float[values.length];
        for (int gate = 0; gate < order.length; gate++) {
            System.arraycopy(values, order[gate] * block, other, gate * block, block);
        }
        return other;
    }

    @Override
    public void train(int epochs) {
        for (int epoch = 0; epoch < epochs; epoch++) {
            for (DataSet batch : batches) {
                model.fit(batch);
            }
        }
    }

    @Override
    public List<float[]> parameters(int index) {
        List<float[]> all = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            INDArray stored = model.getParam(names.get(i));
            INDArray canonical = network.shapes().get(i).length == 2 ? stored.transpose() : stored;
            float[] values = canonical.dup('c').reshape(-1).toFloatVector();
            all.add(reordered(i, Arrays.copyOf(values, values.length), FROM_DL4J));
        }
        return all;
    }
}
