package org.initbench.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.initbench.common.UsageException;
import org.initbench.network.Activation;
import org.initbench.network.Dense;
import org.initbench.network.Layer;
import org.initbench.network.Network;
import org.initbench.network.Shape;
import org.initbench.optimizer.Sgd;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TasksTest {

    static Stream<Task> all() {
        return Tasks.names().stream().map(name -> {
            Task task = Tasks.uncalibrated(name);
            return Tasks.calibratedNames().contains(name) ? task.with(0.1, 100) : task;
        });
    }

    /** Results can be laid beside the literature only if nothing of the classical definition is changed. */
    @ParameterizedTest
    @CsvSource({"xor-2-2-1, sgd, ''", "xor-2-2-1-momentum, momentum, momentum 0.9"})
    void exclusiveOrIsTheClassicalBenchmark(String name, String optimizer, String constants) {
        Task task = Tasks.byName(name);
        assertThat(task.network())
                .isEqualTo(new Network(
                        Shape.vector(2), List.of(new Dense(2, Activation.SIGMOID), new Dense(1, Activation.SIGMOID))));
        assertThat(task.loss()).isEqualTo(LossFunction.SQUARED_ERROR_SUM);
        assertThat(task.learningRate()).isEqualTo(1);
        assertThat(task.batchSize()).isEqualTo(4);
        assertThat(task.updatesPerEpoch()).as("epochs are weight updates").isEqualTo(1);
        assertThat(task.evaluatedOnBatch()).isTrue();
        assertThat(task.drawnBiases()).isTrue();
        assertThat(task.criterion()).isEqualTo(new Criterion.OutputBand(0.4));
        assertThat(task.budgetUpdates()).isEqualTo(20_000);
        assertThat(task.chanceLoss()).isEqualTo(0.5);
        assertThat(task.parameters()).isEqualTo(9);
        assertThat(task.gradientClip()).isInfinite();
        assertThat(task.describe().optimizer()).isEqualTo(optimizer);
        assertThat(task.describe().optimizerConstants()).isEqualTo(constants);
    }

    @Test
    void encoderIsTheClassicalBenchmark() {
        Task task = Tasks.byName("encoder-10-5-10");
        assertThat(task.network())
                .isEqualTo(new Network(
                        Shape.vector(10),
                        List.of(new Dense(5, Activation.SIGMOID), new Dense(10, Activation.SIGMOID))));
        assertThat(task.loss()).isEqualTo(LossFunction.SQUARED_ERROR_SUM);
        assertThat(task.learningRate()).isEqualTo(1.7);
        assertThat(task.optimizer()).isEqualTo(new Sgd());
        assertThat(task.gradientClip()).isInfinite();
        assertThat(task.evaluatedOnBatch()).isTrue();
        assertThat(task.updatesPerEpoch()).isEqualTo(1);
        assertThat(task.drawnBiases()).isTrue();
        assertThat(task.criterion()).isEqualTo(new Criterion.OutputBand(0.4));
        assertThat(task.budgetUpdates()).isEqualTo(5_000);
        assertThat(task.chanceLoss()).isCloseTo(4.5, within(1e-14));
        assertThat(task.parameters()).isEqualTo(55 + 60);
    }

    @ParameterizedTest
    @CsvSource({
        "iris-mlp-tanh, '4 8 3', TANH, 10, 120, 12, 67",
        "breast-cancer-logistic, '30 2', IDENTITY, 455, 455, 1, 62",
        "digits-mlp-tanh, '64 32 10', TANH, 32, 480, 45, 2410",
        "digits-logistic, '64 10', IDENTITY, 32, 480, 45, 650",
        "digits-mlp-relu-w256, '64 256 10', RELU, 32, 480, 45, 19210",
        "digits-mlp-selu-d4, '64 32 32 32 32 10', SELU, 32, 480, 45, 5578"
    })
    void classifiersHaveTheirNamesakesShape(
            String name, String widths, Activation hidden, int batch, int evaluation, int updates, int parameters) {
        Task task = Tasks.uncalibrated(name);
        List<Integer> expected =
                Stream.of(widths.split(" ", -1)).map(Integer::valueOf).toList();
        List<Layer> layers = new ArrayList<>();
        for (int i = 1; i < expected.size(); i++) {
            layers.add(new Dense(expected.get(i), i == expected.size() - 1 ? Activation.IDENTITY : hidden));
        }
        assertThat(task.network()).isEqualTo(new Network(Shape.vector(expected.get(0)), layers));
        assertThat(task.loss()).isEqualTo(LossFunction.SOFTMAX_CROSS_ENTROPY);
        assertThat(task.batchSize()).isEqualTo(batch);
        assertThat(task.evaluationSamples()).isEqualTo(evaluation);
        assertThat(task.updatesPerEpoch()).isEqualTo(updates);
        assertThat(task.parameters()).isEqualTo(parameters);
        assertThat(task.optimizer()).isEqualTo(new Sgd());
        assertThat(task.drawnBiases()).as("biases start at zero").isFalse();
        assertThat(task.learningRate()).as("not before calibration").isNaN();
    }

    /** Levels as fractions of a wrong chance loss would make tasks incomparable. */
    @ParameterizedTest
    @MethodSource("all")
    void descriptionHoldsLevelsOfTheEntropy(Task task) {
        TaskDescription description = task.describe();
        assertThat(description.name()).isEqualTo(task.name());
        assertThat(description.trainingSamples() % description.batchSize()).isZero();
        assertThat(description.fullBatch()).isEqualTo(task.evaluatedOnBatch());
        assertThat(description.dataDigest()).matches("[0-9a-f]{64}");
        assertThat(description.layers()).isEqualTo(LayerDescription.of(task.network()));
        assertThat(description.layers()).hasSameSizeAs(task.network().layers());
        assertThat(description.input()).isEqualTo(task.network().input().toString());
        if (task.loss() == LossFunction.SOFTMAX_CROSS_ENTROPY) {
            double entropy = entropy(task.data().training().first(task.evaluationSamples()));
            assertThat(description.chanceLoss()).isCloseTo(entropy, within(1e-13));
            assertThat(description.metric()).isEqualTo("test accuracy");
            assertThat(description.testSamples()).isPositive();
        }
        if (task.criterion().equals(Criterion.LossLevels.STANDARD)) {
            assertThat(description.levels()).containsExactly("50%", "20%", "5%");
            assertThat(description.levelLosses())
                    .containsExactly(0.5 * task.chanceLoss(), 0.2 * task.chanceLoss(), 0.05 * task.chanceLoss());
            assertThat(description.headline()).isEqualTo("20%");
        } else if (task.criterion() instanceof Criterion.LossLevels) {
            assertThat(description.name()).startsWith("linear-chain");
            assertThat(description.chanceLoss()).isEqualTo(1);
            assertThat(description.levelLosses()).containsExactly(0.5, 0.1, 0.01);
            assertThat(description.headline()).as("nine tenths of the target").isEqualTo("1%");
        } else {
            assertThat(description.levels()).containsExactly("band");
            assertThat(description.levelLosses()).isEmpty();
            assertThat(description.headline()).isEqualTo("band");
            assertThat(description.testSamples()).isZero();
        }
    }

    private static double entropy(Samples samples) {
        double entropy = 0;
        for (int c = 0; c < samples.targetWidth(); c++) {
            double count = 0;
            for (int i = 0; i < samples.count(); i++) {
                count += samples.targets()[i * samples.targetWidth() + c];
            }
            entropy -= count / samples.count() * Math.log(count / samples.count());
        }
        return entropy;
    }

    /** Another learning rate must not change anything else. */
    @ParameterizedTest
    @MethodSource("all")
    void anotherRateChangesRateAndBudgetOnly(Task task) {
        Task other = task.with(0.25, 7);
        assertThat(other.learningRate()).isEqualTo(0.25);
        assertThat(other.budgetEpochs()).isEqualTo(7);
        assertThat(other.budgetUpdates()).isEqualTo(7 * task.updatesPerEpoch());
        assertThat(other.with(task.learningRate(), task.budgetEpochs())).isEqualTo(task);
    }

    @ParameterizedTest
    @CsvSource({"xor, xor-2-2-1", "digits-mlp-thanh, digits-mlp-tanh", "Iris, iris-mlp-tanh"})
    void aMisspeltNameGetsTheNearestKnownOne(String typed, String meant) {
        assertThatExceptionOfType(UsageException.class)
                .isThrownBy(() -> Tasks.byName(typed))
                .withMessageContaining("unknown task '" + typed + "'; did you mean '" + meant + "'?");
    }

    /** A last, smaller batch would have another step than the others. */
    @Test
    void batchesDivideTheTrainingSamples() {
        TaskBuilder task = builder(new Dense(1, Activation.SIGMOID));
        assertThat(task.batchSize(2).build().updatesPerEpoch()).isEqualTo(2);
        assertThatIllegalArgumentException()
                .isThrownBy(task.batchSize(3)::build)
                .withMessageContaining("batch size 3");
    }

    /** A network that reads beyond its samples, or is compared with other targets, would train on nonsense. */
    @Test
    void theNetworkFitsTheData() {
        Dense hidden = new Dense(3, Activation.TANH);
        Dense output = new Dense(1, Activation.SIGMOID);
        assertThat(builder(hidden, output).input(Shape.sequence(2, 1)).build().parameters())
                .isEqualTo(9 + 4);
        assertThatIllegalArgumentException()
                .isThrownBy(builder(hidden)::build)
                .withMessageContaining("does not fit the data");
        assertThatIllegalArgumentException()
                .isThrownBy(builder(hidden, output).input(Shape.vector(3))::build)
                .withMessageContaining("does not fit the data");
        assertThatIllegalArgumentException().isThrownBy(() -> new Samples(new double[4], new double[1], 2, 1));
    }

    /** A gradient clipped at 0 would never learn, and one clipped at NaN silently not be clipped. */
    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN})
    void theGradientsNormIsClippedAtAPositiveNumber(double norm) {
        TaskBuilder task = builder(new Dense(1, Activation.SIGMOID)).gradientClip(norm);
        assertThatIllegalArgumentException().isThrownBy(task::build).withMessageContaining("positive");
    }

    /** A default that slipped in would be part of every task that does not say otherwise. */
    @Test
    void whatABuilderIsNotToldIsAsMostTasksHaveIt() {
        Task task = builder(new Dense(1, Activation.SIGMOID)).build();
        assertThat(task.loss()).isEqualTo(LossFunction.SOFTMAX_CROSS_ENTROPY);
        assertThat(task.optimizer()).isEqualTo(new Sgd());
        assertThat(task.gradientClip()).isInfinite();
        assertThat(task.describe().gradientClip()).isNull();
        assertThat(task.evaluatedOnBatch()).isTrue();
        assertThat(task.criterion()).isEqualTo(Criterion.LossLevels.STANDARD);
        assertThat(task.drawnBiases()).isFalse();
        assertThat(task.precision()).isEqualTo(Precision.FLOAT32);
        assertThat(task.learningRate()).isNaN();
    }

    private static TaskBuilder builder(Layer... layers) {
        return new TaskBuilder("t", "", "", DataSets::xor).layers(layers);
    }

    /** Names are listed to users and written to files. */
    @Test
    void namesAreUniqueAndTheDescriptionSpeaksOfThem() {
        assertThat(Tasks.names()).doesNotHaveDuplicates().containsAll(Tasks.calibratedNames());
        assertThat(all().map(Task::name)).containsExactlyElementsOf(Tasks.names());
        assertThat(Collections.disjoint(Tasks.calibratedNames(), List.of("xor-2-2-1", "encoder-10-5-10")))
                .as("published learning rates are not calibrated")
                .isTrue();
    }

    /** The arithmetic that records name is the arithmetic in which weights are rounded. */
    @Test
    void precisionRoundsOnce() {
        assertThat(Precision.FLOAT32.round(0.1)).isEqualTo(0.1f).isNotEqualTo(0.1);
        assertThat(Precision.FLOAT64.round(0.1)).isEqualTo(0.1);
        assertThat(Precision.FLOAT32.label()).isEqualTo("float32");
    }
}
