package org.initbench.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.stream.Stream;
import org.initbench.network.Activation;
import org.initbench.network.Shape;
import org.initbench.optimizer.Sgd;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Two rungs of the ladder differ in the kind of network and in nothing else, or their comparison is worth nothing. */
class DigitsLadderTest {

    static Stream<Task> ladder() {
        return DigitsLadder.all().stream().map(task -> task.get().build());
    }

    @ParameterizedTest
    @MethodSource("ladder")
    void everyRungHasTheSameDataBatchesAndLevels(Task task) {
        Task first = ladder().findFirst().orElseThrow();
        assertThat(task.name()).startsWith("digits-");
        assertThat(task.data().digest()).isEqualTo(first.data().digest());
        assertThat(task.network().input().size()).isEqualTo(64);
        assertThat(task.batchSize()).isEqualTo(32);
        assertThat(task.evaluationSamples()).isEqualTo(480);
        assertThat(task.criterion()).isEqualTo(Criterion.LossLevels.STANDARD);
        assertThat(task.precision()).isEqualTo(Precision.FLOAT32);
        assertThat(task.learningRate()).as("from calibration").isNaN();
        assertThat(task.drawnBiases()).isFalse();
    }

    /** A classifier whose last layer squashes its outputs, or has too few of them, cannot reach the levels. */
    @ParameterizedTest
    @MethodSource("ladder")
    void classifiersEndInTenLinearUnits(Task task) {
        if (!task.loss().classifies()) {
            return;
        }
        List<LayerDescription> layers = task.describe().layers();
        LayerDescription output = layers.get(layers.size() - 1);
        assertThat(output.kind()).isEqualTo("dense");
        assertThat(output.output()).isEqualTo("10");
        assertThat(output.activation()).isEqualTo("identity");
    }

    /** Depth without plain gradient descent is another question; what departs from it says so. */
    @Test
    void onlyTransformerAndAutoencoderNeedAnotherOptimizer() {
        assertThat(ladder().filter(task -> !task.optimizer().equals(new Sgd())).map(Task::name))
                .containsExactlyInAnyOrder("digits-autoencoder", "digits-transformer");
    }

    /** A network of another depth, width or nonlinearity than its name says. */
    @ParameterizedTest
    @CsvSource({
        "digits-mlp-relu-d4, 4, RELU",
        "digits-mlp-selu-d10, 10, SELU",
        "digits-mlp-relu-d30, 30, RELU",
        "digits-mlp-sigmoid-d2, 2, SIGMOID",
        "digits-mlp-sigmoid-d4, 4, SIGMOID",
        "digits-mlp-selu, 1, SELU",
        "digits-mlp-relu-d2, 2, RELU",
        "digits-mlp-tanh-d50, 50, TANH"
    })
    void deepNetworksHaveTheDepthOfTheirNames(String name, int depth, Activation activation) {
        TaskDescription task = Tasks.uncalibrated(name).describe();
        assertThat(task.hiddenLayers()).isEqualTo(depth);
        assertThat(task.layers().subList(0, depth)).allSatisfy(layer -> {
            assertThat(layer.activation()).isEqualTo(activation.label());
            assertThat(layer.output()).isEqualTo("32");
        });
        assertThat(Tasks.uncalibrated(name).parameters()).isEqualTo(65 * 32 + (depth - 1) * 33 * 32 + 33 * 10);
    }

    /** What helps a deep network is seen beside the plain one only if both have the same drawn matrices. */
    @ParameterizedTest
    @CsvSource({
        "digits-mlp-relu-d30-residual, digits-mlp-relu-d30",
        "digits-mlp-relu-d30-batchnorm, digits-mlp-relu-d30",
        "digits-mlp-tanh-d30-layernorm, digits-mlp-tanh-d30",
        "digits-mlp-relu-d10-residual, digits-mlp-relu-d10",
        "digits-mlp-relu-d10-batchnorm, digits-mlp-relu-d10",
        "digits-mlp-relu-d10-layernorm, digits-mlp-relu-d10"
    })
    void helpedDeepNetworksHaveTheMatricesOfThePlainOne(String name, String plain) {
        assertThat(shapes(name)).isEqualTo(shapes(plain));
    }

    /** The interaction of optimizer and start is seen only if nothing else differs. */
    @ParameterizedTest
    @CsvSource({
        "digits-mlp-tanh-momentum, digits-mlp-tanh, momentum",
        "digits-mlp-tanh-adam, digits-mlp-tanh, adam",
        "digits-mlp-relu-d4-momentum, digits-mlp-relu-d4, momentum",
        "digits-mlp-relu-d4-adam, digits-mlp-relu-d4, adam"
    })
    void otherOptimizersTrainTheSameNetwork(String name, String plain, String optimizer) {
        Task task = Tasks.uncalibrated(name);
        Task base = Tasks.uncalibrated(plain);
        assertThat(task.optimizer().name()).isEqualTo(optimizer);
        assertThat(task.network()).isEqualTo(base.network());
        assertThat(task.data().digest()).isEqualTo(base.data().digest());
        assertThat(task.batchSize()).isEqualTo(base.batchSize());
        assertThat(task.criterion()).isEqualTo(base.criterion());
        assertThat(task.gradientClip()).isEqualTo(base.gradientClip());
    }

    private static List<String> shapes(String name) {
        return Tasks.uncalibrated(name).describe().drawnMatrices().stream()
                .map(m -> m.units() + "x" + m.inputs() + " " + m.fanIn() + " " + m.fanOut() + " " + m.bias())
                .toList();
    }

    /** Counted by hand: a matrix too few is another architecture. */
    @ParameterizedTest
    @CsvSource({
        // 3x3x1 to 8, 3x3x8 to 16, 2x2x16 to 10
        "digits-cnn, 80 + 1168 + 650, 1898",
        // input with bias, recurrence without
        "digits-rnn, 32 * (8 + 1 + 32) + 330, 1642",
        "digits-lstm, 4 * 32 * (8 + 1 + 32) + 330, 5578"
    })
    void smallNetworksHaveTheirParameters(String name, String count, int parameters) {
        assertThat(Tasks.uncalibrated(name).parameters()).as(count).isEqualTo(parameters);
    }

    /** Convolutions see an image and recurrent layers see rows: the same pixels in the same order. */
    @Test
    void imagesAndSequencesAreTheirPixels() {
        assertThat(Tasks.uncalibrated("digits-cnn").network().input()).isEqualTo(new Shape(8, 8, 1));
        assertThat(Tasks.uncalibrated("digits-lstm").network().input()).isEqualTo(Shape.sequence(8, 8));
    }

    /** The IRNN's recurrence starts at the identity whatever the initializer: that is what it is. */
    @Test
    void onlyTheInputOfAnIrnnIsDrawn() {
        TaskDescription task = Tasks.uncalibrated("digits-irnn").describe();
        assertThat(task.layers().get(0).matrices())
                .extracting(MatrixDescription::name, MatrixDescription::start)
                .containsExactly(tuple("input weight", "drawn"), tuple("recurrent weight", "identity"));
    }
}
