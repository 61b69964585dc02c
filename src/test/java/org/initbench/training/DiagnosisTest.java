package org.initbench.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.initbench.network.Activation;
import org.initbench.network.Dense;
import org.initbench.network.Lstm;
import org.initbench.network.Network;
import org.initbench.network.Shape;
import org.initbench.run.Quantity;
import org.initbench.task.DataOrder;
import org.initbench.task.LossFunction;
import org.initbench.task.Precision;
import org.initbench.task.Samples;
import org.initbench.task.Task;
import org.initbench.task.Tasks;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DiagnosisTest {

    private static final DataOrder ORDER = DataOrder.shuffled(3, "diagnosis");

    static Stream<Named<Task>> kinds() {
        return Kinds.all().map(task -> Named.of(task.name(), task.in(Precision.FLOAT32)));
    }

    /**
     * A look that disturbed what it looks at would make the first three replicates of a cell differ from the others; one that
     * depended on who is looked into together could not be repeated alone.
     */
    @ParameterizedTest
    @MethodSource("kinds")
    void aModelOfAnyKindTrainsTheSameDiagnosedOrNot(Task task) {
        assertSame(task, starts(task));
    }

    /** Tasks whose models are interleaved, and whose models leave at different times. */
    @ParameterizedTest
    @ValueSource(strings = {"xor-2-2-1", "encoder-10-5-10", "iris-mlp-tanh"})
    void aModelOfATaskTrainsTheSameDiagnosedOrNot(String name) {
        Task task = Tasks.byName(name);
        assertSame(task.with(task.learningRate(), 150), starts(task));
    }

    private static void assertSame(Task task, List<Start> starts) {
        List<TrainedModel> plain = new StackTrainer(task, ORDER).train(starts, updates -> {});
        List<TrainedModel> diagnosed = diagnose(task, starts);
        for (int i = 0; i < starts.size(); i++) {
            TrainedModel model = diagnosed.get(i);
            assertThat(plain.get(i).diagnostics()).isEmpty();
            assertThat(model.diagnostics().isEmpty()).isEqualTo(starts.get(i).replicate() == 2);
            assertThat(without(model)).isEqualTo(plain.get(i));
        }
        for (int i = 0; i < starts.size(); i++) {
            assertThat(diagnose(task, starts.subList(i, i + 1))).isEqualTo(diagnosed.subList(i, i + 1));
        }
        List<Start> mixed = new ArrayList<>(starts);
        mixed.add(1, notANumber(task));
        List<TrainedModel> beside = new ArrayList<>(diagnose(task, mixed));
        assertThat(beside.remove(1).diagnostics()).isNotEmpty();
        assertThat(beside).isEqualTo(diagnosed);
    }

    private static List<TrainedModel> diagnose(Task task, List<Start> starts) {
        return new StackTrainer(task, ORDER)
                .diagnosing(replicate -> replicate < 2)
                .train(starts, updates -> {});
    }

    private static Start notANumber(Task task) {
        List<double[]> values = Networks.randomParameters(task, 0.5, 99);
        values.get(0)[0] = Double.NaN;
        return new Start(values, 1);
    }

    private static TrainedModel without(TrainedModel m) {
        return new TrainedModel(
                m.outcome(),
                m.cause(),
                m.updates(),
                m.crossings(),
                m.curve(),
                m.initialLoss(),
                m.finalLoss(),
                m.finalMetric(),
                m.initialNorm(),
                m.distance(),
                m.signsKept(),
                m.initialDigest(),
                m.finalDigest(),
                List.of());
    }

    private static List<Start> starts(Task task) {
        return IntStream.range(0, 6)
                .mapToObj(i -> new Start(Networks.randomParameters(task, Math.pow(10, i % 5 - 3), i), i % 3))
                .toList();
    }

    /** The first look is before the first update, the last at the model's end; twelve at most. */
    @Test
    void looksAreTwelveAtMostFromTheStartToTheEnd() {
        Task task = Tasks.byName("iris-mlp-tanh");
        for (double scale : new double[] {1e-4, 0.3, 30}) {
            TrainedModel model = new StackTrainer(task, ORDER)
                    .diagnosing(replicate -> true)
                    .train(List.of(new Start(Networks.randomParameters(task, scale, 2), 0)), updates -> {})
                    .get(0);
            int[] looks = model.diagnostics().stream()
                    .mapToInt(TrainedModel.Diagnostic::updates)
                    .distinct()
                    .toArray();
            assertThat(looks).isSorted().hasSizeBetween(4, 12).startsWith(0, 1).endsWith(model.updates());
            assertThat(model.diagnostics()).isSortedAccordingTo(TrainedModel.Diagnostic.ORDER);
        }
    }

    /**
     * Two inputs (1, 2) and (3, −1), target 1 each, ½Σ(t − o)². Hidden ReLU units with weights (1, 0 | 0), (1, 0 | 0) and (0, 1 |
     * −5) put out (1, 3), (1, 3) and (0, 0); output weights (1, 0, 1 | 0) make of that 1 and 3. By the outputs the derivatives are
     * 0 and 2, by the hidden pre-activations 0 and (2, 0, 0), which times inputs is the gradient (6, −2 | 2).
     */
    @Test
    void everyQuantityOfASmallNetworkIsAsCalculatedByHand() {
        Samples samples = new Samples(new double[] {1, 2, 3, -1}, new double[] {1, 1}, 2, 1);
        Task task = Networks.task(
                samples,
                LossFunction.SQUARED_ERROR_SUM,
                1e-9,
                0,
                Precision.FLOAT64,
                2,
                5,
                new Dense(3, Activation.RELU),
                new Dense(1, Activation.IDENTITY));
        List<double[]> start = List.of(new double[] {1, 0, 0, 1, 0, 0, 0, 1, -5}, new double[] {1, 0, 1, 0});
        assertThat(at(task, start, 0, 0))
                .containsExactly(
                        "units 3.0",
                        "distinct_units 2.0",
                        "dissimilar_units 2.0",
                        "spread 5.19615",
                        "gradient_norm 6.63325",
                        "dead_fraction 0.333333",
                        "activation_variance 1.55556",
                        "preactivation_mean_square 10.8333",
                        "derivative_mean_square 0.666667");
        assertThat(at(task, start, 0, 1))
                .containsExactly(
                        "gradient_norm 8.7178",
                        "activation_variance 1.0",
                        "preactivation_mean_square 5.0",
                        "derivative_mean_square 2.0");
    }

    /** Gates count as units' weights, and as what can be saturated. */
    @Test
    void aRecurrentLayerIsLookedIntoByUnit() {
        Samples samples = Networks.randomClasses(8, 6, 2, 1);
        Task dense = Networks.task(
                samples,
                LossFunction.SOFTMAX_CROSS_ENTROPY,
                1e-9,
                0,
                Precision.FLOAT64,
                8,
                5,
                new Dense(2, Activation.IDENTITY));
        Task task = new Task(
                dense.name(),
                dense.description(),
                dense.kind(),
                dense.data(),
                new Network(Shape.sequence(3, 2), List.of(new Lstm(4), new Dense(2, Activation.IDENTITY))),
                dense.loss(),
                dense.optimizer(),
                dense.learningRate(),
                dense.gradientClip(),
                dense.batchSize(),
                dense.evaluationSamples(),
                dense.criterion(),
                false,
                Precision.FLOAT64,
                5);
        List<double[]> start = Networks.randomParameters(task, 0.1, 2);
        double[] input = start.get(0);
        double[] recurrent = start.get(1);
        for (int gate = 0; gate < 4; gate++) {
            System.arraycopy(input, gate * 12, input, gate * 12 + 3, 3);
            System.arraycopy(recurrent, gate * 16, recurrent, gate * 16 + 4, 4);
        }
        assertThat(at(task, start, 0, 0)).contains("units 4.0", "distinct_units 3.0", "saturated_fraction 0.0");
        recurrent[3 * 16 + 4] += 1e-9;
        assertThat(at(task, start, 0, 0)).contains("distinct_units 4.0", "dissimilar_units 3.0");
        Arrays.fill(input, 1e6);
        assertThat(at(task, start, 0, 0)).contains("saturated_fraction 1.0");
    }

    private static List<String> at(Task task, List<double[]> start, int updates, int layer) {
        return new StackTrainer(task, DataOrder.natural())
                        .diagnosing(replicate -> true)
                        .train(List.of(new Start(start, 0)), done -> {})
                        .get(0)
                        .diagnostics()
                        .stream()
                        .filter(d -> d.updates() == updates && d.layer() == layer)
                        .filter(d -> d.quantity() != Quantity.EQUAL_UNITS && d.quantity() != Quantity.ALIKE_UNITS)
                        .map(d -> d.quantity().label() + " " + d.value())
                        .toList();
    }

    /** Random output weights set equal units apart at the first update; units of zero under zero never come apart. */
    @Test
    void theEpochOfSymmetryBreakingIsTheFirstAtWhichEqualUnitsDiffer() {
        Task task = Tasks.byName("iris-mlp-tanh");
        List<double[]> equal = Networks.randomParameters(task, 0.3, 2);
        Arrays.fill(equal.get(0), 0.1);
        assertThat(events(task, equal, 2))
                .containsExactly(
                        "0 equal_units 0 8.0",
                        "0 alike_units 0 8.0",
                        "1 symmetry_broken 0 8.0",
                        "1 symmetry_broken_visibly 0 8.0");
        List<double[]> zero = Networks.randomParameters(task, 0, 2);
        assertThat(events(task, zero, 2)).containsExactly("0 equal_units 0 8.0", "0 alike_units 0 8.0");
        assertThat(events(task, Networks.randomParameters(task, 0.3, 2), 2)).isEmpty();
    }

    /** A difference of a billionth is one, but none to 10⁻⁶ until training widens it. */
    @Test
    void aTinyDifferenceBecomesVisibleLater() {
        Task task = Tasks.byName("iris-mlp-tanh").in(Precision.FLOAT64);
        List<double[]> start = Networks.randomParameters(task, 0, 2);
        start.forEach(matrix -> Arrays.fill(matrix, 0.2));
        for (int unit = 0; unit < 8; unit++) {
            start.get(0)[unit * 5] += unit * 1e-9;
        }
        List<String> events = events(task, start, 5);
        assertThat(events.get(0)).isEqualTo("0 alike_units 0 8.0");
        assertThat(events).hasSize(2);
        assertThat(events.get(1)).contains("symmetry_broken_visibly 0");
        assertThat(Integer.parseInt(events.get(1).substring(0, events.get(1).indexOf(" "))))
                .isGreaterThan(10);
    }

    /** Of replicates that are not looked into, only what became of their symmetry is kept. */
    private static List<String> events(Task task, List<double[]> start, int replicate) {
        return new StackTrainer(task, ORDER)
                        .diagnosing(r -> r == 0)
                        .train(List.of(new Start(start, replicate)), updates -> {})
                        .get(0)
                        .diagnostics()
                        .stream()
                        .map(d -> d.updates() + " " + d.quantity().label() + " " + d.layer() + " " + d.value())
                        .toList();
    }

    /** Every pair on its own, its squares added in order. */
    @Test
    void theSpreadIsThatOfTheTwoUnitsFarthestApart() {
        for (int units = 1; units < 40; units += 3) {
            double[][] vectors = new double[units][];
            for (int unit = 0; unit < units; unit++) {
                vectors[unit] = Networks.randomClasses(7, 3, 2, unit).inputs();
            }
            double largest = 0;
            for (double[] a : vectors) {
                for (double[] b : vectors) {
                    double sum = 0;
                    for (int i = 0; i < a.length; i++) {
                        sum += (a[i] - b[i]) * (a[i] - b[i]);
                    }
                    largest = Math.max(largest, Math.sqrt(sum));
                }
            }
            assertThat(new IncomingWeights(vectors).spread()).isEqualTo(largest);
        }
        assertThat(new IncomingWeights(new double[][] {{1, 2}, {3, Double.NaN}, {0, 0}}).spread())
                .isNaN();
        assertThat(new IncomingWeights(new double[][] {{0, -1e200}, {0, 1e200}}).spread())
                .isEqualTo(Double.POSITIVE_INFINITY);
    }

    @Test
    void distancesAreRelativeToTheLongerVector() {
        double[][] vectors = {{1000, 0}, {1000.0009, 0}, {1000.0011, 0}, {-0.0, 0}, {0, 0}};
        IncomingWeights weights = new IncomingWeights(vectors);
        assertThat(weights.classes(1e-6)).containsExactly(0, 0, 2, 3, 3);
        assertThat(weights.classes(0)).containsExactly(0, 1, 2, 3, 3);
        assertThat(IncomingWeights.shared(weights.classes(1e-6))).isEqualTo(4);
        assertThat(weights.spread()).isCloseTo(1000.0011, within(1e-9));
    }
}
