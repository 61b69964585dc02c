package org.initbench.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.initbench.network.Activation;
import org.initbench.task.DataOrder;
import org.initbench.task.Dense;
import org.initbench.task.LossFunction;
import org.initbench.task.Precision;
import org.initbench.task.Samples;
import org.initbench.task.Task;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The engine's gradients equal those of SameDiff's automatic differentiation, and central differences of the engine's own
 * loss, in double precision. A wrong derivative would still learn, only slower: no other test would name it.
 */
class GradientTest {

    private static final int SAMPLES = 6;

    static Stream<Arguments> networks() {
        List<Arguments> networks = new ArrayList<>();
        for (Activation hidden : Activation.values()) {
            networks.add(Arguments.of(LossFunction.SOFTMAX_CROSS_ENTROPY, hidden, Activation.IDENTITY));
            for (Activation output : Activation.values()) {
                networks.add(Arguments.of(LossFunction.SQUARED_ERROR_SUM, hidden, output));
            }
        }
        return networks.stream();
    }

    @ParameterizedTest
    @MethodSource("networks")
    void equalThoseOfSameDiff(LossFunction loss, Activation hidden, Activation output) {
        Task task = task(loss, hidden, output);
        List<double[]> weights = Networks.randomLayers(task, 0.8, 5);
        List<double[]> expected = sameDiff(task, weights);
        List<double[]> actual = engine(task, weights);
        for (int l = 0; l < actual.size(); l++) {
            assertThat(actual.get(l)).containsExactly(expected.get(l), within(1e-12));
        }
    }

    @ParameterizedTest
    @MethodSource("networks")
    void equalCentralDifferencesOfTheLoss(LossFunction loss, Activation hidden, Activation output) {
        Task task = task(loss, hidden, output);
        List<double[]> weights = Networks.randomLayers(task, 0.8, 6);
        List<double[]> gradient = engine(task, weights);
        double h = 1e-6;
        for (int l = 0; l < weights.size(); l++) {
            for (int i = 0; i < weights.get(l).length; i++) {
                double difference = loss(task, moved(weights, l, i, h)) - loss(task, moved(weights, l, i, -h));
                assertThat(gradient.get(l)[i]).isCloseTo(difference / (2 * h), within(1e-7));
            }
        }
    }

    private static Task task(LossFunction loss, Activation hidden, Activation output) {
        Samples samples = Networks.randomClasses(SAMPLES, 4, 3, 7);
        return Networks.fullBatch(samples, loss, 1, 0, Precision.FLOAT64, Networks.layers(hidden, output, 4, 5, 5, 3));
    }

    /** One step of plain descent at rate 1 moves the weights by minus the gradient. */
    private static List<double[]> engine(Task task, List<double[]> weights) {
        try (Stack stack = new Stack(task, DataOrder.natural(), 0)) {
            stack.write(0, weights);
            stack.step(0);
            List<double[]> after = stack.read(0);
            List<double[]> gradient = new ArrayList<>();
            for (int l = 0; l < weights.size(); l++) {
                double[] layer = new double[weights.get(l).length];
                for (int i = 0; i < layer.length; i++) {
                    layer[i] = weights.get(l)[i] - after.get(l)[i];
                }
                gradient.add(layer);
            }
            return gradient;
        }
    }

    private static double loss(Task task, List<double[]> weights) {
        try (Stack stack = new Stack(task, DataOrder.natural(), 0);
                Evaluation evaluation = new Evaluation(task, stack)) {
            stack.write(0, weights);
            return evaluation.losses(0)[0];
        }
    }

    private static List<double[]> moved(List<double[]> weights, int layer, int index, double by) {
        List<double[]> copy = new ArrayList<>();
        weights.forEach(w -> copy.add(w.clone()));
        copy.get(layer)[index] += by;
        return copy;
    }

    private static List<double[]> sameDiff(Task task, List<double[]> weights) {
        SameDiff sd = SameDiff.create();
        Samples samples = task.data().training();
        SDVariable activations =
                sd.constant(Nd4j.createFromArray(samples.inputs()).reshape(SAMPLES, samples.inputWidth()));
        INDArray targets = Nd4j.createFromArray(samples.targets()).reshape(SAMPLES, samples.targetWidth());
        SDVariable ones = sd.constant(Nd4j.ones(DataType.DOUBLE, SAMPLES, 1));
        String[] names = new String[weights.size()];
        for (int l = 0; l < weights.size(); l++) {
            Dense layer = task.layers().get(l);
            names[l] = "w" + l;
            SDVariable w =
                    sd.var(names[l], Nd4j.createFromArray(weights.get(l)).reshape(layer.fanOut(), layer.columns()));
            SDVariable z = sd.mmul(sd.concat(1, activations, ones), sd.transpose(w));
            activations = activate(sd, layer.activation(), z);
        }
        SDVariable t = sd.constant(targets);
        SDVariable loss = task.loss() == LossFunction.SOFTMAX_CROSS_ENTROPY
                ? sd.nn().logSoftmax(activations).mul(t).sum().neg().div(SAMPLES)
                : sd.math().square(activations.sub(t)).sum().mul(0.5);
        loss.markAsLoss();
        Map<String, INDArray> gradients = sd.calculateGradients(Map.of(), names);
        return Stream.of(names)
                .map(name -> Objects.requireNonNull(gradients.get(name)).ravel().toDoubleVector())
                .toList();
    }

    private static SDVariable activate(SameDiff sd, Activation activation, SDVariable z) {
        return switch (activation) {
            default -> z;
            case SIGMOID -> sd.nn().sigmoid(z);
            case TANH -> sd.math().tanh(z);
            case RELU -> sd.nn().relu(z, 0);
        };
    }
}
