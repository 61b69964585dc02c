package org.initbench.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.initbench.network.Activation;
import org.initbench.network.Dense;
import org.initbench.run.Cause;
import org.initbench.run.Engine;
import org.initbench.run.Outcome;
import org.initbench.run.Quantity;
import org.initbench.task.DataOrder;
import org.initbench.task.LossFunction;
import org.initbench.task.Precision;
import org.initbench.task.Task;
import org.initbench.task.Tasks;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the reference engine trains is what the stacked engine trains, but for rounding; and equal units it keeps equal. */
class ReferenceEngineTest {

    private static final int STEPS = 50;
    private static final DataOrder ORDER = DataOrder.shuffled(5, "reference engine");

    /** Interleaved and sliced models, one batch and many, plain descent, momentum and Adam, every loss. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "xor-2-2-1-momentum",
                "encoder-10-5-10",
                "two-spirals-mlp-tanh",
                "iris-mlp-tanh",
                "breast-cancer-logistic",
                "digits-mlp-tanh",
                "digits-autoencoder",
                "digits-mlp-relu-d4-adam"
            })
    void theFirstUpdatesAreThoseOfTheStackedEngine(String name) {
        Task task = Tasks.byName(name).in(Precision.FLOAT64);
        List<double[]> stacked = updated(Engine.ND4J, task);
        List<double[]> plain = updated(Engine.REFERENCE, task);
        for (int p = 0; p < stacked.size(); p++) {
            assertThat(plain.get(p)).as("parameter " + p).containsExactly(stacked.get(p), within(1e-9));
        }
    }

    private static List<double[]> updated(Engine engine, Task task) {
        DataOrder order = task.updatesPerEpoch() == 1 ? DataOrder.natural() : ORDER;
        try (Stack stack = new Stack(engine, task, order, 3, 1)) {
            stack.write(0, Networks.randomParameters(task, 0.2, 8));
            stack.write(1, Networks.randomParameters(task, 0.3, 11));
            for (int step = 0; step < STEPS; step++) {
                stack.step(step);
            }
            return Stream.of(stack.read(0), stack.read(1)).flatMap(List::stream).toList();
        }
    }

    /** Losses, crossings, causes and everything that is seen inside, from the first look to the last. */
    @ParameterizedTest
    @ValueSource(strings = {"iris-mlp-tanh", "encoder-10-5-10", "breast-cancer-logistic", "digits-mlp-relu"})
    void runsEndAsThoseOfTheStackedEngine(String name) {
        Task task = Tasks.byName(name).in(Precision.FLOAT64);
        Task shortened = task.with(task.learningRate(), Math.min(task.budgetEpochs(), 2000));
        List<Start> starts = new ArrayList<>();
        for (double scale : new double[] {0, 0.01, 0.5, 30}) {
            starts.add(new Start(Networks.randomParameters(task, scale, 4), 1));
        }
        List<TrainedModel> stacked = trained(Engine.ND4J, shortened, starts);
        List<TrainedModel> plain = trained(Engine.REFERENCE, shortened, starts);
        assertThat(stacked.stream().map(TrainedModel::outcome).distinct()).contains(Outcome.CONVERGED);
        for (int i = 0; i < starts.size(); i++) {
            assertAgree(plain.get(i), stacked.get(i));
        }
    }

    private static List<TrainedModel> trained(Engine engine, Task task, List<Start> starts) {
        return new StackTrainer(task, ORDER)
                .on(engine)
                .diagnosing(replicate -> true)
                .train(starts, updates -> {});
    }

    private static void assertAgree(TrainedModel plain, TrainedModel stacked) {
        assertThat(plain.outcome()).isEqualTo(stacked.outcome());
        assertThat(plain.cause()).isEqualTo(stacked.cause());
        assertThat(plain.crossings()).isEqualTo(stacked.crossings());
        assertThat(plain.initialDigest()).isEqualTo(stacked.initialDigest());
        assertThat(plain.initialLoss()).isCloseTo(stacked.initialLoss(), within(1e-9 * stacked.initialLoss()));
        assertThat(plain.curve()).hasSameSizeAs(stacked.curve());
        assertThat(plain.diagnostics().stream().map(ReferenceEngineTest::place))
                .containsExactlyElementsOf(stacked.diagnostics().stream()
                        .map(ReferenceEngineTest::place)
                        .toList());
        for (int i = 0; i < plain.diagnostics().size(); i++) {
            TrainedModel.Diagnostic expected = stacked.diagnostics().get(i);
            if (expected.updates() == 0) {
                assertThat(plain.diagnostics().get(i).value())
                        .as(place(expected))
                        .isCloseTo(expected.value(), within(2e-5 * Math.abs(expected.value()) + 1e-12));
            }
        }
    }

