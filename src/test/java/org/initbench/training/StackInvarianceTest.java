package org.initbench.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.initbench.network.Activation;
import org.initbench.network.Layer;
import org.initbench.run.Outcome;
import org.initbench.task.DataOrder;
import org.initbench.task.LossFunction;
import org.initbench.task.Precision;
import org.initbench.task.Samples;
import org.initbench.task.Task;
import org.initbench.task.Tasks;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A model's result does not depend, to the last bit, on who shares its stack. If it did, a cell's epochs would change with
 * the other cells of a study, and no run could be repeated alone.
 */
class StackInvarianceTest {

    private static final int UPDATES = 40;
    private static final DataOrder ORDER = DataOrder.shuffled(3, "invariance");

    /** Odd widths and batches reach the edges of the BLAS's kernels. */
    static Stream<Arguments> tasks() {
        List<Arguments> tasks = new ArrayList<>();
        for (Precision precision : Precision.values()) {
            tasks.add(Arguments.of(
                    task(precision, LossFunction.SOFTMAX_CROSS_ENTROPY, 0, 11, Activation.TANH, 13, 17, 5)));
            tasks.add(Arguments.of(
                    task(precision, LossFunction.SOFTMAX_CROSS_ENTROPY, 0.9, 8, Activation.RELU, 9, 6, 6, 6, 3)));
            tasks.add(Arguments.of(
                    task(precision, LossFunction.SQUARED_ERROR_SUM, 0.9, 66, Activation.SIGMOID, 2, 3, 2)));
            tasks.add(
                    Arguments.of(task(precision, LossFunction.SQUARED_ERROR_SUM, 0, 22, Activation.IDENTITY, 7, 5, 4)));
        }
        return tasks.stream();
    }

    /** Every kind of layer, activation, loss and optimizer. */
    static Stream<Named<Task>> kinds() {
        return Stream.of(Precision.values())
                .flatMap(precision ->
                        Kinds.all().map(task -> Named.of(task.name() + ", " + precision.label(), task.in(precision))));
    }

    /**
     * Alone, in a small stack and in one from which others leave while it trains on, at whatever update, with whatever the
     * optimizer keeps of it.
     */
    @ParameterizedTest
    @MethodSource("kinds")
    void aModelOfAnyKindAloneEqualsItselfInAnyStack(Task task) {
        List<Start> starts = IntStream.range(0, 5).mapToObj(i -> start(task, i)).toList();
        List<Start> mixed = new ArrayList<>(starts);
        mixed.add(2, notANumber(task));
        List<TrainedModel> together = new ArrayList<>(train(task, mixed));
        together.remove(2);
        for (int i = 0; i < starts.size(); i++) {
            assertThat(together.get(i))
                    .isEqualTo(train(task, List.of(starts.get(i))).get(0));
        }
        assertThat(afterDepartures(task))
                .isEqualTo(finalWeights(task, start(task, 8)).subList(0, parameters(task)));
    }

    /** The first model's weights after the same updates, its neighbours having left one by one. */
    private static List<List<Double>> afterDepartures(Task task) {
        try (Stack stack = new Stack(task, ORDER, 2, 1, 0)) {
            stack.write(0, start(task, 2).parameters());
            stack.write(1, start(task, 8).parameters());
            stack.write(2, start(task, 0).parameters());
            for (int step = 0; step < UPDATES; step++) {
                if (step == 7) {
                    stack.remove(0);
                } else if (step == 18) {
                    stack.remove(1);
                }
                stack.step(step);
            }
            return stack.read(0).stream()
                    .map(layer -> Arrays.stream(layer).boxed().toList())
                    .toList();
        }
    }

    private static int parameters(Task task) {
        return task.network().parameters().size();
    }

    private static Task task(
            Precision precision, LossFunction loss, double momentum, int batch, Activation hidden, int... widths) {
        int output = widths[widths.length - 1];
        int count = batch == 8 ? 64 : 66;
        Samples samples = Networks.randomClasses(count, widths[0], output, 1);
        Activation last = loss == LossFunction.SOFTMAX_CROSS_ENTROPY ? Activation.IDENTITY : hidden;
        Layer[] layers = Networks.layers(hidden, last, widths);
        return Networks.task(samples, loss, 0.01, momentum, precision, batch, UPDATES / 6.0, layers);
    }

