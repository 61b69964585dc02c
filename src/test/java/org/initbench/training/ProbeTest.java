package org.initbench.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.initbench.network.Activation;
import org.initbench.reference.PlainLoss;
import org.initbench.reference.PlainNetwork;
import org.initbench.task.LossFunction;
import org.initbench.task.Precision;
import org.initbench.task.Samples;
import org.initbench.task.Task;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What diagnostics are made from is what the network computes, in networks of every kind. */
class ProbeTest {

    static Stream<Named<Task>> kinds() {
        return Kinds.all().map(task -> Named.of(task.name(), task));
    }

    /** A pass that keeps all values apart is emitted otherwise than that which trains: it must compute the same. */
    @ParameterizedTest
    @MethodSource("kinds")
    void gradientsAreThePlainOracles(Task task) {
        Samples samples = task.evaluation();
        List<double[]> values = Networks.randomParameters(task, 0.7, 3);
        PlainNetwork.Result expected = new PlainNetwork(
                        task.network(), PlainLoss.valueOf(task.loss().name()))
                .evaluate(values, samples.inputs(), samples.targets());
        try (NativeProbe probe = new NativeProbe(task, task.evaluationSamples(), 1)) {
            probe.run(List.of(new Parameters(task, Networks.randomParameters(task, 3, 4))));
            probe.run(List.of(new Parameters(task, values)));
            List<double[]> gradients = new ArrayList<>();
            for (int layer = 0; layer < probe.layers(); layer++) {
                gradients.addAll(probe.gradients(0, layer));
            }
            assertThat(probe.output(0, probe.layers() - 1)).containsExactly(expected.outputs(), within(1e-9));
            assertThat(gradients).hasSameSizeAs(expected.gradients());
            for (int p = 0; p < gradients.size(); p++) {
                assertThat(gradients.get(p))
                        .containsExactly(expected.gradients().get(p), within(1e-9));
            }
        }
    }

    static Stream<Named<Task>> kindsInBothPrecisions() {
        return Stream.of(Precision.values())
                .flatMap(p -> Kinds.all().map(task -> Named.of(task.name() + ", " + p.label(), task.in(p))));
    }

