package org.initbench.theory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.initbench.init.Initializers;
import org.initbench.network.Activation;
import org.initbench.network.ActivationLayer;
import org.initbench.network.BatchNormalization;
import org.initbench.network.Convolution;
import org.initbench.network.Dense;
import org.initbench.network.Layer;
import org.initbench.network.LayerNormalization;
import org.initbench.network.MaxPooling;
import org.initbench.network.Network;
import org.initbench.network.Shape;
import org.initbench.task.TaskDescription;
import org.initbench.task.Tasks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TheoryTest {

    private static final int WIDTH = 160;
    private static final int NETWORKS = 6;
    private static final Dense OUTPUT = new Dense(WIDTH, Activation.IDENTITY);

    /** What is not of first order in 1/width: six samples of one network are a few terms of 1/160, and of one percent. */
    private static final double FLOOR = 0.03;

    private static StartRule rule(String initializer, double scale) {
        return new StartRule(Initializers.byName(initializer), scale, false);
    }

    /** A factor left out, fans exchanged, a mean square for a variance: each would be off by far more than wide networks stray. */
    @ParameterizedTest
    @CsvSource({
        "RELU, he-normal, 1",
        "RELU, glorot-uniform, 1",
        "TANH, glorot-normal, 1",
        "TANH, normal, 0.2",
        "TANH, orthogonal, 1",
        "TANH, rademacher, 0.02",
        "SIGMOID, lecun-truncated-normal, 2",
        "SELU, lecun-normal, 1",
        "TANH, pytorch-default, 1.5",
        "TANH, same-in-every-layer:lecun-normal, 1",
    })
    void wideDenseNetworksAreAsPredicted(Activation activation, String initializer, double scale) {
        List<Layer> layers = new ArrayList<>(Collections.nCopies(5, new Dense(WIDTH, activation)));
        layers.add(OUTPUT);
        check(new Network(Shape.vector(40), layers), rule(initializer, scale));
    }

    /** Units at the edge of a map have fewer inputs; a third of these are at one. */
    @Test
    void wideConvolutionsAreAsPredictedEdgesIncluded() {
        List<Layer> layers = List.of(
                new Convolution(60, 3, Activation.RELU),
                new Convolution(60, 3, Activation.RELU),
                new Convolution(40, 5, Activation.TANH),
                OUTPUT);
        check(new Network(new Shape(5, 5, 30), layers), rule("he-normal", 1));
    }

    @Test
    void layerNormalizationIsAsPredicted() {
        List<Layer> layers = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            layers.add(new Dense(WIDTH, Activation.IDENTITY));
            layers.add(new LayerNormalization());
            layers.add(new ActivationLayer(Activation.TANH));
        }
        layers.add(OUTPUT);
        check(new Network(Shape.vector(40), layers), rule("normal", 0.7));
    }

    @Test
    void drawnBiasesCount() {
        Network network = new Network(
                Shape.vector(40),
                List.of(new Dense(WIDTH, Activation.TANH), new Dense(WIDTH, Activation.TANH), OUTPUT));
        check(network, new StartRule(Initializers.byName("normal"), 0.5, true));
    }

    private static void check(Network network, StartRule rule) {
        SimulatedNetworks simulated = new SimulatedNetworks(network, rule, NETWORKS);
        TaskDescription task = TheoryCase.task(network, rule.drawnBiases(), simulated.inputMeanSquares());
        Prediction prediction = Theory.of(task, rule).orElseThrow();
        assertThat(prediction.limit()).isNull();
        assertThat(prediction.layers()).hasSameSizeAs(network.layers());
        for (int layer = 0; layer < network.layers().size(); layer++) {
            Prediction.Layer predicted = prediction.layers().get(layer);
            assertThat(Math.log(simulated.variance(layer) / predicted.activationVariance()))
                    .as("logarithm of variance over prediction, layer %s", layer)
                    .isCloseTo(0, within(FLOOR + 3 * predicted.activationSpread() / Math.sqrt(NETWORKS)));
            assertThat(Math.log(simulated.derivative(layer) / predicted.derivative()))
                    .as("logarithm of derivative over prediction, layer %s", layer)
                    .isCloseTo(0, within(FLOOR + 3 * predicted.derivativeSpread() / Math.sqrt(NETWORKS)));
            assertThat(predicted.activationSpread()).isLessThan(0.5);
        }
    }

    /** By hand: a ReLU layer of 64 inputs of mean square 2 at std 0.1 has q = 1.28, mean square 0.64, gain 0.32. */
    @Test
    void gainsAndSquaresFollowTheFormula() {
        Network network = new Network(
                Shape.vector(64), List.of(new Dense(16, Activation.RELU), new Dense(10, Activation.IDENTITY)));
        Prediction prediction = Theory.of(TheoryCase.task(network, false, List.of(1.0, 3.0)), rule("normal", 0.1))
                .orElseThrow();
        Prediction.Layer hidden = prediction.layers().get(0);
        assertThat(hidden.preactivationMeanSquare()).isCloseTo(1.28, within(1e-12));
        assertThat(hidden.gain()).isCloseTo(0.32, within(1e-12));
        double grand = (Math.sqrt(0.64 / (2 * Math.PI)) + Math.sqrt(1.92 / (2 * Math.PI))) / 2;
        assertThat(hidden.activationVariance()).isCloseTo(0.64 - grand * grand, within(1e-12));
        assertThat(hidden.derivative()).isCloseTo(10 * 0.01 / 2, within(1e-12));
        assertThat(prediction.layers().get(1).activationVariance()).isCloseTo(16 * 0.01 * 0.64, within(1e-12));
        assertThat(prediction.meanField()).isEmpty();
    }

    /** Hanin and Nica (2018): logarithms of squares in ReLU networks have the variance 5·Σ 1/width, first layer's inputs apart. */
    @Test
    void spreadOfReluNetworksIsThatOfHaninAndNica() {
        List<Layer> layers = new ArrayList<>(Collections.nCopies(4, new Dense(50, Activation.RELU)));
        layers.add(new Dense(20, Activation.IDENTITY));
        Network network = new Network(Shape.vector(8), layers);
        Prediction prediction = Theory.of(TheoryCase.task(network, false, List.of(1.0)), rule("he-normal", 1))
                .orElseThrow();
        double output = prediction.layers().get(4).activationSpread();
        assertThat(output * output).isCloseTo(4 * 5 / 50.0 + 2 / 20.0, within(1e-9));
        double first = prediction.layers().get(0).derivativeSpread();
        assertThat(first * first).isCloseTo(4 * 5 / 50.0, within(1e-9));
    }

    @Test
    void meanFieldIsThatOfTheRepeatedLayers() {
        List<Layer> layers = new ArrayList<>(Collections.nCopies(3, new Dense(25, Activation.TANH)));
        layers.add(new Dense(10, Activation.IDENTITY));
        Network network = new Network(Shape.vector(64), layers);
        MeanField field = Theory.of(TheoryCase.task(network, false, List.of(1.0)), rule("normal", 0.26))
                .flatMap(Prediction::meanField)
                .orElseThrow();
        assertThat(field.weightVariance()).isCloseTo(1.69, within(1e-12));
        assertThat(field.fixedPoint()).isCloseTo(0.408983225651, within(1e-8));
    }

    /** What theory does not know is said, not guessed: each reason names the layer. */
    @Test
    void endsWhereItDoesNotApply() {
        Layer dense = new Dense(8, Activation.RELU);
        assertThat(limit(new Shape(4, 4, 1), "normal", new Convolution(4, 3, Activation.RELU), new MaxPooling(), dense))
                .isEqualTo("layer 1: pooling depends on how alike neighbouring positions are");
        assertThat(limit(Shape.vector(8), "normal", dense, new BatchNormalization(), dense))
                .isEqualTo("layer 1: batch normalization depends on how alike the samples are");
        assertThat(limit(Shape.vector(8), "normal", dense, new LayerNormalization(), dense))
                .isEqualTo("layer 1: what enters it is not normal");
        assertThat(limit(Shape.vector(8), "constant", dense))
                .isEqualTo("layer 0: its weights have a mean other than 0");
        assertThat(limit(Shape.vector(8), "weyl", dense)).isEqualTo("layer 0: its weights are not random");
        assertThat(limit(Shape.vector(8), "lsuv", dense))
                .isEqualTo("layer 0: the variance of its weights depends on data");
        assertThat(limit(Shape.vector(8), "nguyen-widrow", dense))
                .isEqualTo("layer 0: its biases have a law of their own");
    }

    private static String limit(Shape input, String initializer, Layer... layers) {
        TaskDescription task = TheoryCase.task(new Network(input, List.of(layers)), false, List.of(1.0));
        return String.valueOf(
                Theory.of(task, rule(initializer, 1)).orElseThrow().limit());
    }

    /** All weights zero are random weights of variance 0: the signal ends in the first layer. */
    @ParameterizedTest
    @ValueSource(strings = {"digits-mlp-tanh", "digits-mlp-sigmoid"})
    void zeroPassesNothing(String name) {
        TaskDescription task = Tasks.uncalibrated(name).with(0.1, 10).describe();
        Prediction prediction = Theory.of(task, rule("zero", 1)).orElseThrow();
        assertThat(prediction.limit()).isNull();
        assertThat(prediction.layers())
                .allSatisfy(layer -> assertThat(layer.activationVariance()).isZero());
    }

    /** Bundles of earlier versions do not say how large inputs are. */
    @Test
    void withoutInputsThereIsNoPrediction() {
        TaskDescription task =
                Tasks.uncalibrated("digits-mlp-tanh").with(0.1, 10).describe();
        assertThat(Theory.of(task, rule("normal", 1))).isPresent();
        assertThat(Theory.of(task.withoutProse(), rule("normal", 1))).isEmpty();
    }

    /** Every initializer on every task gets numbers or a reason, and fails at neither. */
    @Test
    void everyInitializerOnEveryTaskHasNumbersOrAReason() {
        for (String name :
                List.of("digits-cnn", "digits-lstm", "digits-transformer", "xor-2-2-1", "digits-mlp-tanh-d4")) {
            TaskDescription task = Tasks.uncalibrated(name).with(0.1, 10).describe();
            Initializers.all().forEach(initializer -> {
                Prediction prediction = Theory.of(task, new StartRule(initializer, 1, task.drawnBiases()))
                        .orElseThrow();
                assertThat(prediction.limit() == null)
                        .as("%s on %s: %s", initializer.name(), name, prediction.limit())
                        .isEqualTo(prediction.layers().size() == task.layers().size());
                assertThat(prediction.layers())
                        .allSatisfy(
                                layer -> assertThat(layer.activationVariance()).isNotNaN());
            });
        }
    }
}