    @ParameterizedTest
    @MethodSource("tasks")
    void aModelAloneEqualsItselfInAnyStack(Task task) {
        List<TrainedModel> alone = IntStream.range(0, 64)
                .mapToObj(i -> train(task, List.of(start(task, i))).get(0))
                .toList();
        for (int size : new int[] {7, 64}) {
            List<TrainedModel> together = train(
                    task, IntStream.range(0, size).mapToObj(i -> start(task, i)).toList());
            assertThat(together).isEqualTo(alone.subList(0, size));
        }
    }

    @ParameterizedTest
    @MethodSource("tasks")
    void aDivergingNeighbourTouchesNobody(Task task) {
        List<Start> calm = IntStream.range(0, 7).mapToObj(i -> start(task, i)).toList();
        List<Start> mixed = new ArrayList<>(calm);
        mixed.add(0, notANumber(task));
        mixed.add(4, notANumber(task));
        List<TrainedModel> results = new ArrayList<>(train(task, mixed));
        assertThat(results.get(0).outcome()).isEqualTo(Outcome.DIVERGED);
        results.remove(4);
        results.remove(0);
        assertThat(results).isEqualTo(train(task, calm));
    }

    /** When a model leaves, the last one takes its slot: with its velocity, or it would train on with a stranger's. */
    @Test
    void aModelThatChangesItsSlotKeepsItsVelocity() {
        Task xor = Tasks.byName("xor-2-2-1-momentum");
        Task task = xor.with(xor.learningRate(), 300);
        List<Start> starts =
                IntStream.range(0, 40).mapToObj(i -> start(task, i)).toList();
        List<TrainedModel> together = train(task, starts);
        assertThat(together.stream().map(TrainedModel::updates).distinct()).hasSizeGreaterThan(5);
        for (int i = 0; i < starts.size(); i++) {
            assertThat(together.get(i))
                    .isEqualTo(train(task, List.of(starts.get(i))).get(0));
        }
    }

    /** While it stays in the stack: the neighbour's weights are not finite and it is not taken out. */
    @ParameterizedTest
    @MethodSource("tasks")
    void numbersThatAreNoneStayWithinTheirModel(Task task) {
        assertThat(finalWeights(task, notANumber(task))).isEqualTo(finalWeights(task, start(task, 8)));
    }

    private static List<List<Double>> finalWeights(Task task, Start neighbour) {
        try (Stack stack = new Stack(task, ORDER, 0, 1, 2)) {
            stack.write(0, start(task, 0).parameters());
            stack.write(1, neighbour.parameters());
            stack.write(2, start(task, 2).parameters());
            for (int step = 0; step < UPDATES; step++) {
                stack.step(step);
            }
            return Stream.concat(stack.read(0).stream(), stack.read(2).stream())
                    .map(layer -> Arrays.stream(layer).boxed().toList())
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("tasks")
    void oneWorkerEqualsTwo(Task task) throws Exception {
        List<Callable<List<TrainedModel>>> work = IntStream.range(0, 6)
                .mapToObj(s -> (Callable<List<TrainedModel>>) () -> train(
                        task,
                        IntStream.range(5 * s, 5 * s + 5)
                                .mapToObj(i -> start(task, i))
                                .toList()))
                .toList();
        assertThat(invoke(2, work)).isEqualTo(invoke(1, work));
    }

    private static <T> List<T> invoke(int threads, List<Callable<T>> work) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> future : pool.invokeAll(work)) {
                results.add(future.get());
            }
            return results;
        } finally {
            pool.shutdownNow();
        }
    }

    private static List<TrainedModel> train(Task task, List<Start> starts) {
        return new StackTrainer(task, ORDER).train(starts, updates -> {});
    }

    private static Start start(Task task, int number) {
        double scale = Math.pow(10, number % 5 - 3);
        return new Start(Networks.randomParameters(task, scale, number), number % 3);
    }

    private static Start notANumber(Task task) {
        List<double[]> layers = Networks.randomParameters(task, 1, 99);
        layers.forEach(layer -> Arrays.fill(layer, Double.NaN));
        return new Start(layers, 0);
    }
}
