package org.initbench.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.initbench.network.Activation;
import org.initbench.reference.PlainLoss;
import org.initbench.reference.PlainNetwork;
import org.initbench.reference.PlainTrainer;
import org.initbench.task.DataOrder;
import org.initbench.task.LossFunction;
import org.initbench.task.Precision;
import org.initbench.task.Samples;
import org.initbench.task.Task;
import org.initbench.task.Tasks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tiny networks take another path than all others: what holds for those must hold for them. */
class InterleavedModelsTest {

    private static final int STEPS = 20;
    private static final DataOrder ORDER = DataOrder.shuffled(3, "test");

    static Stream<Arguments> lossesAndActivations() {
        return Arrays.stream(LossFunction.values())
                .flatMap(loss -> Arrays.stream(Activation.values()).map(activation -> Arguments.of(loss, activation)));
    }

    /** A wrong derivative would still learn, only otherwise. Odd numbers of samples make uneven halves of sums. */
    @ParameterizedTest
    @MethodSource("lossesAndActivations")
    void everyLossAndActivationEqualsThePlainOracle(LossFunction loss, Activation activation) {
        Task task = task(loss, activation, 0.9, Precision.FLOAT64);
        Samples samples = task.data().training();
        PlainNetwork network = new PlainNetwork(task.network(), PlainLoss.valueOf(loss.name()));
        List<double[]> start = Networks.randomParameters(task, 0.5, 3);
        List<PlainTrainer.Batch> batches = new ArrayList<>(
                Collections.nCopies(STEPS, new PlainTrainer.Batch(samples.inputs(), samples.targets())));
        List<double[]> expected = new PlainTrainer(
                        network, task.optimizer(), task.learningRate(), OptionalDouble.empty())
                .train(start, batches);
        List<double[]> actual = trained(task, List.of(start), 0).get(0);
        for (int p = 0; p < expected.size(); p++) {
            assertThat(actual.get(p)).containsExactly(expected.get(p), within(1e-9));
        }
    }

    static Stream<Arguments> lossesAndBatches() {
        return Arrays.stream(LossFunction.values())
                .flatMap(loss -> Stream.of(Arguments.of(loss, 12), Arguments.of(loss, 3)));
    }

    /** Else a model's result would depend on the tile that it happens to lie in, or on whose samples its neighbours see. */
    @ParameterizedTest
    @MethodSource("lossesAndBatches")
    void aModelInAnyTileEqualsItselfAlone(LossFunction loss, int batch) {
        Task task = batches(loss, Activation.TANH, batch);
        List<List<double[]>> starts = IntStream.range(0, 2 * InterleavedModels.TILE + 77)
                .mapToObj(i -> Networks.randomParameters(task, 0.5, i))
                .toList();
        int[] replicates = IntStream.range(0, starts.size())
                .map(InterleavedModelsTest::replicate)
                .toArray();
        List<List<double[]>> together = trained(task, starts, replicates);
        for (int i : new int[] {0, 31, 32, 700, 1023, 1024, 2050, starts.size() - 1}) {
            List<double[]> alone =
                    trained(task, List.of(starts.get(i)), replicate(i)).get(0);
            assertThat(together.get(i)).usingRecursiveComparison().isEqualTo(alone);
        }
    }

    /** Models leave from every tile, and the last tile narrows and goes, between a forward pass and its update. */
    @ParameterizedTest
    @ValueSource(ints = {12, 3})
    void modelsThatMoveBetweenTilesTrainOnAsIfTheyHadNot(int batch) {
        Task task = batches(LossFunction.SQUARED_ERROR_SUM, Activation.SIGMOID, batch);
        int models = InterleavedModels.TILE + 100;
        List<Integer> who = new ArrayList<>(IntStream.range(0, models).boxed().toList());
        int[] replicates =
                IntStream.range(0, models).map(InterleavedModelsTest::replicate).toArray();
        try (Stack stack = new Stack(task, ORDER, replicates)) {
            for (int i = 0; i < models; i++) {
                stack.write(i, Networks.randomParameters(task, 0.5, i));
            }
            for (int step = 0; step < STEPS; step++) {
                stack.stacked().forward(step);
                for (int leaving = 0; leaving < 58 && step > 0; leaving++) {
                    int slot = leaving * 37 % stack.models();
                    stack.remove(slot);
                    who.set(slot, who.get(who.size() - 1));
                    who.remove(who.size() - 1);
                }
                stack.step(step);
            }
            assertThat(stack.models()).isEqualTo(models - 58 * (STEPS - 1));
            for (int slot = 0; slot < stack.models(); slot++) {
                List<double[]> start = Networks.randomParameters(task, 0.5, who.get(slot));
                assertThat(stack.read(slot))
                        .usingRecursiveComparison()
                        .isEqualTo(trained(task, List.of(start), replicate(who.get(slot)))
                                .get(0));
            }
        }
    }

    /** Replicates of unequal size that do not begin where tiles do. */
    private static int replicate(int model) {
        return model / 31 % 5;
    }

    /** The rule reads the task alone; were a stack's size in it, results would depend on the stack. */
    @Test
    void tinyNetworksAreInterleavedAndNoOthers() {
        assertThat(Tasks.names().stream().filter(name -> InterleavedModels.suits(Tasks.uncalibrated(name))))
                .containsExactlyInAnyOrder(
                        "xor-2-2-1",
                        "xor-2-2-1-momentum",
                        "encoder-10-5-10",
                        "parity-4-mlp-tanh",
                        "linear-chain-2",
                        "linear-chain-4",
                        "iris-mlp-tanh",
                        "wine-mlp-tanh",
                        "xor-2-1-1",
                        "encoder-10-1-10");
    }

    private static List<List<double[]>> trained(Task task, List<List<double[]>> starts, int... replicates) {
        assertThat(InterleavedModels.suits(task)).isTrue();
        try (Stack stack = new Stack(task, ORDER, replicates)) {
            for (int i = 0; i < starts.size(); i++) {
                stack.write(i, starts.get(i));
            }
            for (int step = 0; step < STEPS; step++) {
                stack.step(step);
            }
            return IntStream.range(0, starts.size()).mapToObj(stack::read).toList();
        }
    }

    private static Task task(LossFunction loss, Activation activation, double momentum, Precision precision) {
        Samples samples = Networks.randomClasses(7, 3, 3, 5);
        Activation last = loss.classifies() ? Activation.IDENTITY : activation;
        return Networks.fullBatch(
                samples, loss, 0.05, momentum, precision, Networks.layers(activation, last, 3, 5, 4, 3));
    }

    /** Twelve samples in single precision. */
    private static Task batches(LossFunction loss, Activation activation, int batch) {
        Samples samples = Networks.randomClasses(12, 3, 3, 5);
        Activation last = loss.classifies() ? Activation.IDENTITY : activation;
        return Networks.task(
                samples,
                loss,
                0.05,
                0.9,
                Precision.FLOAT32,
                batch,
                1_000_000,
                Networks.layers(activation, last, 3, 5, 4, 3));
    }
}
