package org.initbench.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.initbench.common.UsageException;
import org.initbench.network.Activation;
import org.initbench.network.Dense;
import org.initbench.run.Cause;
import org.initbench.run.Outcome;
import org.initbench.task.DataOrder;
import org.initbench.task.DataSets;
import org.initbench.task.LossFunction;
import org.initbench.task.Precision;
import org.initbench.task.Samples;
import org.initbench.task.Task;
import org.initbench.task.Tasks;
import org.junit.jupiter.api.Test;

class StackTrainerTest {

    private static final DataOrder NATURAL = DataOrder.natural();

    /** The loss that thresholds compare against, beside a second computation of it in plain Java. */
    @Test
    void initialLossIsTheMeanCrossEntropyOfTheEvaluationSamples() {
        Samples samples = Networks.randomClasses(12, 4, 3, 1);
        Task task = classifier(samples, Activation.TANH, 4, 5, 3);
        List<double[]> layers = Networks.randomParameters(task, 1, 2);
        TrainedModel model = train(task, layers);
        assertThat(model.initialLoss()).isCloseTo(plainCrossEntropy(samples, layers), within(1e-12));
    }

    /** Probabilities of single precision underflow at logits 104 apart; the loss must not become infinite there. */
    @Test
    void lossIsFiniteWhereProbabilitiesUnderflow() {
        Samples samples = new Samples(new double[] {1, 1}, new double[] {0, 1, 0, 1}, 1, 2);
        Task task = Networks.task(
                samples,
                LossFunction.SOFTMAX_CROSS_ENTROPY,
                1e-9,
                0,
                Precision.FLOAT32,
                2,
                1,
                new Dense(2, Activation.IDENTITY));
        TrainedModel model = train(task, List.of(new double[] {500, 0, 0, 0}));
        assertThat(model.initialLoss()).isEqualTo(500);
        assertThat(model.outcome()).isEqualTo(Outcome.CENSORED);
    }

    @Test
    void zeroWeightsHaveTheLossOfChanceAndNeverBreakTheirSymmetry() {
        Task task = Tasks.byName("xor-2-2-1");
        TrainedModel model = train(task.with(task.learningRate(), 200), zeros(task));
        assertThat(model.initialLoss()).isEqualTo(task.chanceLoss());
        assertThat(model.outcome()).isEqualTo(Outcome.CENSORED);
        assertThat(model.cause()).isEqualTo(Cause.SYMMETRIC);
        assertThat(model.updates()).isEqualTo(200);
    }

    @Test
    void explodingWeightsAreDivergedNotCensored() {
        Task task = exploding();
        TrainedModel model = train(task, Networks.randomParameters(task, 1, 2));
        assertThat(model.outcome()).isEqualTo(Outcome.DIVERGED);
        assertThat(model.cause()).isEqualTo(Cause.EXPLODED);
        assertThat(model.updates()).isLessThan(100);
    }

    /** Else a network that computes nothing but NaN would be credited with the share of the first class. */
    @Test
    void notANumberIsNoCorrectAnswer() {
        Samples samples = new Samples(new double[] {1, 1}, new double[] {1, 0, 1, 0}, 1, 2);
        Task task = classifier(samples, Activation.TANH, 1, 2, 2);
        TrainedModel model = train(task, List.of(new double[] {Double.NaN, 0, 1, 0}, new double[6]));
        assertThat(model.outcome()).isEqualTo(Outcome.DIVERGED);
        assertThat(model.finalMetric()).isZero();
    }

    /** ReLU maps a number that is none to 0, so that the loss stays finite: such a model has not learned anything. */
    @Test
    void parametersThatAreNoNumbersNeverReachALevel() {
        Samples samples = new Samples(new double[] {1, 1}, new double[] {0, 1, 0, 1}, 1, 2);
        Task task = Networks.task(
                samples,
                LossFunction.SOFTMAX_CROSS_ENTROPY,
                1e-9,
                0,
                Precision.FLOAT32,
                2,
                3,
                Networks.layers(Activation.RELU, Activation.IDENTITY, 1, 2, 2));
        TrainedModel model =
                train(task, List.of(new double[] {Double.NaN, 0, Double.NaN, 0}, new double[] {0, 0, -9, 0, 0, 9}));
        assertThat(model.outcome()).isEqualTo(Outcome.DIVERGED);
        assertThat(model.cause()).isEqualTo(Cause.EXPLODED);
        assertThat(model.crossings()).containsOnly(-1);
    }

    /** An equal start whose weights end as no numbers has not stayed symmetric. */
    @Test
    void anEqualStartThatExplodesIsNotCalledSymmetric() {
        Task task = exploding();
        double[] ones = new double[25];
        Arrays.fill(ones, 1);
        TrainedModel model = train(task, List.of(ones, Arrays.copyOf(ones, 18)));
        assertThat(model.outcome()).isEqualTo(Outcome.DIVERGED);
        assertThat(model.cause()).isEqualTo(Cause.EXPLODED);
    }

    @Test
    void aSilentReluLayerIsDead() {
        Samples samples = Networks.randomClasses(12, 4, 3, 1);
        Task task = classifier(samples, Activation.RELU, 4, 5, 3);
        List<double[]> layers = Networks.randomParameters(task, 0.1, 2);
        for (int unit = 0; unit < 5; unit++) {
            layers.get(0)[unit * 5 + 4] = -100 - unit;
        }
        assertThat(train(task, layers).cause()).isEqualTo(Cause.DEAD);
    }