    /** To the last bit, neighbours that are no numbers included, now or in what was run before. */
    @ParameterizedTest
    @MethodSource("kindsInBothPrecisions")
    void whatIsSeenOfAModelDoesNotDependOnItsNeighbours(Task task) {
        List<Parameters> models = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            models.add(Parameters.rounded(task, Networks.randomParameters(task, Math.pow(10, i - 3), i)));
        }
        List<double[]> broken = Networks.randomParameters(task, 0.5, 9);
        broken.forEach(matrix -> Arrays.fill(matrix, Double.NaN));
        models.add(2, new Parameters(task, broken));
        int count = task.evaluationSamples();
        try (Probe alone = new NativeProbe(task, count, 1);
                Probe together = new NativeProbe(task, count, 6)) {
            together.run(List.of(models.get(2), models.get(2), models.get(2), models.get(2)));
            together.run(models.subList(0, 2));
            List<List<Double>> afterOthers = seen(together, 1);
            together.run(models);
            for (int i = 0; i < 6; i++) {
                alone.run(models.subList(i, i + 1));
                List<List<Double>> expected = seen(alone, 0);
                assertThat(seen(together, i)).isEqualTo(expected);
                assertThat(expected.stream().anyMatch(values -> values.contains(Double.NaN)))
                        .isEqualTo(i == 2);
                if (i == 1) {
                    assertThat(afterOthers).isEqualTo(expected);
                }
            }
        }
    }

    private static List<List<Double>> seen(Probe probe, int model) {
        List<double[]> all = new ArrayList<>();
        for (int layer = 0; layer < probe.layers(); layer++) {
            all.add(probe.output(model, layer));
            all.add(probe.preactivation(model, layer));
            all.add(probe.derivative(model, layer));
            all.addAll(probe.gradients(model, layer));
        }
        return all.stream()
                .map(values -> Arrays.stream(values).boxed().toList())
                .toList();
    }

    /** The gradient by a bias is the sum, over rows, of the derivatives by the pre-activations that it enters. */
    @ParameterizedTest
    @EnumSource(Activation.class)
    void derivativesByPreactivationsAddUpToTheGradientsOfTheBiases(Activation activation) {
        Task task = dense(activation, LossFunction.SQUARED_ERROR_MEAN);
        try (NativeProbe probe = new NativeProbe(task, task.evaluationSamples(), 1)) {
            probe.run(List.of(new Parameters(task, Networks.randomParameters(task, 0.9, 5))));
            for (int layer = 0; layer < 3; layer++) {
                double[] gradient = probe.gradients(0, layer).get(0);
                double[] derivative = probe.derivative(0, layer);
                int units = layer == 2 ? 3 : 5;
                double[] sums = new double[units];
                for (int i = 0; i < derivative.length; i++) {
                    sums[i % units] += derivative[i];
                }
                int columns = gradient.length / units;
                for (int unit = 0; unit < units; unit++) {
                    assertThat(sums[unit]).isCloseTo(gradient[unit * columns + columns - 1], within(1e-12));
                }
            }
        }
    }

    /** What enters a nonlinearity, passed through it, is what comes out: neither overwrote the other. */
    @Test
    void preactivationsAreKeptBesideActivations() {
        Task task = dense(Activation.SIGMOID, LossFunction.SOFTMAX_CROSS_ENTROPY);
        try (NativeProbe probe = new NativeProbe(task, task.evaluationSamples(), 1)) {
            probe.run(List.of(new Parameters(task, Networks.randomParameters(task, 0.9, 6))));
            for (int layer = 0; layer < 2; layer++) {
                double[] z = probe.preactivation(0, layer);
                double[] a = probe.output(0, layer);
                for (int i = 0; i < z.length; i++) {
                    assertThat(a[i]).isCloseTo(1 / (1 + Math.exp(-z[i])), within(1e-12));
                }
            }
            assertThat(probe.preactivation(0, 2)).containsExactly(probe.output(0, 2));
        }
    }

    /** A recurrent layer passes its nonlinearities once a step: they are of the same units, or dead units would be counted by step. */
    @Test
    void activationsFedByTheSameWeightsAreOfTheSameUnits() {
        assertThat(sites(task("lstm"))).containsExactly("sigmoid 5 units 14 times", "tanh 5 units 5 times");
        assertThat(sites(task("gru"))).containsExactly("sigmoid 5 units 9 times", "tanh 5 units 5 times");
        assertThat(sites(task("irnn"))).containsExactly("relu 5 units 5 times");
        assertThat(sites(task("convolution"))).containsExactly("tanh 3 units 1 times");
        assertThat(sites(task("feed-forward"))).containsExactly("gelu 9 units 1 times");
        assertThat(sites(task("residual")))
                .containsExactly("tanh 6 units 1 times", "tanh 6 units 1 times", "relu 6 units 1 times");
    }

    private static Task task(String name) {
        return Kinds.all().filter(task -> task.name().equals(name)).findFirst().orElseThrow();
    }

    private static List<String> sites(Task task) {
        return Site.of(Blueprint.observable(task, 4)).stream()
                .flatMap(List::stream)
                .map(s -> s.activation().label() + " " + s.units() + " units "
                        + s.nodes().size() + " times")
                .toList();
    }

    private static Task dense(Activation activation, LossFunction loss) {
        return Networks.task(
                Networks.randomClasses(12, 4, 3, 1),
                loss,
                1e-3,
                0,
                Precision.FLOAT64,
                12,
                3,
                Networks.layers(activation, Activation.IDENTITY, 4, 5, 5, 3));
    }
}
