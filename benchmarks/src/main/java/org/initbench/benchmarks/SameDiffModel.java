package org.initbench.benchmarks;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.initbench.common.UsageException;
import org.initbench.network.Activation;
import org.initbench.network.Dense;
import org.initbench.network.Layer;
import org.initbench.network.Parameter;
import org.initbench.task.LossFunction;
import org.initbench.task.Precision;
import org.initbench.task.Samples;
import org.initbench.task.Task;
import org.initbench.training.NativeBackend;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.autodiff.samediff.TrainingConfig;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.dataset.ViewIterator;
import org.nd4j.linalg.dataset.api.iterator.DataSetIterator;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.learning.config.Sgd;

/**
 * A task's network as a SameDiff graph, trained by SameDiff's own fit on the samples in their natural order: what ND4J's
 * users would otherwise write.
 */
final class SameDiffModel {

    /** Epochs of one call, so that what a call costs by itself counts little. */
    static final int EPOCHS_PER_CALL = 5;

    private static final Set<Activation> ACTIVATIONS =
            EnumSet.of(Activation.IDENTITY, Activation.SIGMOID, Activation.TANH, Activation.RELU);

    private final SameDiff graph = SameDiff.create();
    private final DataSetIterator batches;
    private final int layers;

    /**
     * Builds the graph.
     *
     * @param task a single-precision task of dense layers, trained by plain gradient descent
     * @param weights for each layer {@code units × (inputs + 1)} values row by row, the bias last in each row
     * @throws UsageException if the task is another one
     */
    SameDiffModel(Task task, List<double[]> weights) {
        requireSupported(task);
        NativeBackend.require();
        Samples samples = task.data().training();
        batches = new ViewIterator(
                new DataSet(
                        array(samples.inputs(), samples.inputWidth()), array(samples.targets(), samples.targetWidth())),
                task.batchSize());
        layers = weights.size();
        SDVariable activations = graph.placeHolder("input", DataType.FLOAT, -1, samples.inputWidth());
        SDVariable targets = graph.placeHolder("target", DataType.FLOAT, -1, samples.targetWidth());
        for (int i = 0; i < layers; i++) {
            Parameter parameter = task.network().parametersOf(i).get(0);
            Activation activation = task.network().layers().get(i).activation();
            activations = activate(activation, layer(i, parameter.inputs(), weights.get(i), activations));
        }
        SDVariable loss = task.loss() == LossFunction.SOFTMAX_CROSS_ENTROPY
                ? graph.nn().logSoftmax(activations).mul(targets).sum().neg().div(task.batchSize())
                : graph.math().square(activations.sub(targets)).sum().mul(0.5);
        loss.rename("loss");
        loss.markAsLoss();
        graph.setTrainingConfig(TrainingConfig.builder()
                .updater(new Sgd(task.learningRate()))
                .dataSetFeatureMapping("input")
                .dataSetLabelMapping("target")
                .build());
    }

    /** Trains that many epochs. */
    void train(int epochs) {
        graph.fit(batches, epochs);
    }

    /** The parameters now, as the constructor takes them. */
    List<double[]> weights() {
        List<double[]> all = new ArrayList<>();
        for (int i = 0; i < layers; i++) {
            INDArray weights = graph.getVariable("weights" + i).getArr();
            INDArray biases = graph.getVariable("biases" + i).getArr().reshape(-1, 1);
            all.add(Nd4j.concat(1, weights, biases)
                    .castTo(DataType.DOUBLE)
                    .ravel()
                    .toDoubleVector());
        }
        return all;
    }

    private static void requireSupported(Task task) {
        for (Layer layer : task.network().layers()) {
            if (!(layer instanceof Dense) || !ACTIVATIONS.contains(layer.activation())) {
                throw new UsageException("task '" + task.name() + "' has a layer that the SameDiff comparison does not"
                        + " build: " + layer.kind() + " (" + layer.definition() + "); it builds dense layers in "
                        + ACTIVATIONS.stream().map(Activation::label).toList());
            }
        }
        boolean knownLoss =
                task.loss() == LossFunction.SOFTMAX_CROSS_ENTROPY || task.loss() == LossFunction.SQUARED_ERROR_SUM;
        if (!knownLoss
                || !task.optimizer().equals(new org.initbench.optimizer.Sgd())
                || !Double.isInfinite(task.gradientClip())
                || task.precision() != Precision.FLOAT32) {
            throw new UsageException("task '" + task.name()
                    + "' is not trained by plain gradient descent in float32 on "
                    + LossFunction.SOFTMAX_CROSS_ENTROPY.label() + " or " + LossFunction.SQUARED_ERROR_SUM.label()
                    + ", as the SameDiff comparison is");
        }
    }

    private SDVariable layer(int number, int inputs, double[] values, SDVariable input) {
        INDArray matrix = array(values, inputs + 1);
        SDVariable weights = graph.var(
                "weights" + number,
                matrix.get(NDArrayIndex.all(), NDArrayIndex.interval(0, inputs)).dup());
        SDVariable biases =
                graph.var("biases" + number, matrix.getColumn(inputs).dup());
        return input.mmul(graph.transpose(weights)).add(biases);
    }

    private SDVariable activate(Activation activation, SDVariable z) {
        return switch (activation) {
            case IDENTITY -> z;
            case SIGMOID -> graph.nn().sigmoid(z);
            case TANH -> graph.math().tanh(z);
            case RELU -> graph.nn().relu(z, 0);
            default -> throw new IllegalArgumentException(activation.label());
        };
    }

    private static INDArray array(double[] values, int columns) {
        return Nd4j.createFromArray(values).reshape(-1, columns).castTo(DataType.FLOAT);
    }
}