    @Test
    void unitsAtTheirBoundsAreSaturated() {
        Samples samples = Networks.randomClasses(12, 4, 3, 1);
        Task task = classifier(samples, Activation.TANH, 4, 5, 3);
        List<double[]> layers = Networks.randomParameters(task, 0.01, 2);
        for (int unit = 0; unit < 5; unit++) {
            layers.get(0)[unit * 5 + 4] = 50 + unit;
        }
        assertThat(train(task, layers).cause()).isEqualTo(Cause.SATURATED);
    }

    @Test
    void crossingsAndCurveAreThoseOfTheRun() {
        Task task = Tasks.byName("iris-mlp-tanh");
        TrainedModel model = train(task, Networks.randomParameters(task, 0.5, 4));
        assertThat(model.outcome()).isEqualTo(Outcome.CONVERGED);
        assertThat(model.crossings()).isSortedAccordingTo((a, b) -> a < 0 || b < 0 ? 0 : a.compareTo(b));
        assertThat(model.curve()).extracting(TrainedModel.Point::updates).doesNotHaveDuplicates();
        assertThat(model.curve().get(0))
                .isEqualTo(new TrainedModel.Point(
                        0, model.initialLoss(), model.curve().get(0).metric()));
        TrainedModel.Point last = model.curve().get(model.curve().size() - 1);
        assertThat(last).isEqualTo(new TrainedModel.Point(model.updates(), model.finalLoss(), model.finalMetric()));
        assertThat(model.finalMetric()).isBetween(0.8, 1.0);
    }

    /** Heavy-ball momentum against its definition: v ← 0.9·v − rate·gradient, w ← w + v, on the parabola ½(t − w)². */
    @Test
    void momentumFollowsItsDefinition() {
        Samples one = new Samples(new double[] {1, -1}, new double[] {1, -1}, 1, 1);
        Task task = Networks.fullBatch(
                one, LossFunction.SQUARED_ERROR_SUM, 0.05, 0.9, Precision.FLOAT64, new Dense(1, Activation.IDENTITY));
        double weight = 0;
        double velocity = 0;
        try (Stack stack = new Stack(task, NATURAL, 0)) {
            for (int step = 0; step < 50; step++) {
                stack.step(step);
                velocity = 0.9 * velocity - 0.05 * 2 * (weight - 1);
                weight += velocity;
                assertThat(stack.read(0).get(0)[0]).isCloseTo(weight, within(1e-13));
            }
        }
    }

    @Test
    void theCommittedDataTrainToTheirHardestLevel() {
        Task task = Tasks.byName("breast-cancer-logistic");
        TrainedModel model = train(task, zeros(task));
        assertThat(model.outcome()).isEqualTo(Outcome.CONVERGED);
        assertThat(model.initialLoss()).isCloseTo(Math.log(2), within(1e-6));
        assertThat(model.finalMetric()).isGreaterThan(0.95);
        assertThat(DataSets.shipped("breast-cancer").test().count()).isEqualTo(114);
    }

    @Test
    void anUnsetThreadCountIsRefusedWithWhatToExport() {
        assertThatThrownBy(() -> NativeBackend.checkEnvironment(null))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("OMP_NUM_THREADS")
                .hasMessageContaining("not set")
                .hasMessageContaining("export OMP_NUM_THREADS=1");
        assertThatThrownBy(() -> NativeBackend.checkEnvironment("4")).hasMessageContaining("'4'");
    }

    /** A linear network at a rate at which any start explodes. */
    private static Task exploding() {
        return Networks.task(
                Networks.randomClasses(12, 4, 3, 1),
                LossFunction.SQUARED_ERROR_SUM,
                1e6,
                0,
                Precision.FLOAT32,
                12,
                100,
                Networks.layers(Activation.IDENTITY, Activation.IDENTITY, 4, 5, 3));
    }

    private static Task classifier(Samples samples, Activation hidden, int... widths) {
        return Networks.task(
                samples,
                LossFunction.SOFTMAX_CROSS_ENTROPY,
                1e-3,
                0,
                Precision.FLOAT64,
                samples.count(),
                3,
                Networks.layers(hidden, Activation.IDENTITY, widths));
    }

    private static TrainedModel train(Task task, List<double[]> layers) {
        return new StackTrainer(task, DataOrder.shuffled(1, task.name()))
                .train(List.of(new Start(layers, 0)), updates -> {})
                .get(0);
    }

    private static List<double[]> zeros(Task task) {
        return task.network().parameters().stream()
                .map(parameter -> new double[parameter.size()])
                .toList();
    }

    private static double plainCrossEntropy(Samples samples, List<double[]> layers) {
        double sum = 0;
        for (int i = 0; i < samples.count(); i++) {
            double[] values = Arrays.copyOfRange(samples.inputs(), i * 4, i * 4 + 4);
            values = plainLayer(layers.get(0), values);
            values = Arrays.stream(values).map(Math::tanh).toArray();
            values = plainLayer(layers.get(1), values);
            double normalizer = Arrays.stream(values).map(Math::exp).sum();
            for (int j = 0; j < 3; j++) {
                sum -= samples.targets()[i * 3 + j] * (values[j] - Math.log(normalizer));
            }
        }
        return sum / samples.count();
    }

    private static double[] plainLayer(double[] matrix, double[] inputs) {
        int columns = inputs.length + 1;
        List<Double> outputs = new ArrayList<>();
        for (int row = 0; row < matrix.length / columns; row++) {
            double z = matrix[row * columns + inputs.length];
            for (int j = 0; j < inputs.length; j++) {
                z += matrix[row * columns + j] * inputs[j];
            }
            outputs.add(z);
        }
        return outputs.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