    private static String place(TrainedModel.Diagnostic seen) {
        return seen.updates() + " " + seen.quantity().label() + " " + seen.layer();
    }

    static Stream<Arguments> equalStarts() {
        return Arrays.stream(Activation.values())
                .flatMap(activation -> Arrays.stream(Precision.values()).map(precision -> {
                    Task task = Networks.task(
                            Networks.randomClasses(30, 7, 3, 1),
                            LossFunction.SOFTMAX_CROSS_ENTROPY,
                            0.02,
                            0.9,
                            precision,
                            6,
                            60,
                            Networks.layers(activation, Activation.IDENTITY, 7, 11, 5, 3));
                    return Arguments.of(Named.of(activation.label() + ", " + precision.label(), task));
                }));
    }

    /**
     * Every unit goes through the same operations in the same order, so that rounding is the same for all of them: 300 updates
     * with mini-batches and momentum leave equal units equal to the last bit, in both precisions.
     */
    @ParameterizedTest
    @MethodSource("equalStarts")
    void equalUnitsStayEqualToTheLastBit(Task task) {
        List<double[]> equal = Networks.randomParameters(task, 0, 1);
        equal.forEach(matrix -> Arrays.fill(matrix, 0.3));
        TrainedModel model =
                trained(Engine.REFERENCE, task, List.of(new Start(equal, 0))).get(0);
        assertThat(model.distance()).isPositive();
        assertThat(model.cause()).isEqualTo(Cause.SYMMETRIC);
        assertThat(model.diagnostics())
                .extracting(TrainedModel.Diagnostic::quantity)
                .contains(Quantity.EQUAL_UNITS)
                .doesNotContain(Quantity.SYMMETRY_BROKEN, Quantity.SYMMETRY_BROKEN_VISIBLY);
        assertThat(model.diagnostics().stream().filter(d -> d.quantity() == Quantity.SPREAD))
                .isNotEmpty()
                .allMatch(d -> d.value() == 0);
    }

    /** Models that share a stack do not know of each other, nor does a look change what it looks at. */
    @Test
    void aModelIsTheSameAloneAndLookedAt() {
        Task task = Tasks.byName("iris-mlp-tanh");
        List<Start> starts = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            starts.add(new Start(Networks.randomParameters(task, Math.pow(10, i - 2), i), i % 2));
        }
        List<TrainedModel> together = trained(Engine.REFERENCE, task, starts);
        for (int i = 0; i < starts.size(); i++) {
            assertThat(trained(Engine.REFERENCE, task, starts.subList(i, i + 1)))
                    .isEqualTo(together.subList(i, i + 1));
            TrainedModel unseen = new StackTrainer(task, ORDER)
                    .on(Engine.REFERENCE)
                    .train(starts.subList(i, i + 1), updates -> {})
                    .get(0);
            assertThat(unseen.finalDigest()).isEqualTo(together.get(i).finalDigest());
            assertThat(unseen.curve()).isEqualTo(together.get(i).curve());
        }
    }

    /** The arithmetic of a machine that does not give this has another Java than the language defines. */
    @Test
    void theReferenceComputationIsTheSameEverywhere() {
        assertThat(Engines.describe(Engine.REFERENCE).referenceDigest()).isEqualTo("aef9338c92334bb9");
    }

    @Test
    void layersOtherThanDenseAreRefused() {
        Task cnn = Tasks.uncalibrated("digits-cnn").with(0.1, 1);
        assertThat(Engines.obstacle(Engine.REFERENCE, cnn))
                .hasValueSatisfying(reason -> assertThat(reason).contains("convolution", "dense layers only"));
        assertThat(Engines.obstacle(Engine.ND4J, cnn)).isEmpty();
        assertThatThrownBy(() -> new Stack(Engine.REFERENCE, cnn, ORDER, 0)).hasMessageContaining("digits-cnn");
        assertThat(Tasks.names().stream()
                        .map(Tasks::uncalibrated)
                        .filter(task -> Engines.obstacle(Engine.REFERENCE, task).isEmpty())
                        .allMatch(task -> task.network().layers().stream().allMatch(Dense.class::isInstance)))
                .isTrue();
    }
}
