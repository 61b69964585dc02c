package org.initbench.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleSupplier;
import org.apache.commons.rng.UniformRandomProvider;
import org.initbench.common.Streams;
import org.initbench.network.Activation;
import org.initbench.network.Convolution;
import org.initbench.network.Dense;
import org.initbench.network.FeedForward;
import org.initbench.network.Gru;
import org.initbench.network.Layer;
import org.initbench.network.Lstm;
import org.initbench.network.MaxPooling;
import org.initbench.network.Network;
import org.initbench.network.Parameter;
import org.initbench.network.PositionwiseDense;
import org.initbench.network.Recurrent;
import org.initbench.network.Residual;
import org.initbench.network.SelfAttention;
import org.initbench.network.Shape;
import org.initbench.optimizer.Sgd;
import org.initbench.run.Cause;
import org.initbench.run.Outcome;
import org.initbench.task.Criterion;
import org.initbench.task.DataOrder;
import org.initbench.task.DataSet;
import org.initbench.task.LossFunction;
import org.initbench.task.Precision;
import org.initbench.task.Samples;
import org.initbench.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Networks built so that one cause holds: a wrong cause would tell a reader a wrong reason. */
class CauseRuleTest {

    private static final Shape VECTOR = Shape.vector(16);
    private static final Shape IMAGE = new Shape(4, 4, 1);
    private static final Shape SEQUENCE = Shape.sequence(4, 4);
    private static final Dense OUTPUT = new Dense(3, Activation.IDENTITY);

    @Test
    void silentReluLayersAreDead() {
        Task task = task(VECTOR, relu(), OUTPUT);
        assertThat(cause(task, biased(random(task, 0.1), 0, 17, -100))).isEqualTo(Cause.DEAD);
    }

    /** The first layer lives and the third learns biases; but no sample comes through the second, and no gradient. */
    @Test
    void aSilentLayerBetweenLivingOnesIsDead() {
        Task task = task(VECTOR, relu(), relu(), relu(), OUTPUT);
        List<double[]> start = biased(random(task, 0.3), 1, 7, -100);
        assertThat(cause(task, biased(start, 2, 7, 1))).isEqualTo(Cause.DEAD);
    }

    @Test
    void oneLivingUnitIsEnoughToLearn() {
        Task task = task(VECTOR, relu(), relu(), OUTPUT);
        List<double[]> start = biased(random(task, 0.3), 0, 17, -100);
        start.get(0)[16] = 1;
        start.get(1)[6] = 1;
        assertThat(cause(task, start)).isEqualTo(Cause.NONE);
    }

    /** A dead branch leaves the way around it. */
    @Test
    void aDeadBranchIsNoDeadNetwork() {
        Task task = task(VECTOR, new Dense(6, Activation.TANH), new Residual(List.of(relu())), OUTPUT);
        assertThat(cause(task, biased(random(task, 0.3), 1, 7, -100))).isEqualTo(Cause.NONE);
    }

    @Test
    void silentChannelsAreDeadAndPoolingAboveThemChangesNothing() {
        Task task = task(IMAGE, new Convolution(3, 3, Activation.RELU), new MaxPooling(), OUTPUT);
        assertThat(cause(task, biased(random(task, 0.3), 0, 10, -100))).isEqualTo(Cause.DEAD);
        assertThat(cause(task, random(task, 0.3))).isEqualTo(Cause.NONE);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void silentRecurrentUnitsAreDead(boolean identity) {
        Task task = task(SEQUENCE, new Recurrent(5, Activation.RELU, identity), OUTPUT);
        assertThat(cause(task, biased(random(task, 0.3), 0, 5, -100))).isEqualTo(Cause.DEAD);
    }

    /** Signals that underflow leave no gradient either; smaller gradients than that of any number are none. */
    @Test
    void signalsThatUnderflowAreDead() {
        Task task = task(VECTOR, tanh(), tanh(), tanh(), OUTPUT).in(Precision.FLOAT32);
        assertThat(cause(task, random(task, 1e-25))).isEqualTo(Cause.DEAD);
        assertThat(cause(task, random(task, 1e-5))).isEqualTo(Cause.NONE);
    }

    @ParameterizedTest
    @EnumSource(
            value = Activation.class,
            names = {"TANH", "SIGMOID", "LECUN_TANH", "SOFTSIGN"})
    void hugeWeightsSaturate(Activation activation) {
        Task task = task(VECTOR, new Dense(6, activation), OUTPUT);
        List<double[]> start = random(task, 1e6);
        Arrays.fill(start.get(1), 0.1);
        assertThat(cause(task, start)).isEqualTo(Cause.SATURATED);
    }

    /** Its gradient is exactly zero as well, and its output the same for every sample: the reason is the bound. */
    @Test
    void aSigmoidLayerThatIsOffIsSaturatedAndNotDead() {
        Task task = task(VECTOR, new Dense(6, Activation.SIGMOID), OUTPUT);
        assertThat(cause(task, biased(random(task, 0.1), 0, 17, -2000))).isEqualTo(Cause.SATURATED);
    }

    @Test
    void saturatedGatesAreSaturated() {
        Task task = task(SEQUENCE, new Lstm(5), OUTPUT);
        List<double[]> start = random(task, 1e5);
        Arrays.fill(start.get(2), 0.1);
        assertThat(cause(task, start)).isEqualTo(Cause.SATURATED);
        assertThat(cause(task, random(task, 0.3))).isEqualTo(Cause.NONE);
    }

    /** Of twenty units; nine tenths are the limit. */
    @ParameterizedTest
    @CsvSource({"0, SATURATED", "2, SATURATED", "3, NONE"})
    void aLayerIsSaturatedWhenNineTenthsOfItAre(int free, Cause expected) {
        Task task = task(VECTOR, new Dense(20, Activation.TANH), OUTPUT);
        List<double[]> start = biased(random(task, 0.1), 0, 17, 50);
        for (int unit = 0; unit < free; unit++) {
            start.get(0)[unit * 17 + 16] = 0;
        }
        assertThat(cause(task, start)).isEqualTo(expected);
    }

    @Test
    void equalUnitsThatStayEqualAreSymmetricInEveryKindOfLayer() {
        for (Layer layer : List.of(
                relu(),
                tanh(),
                new Lstm(5),
                new Gru(5),
                new Recurrent(5, Activation.TANH, false),
                new Recurrent(5, Activation.RELU, true),
                new PositionwiseDense(5, Activation.TANH),
                new SelfAttention(2),
                new FeedForward(7, Activation.GELU))) {
            Task task = task(SEQUENCE, layer, OUTPUT);
            Parameters ones = new Parameters(task, constant(task, 0.25));
            assertThat(cause(task, constant(task, 0))).as(layer.kind()).isEqualTo(Cause.SYMMETRIC);
            assertThat(rule(task, ones, ones)).as(layer.kind()).isEqualTo(Cause.SYMMETRIC);
        }
        Task images = task(IMAGE, new Convolution(3, 3, Activation.TANH), new MaxPooling(), OUTPUT);
        Parameters ones = new Parameters(images, constant(images, 0.25));
        assertThat(cause(images, constant(images, 0))).isEqualTo(Cause.SYMMETRIC);
        assertThat(rule(images, ones, ones)).isEqualTo(Cause.SYMMETRIC);
    }

    /** What a residual connection adds to tells its units apart, unless it is equal as well. */
    @Test
    void aResidualConnectionIsAsSymmetricAsWhatItAddsTo() {
        Residual residual = new Residual(List.of(new SelfAttention(2)));
        Task inputs = task(SEQUENCE, residual, OUTPUT);
        assertThat(cause(inputs, constant(inputs, 0))).isEqualTo(Cause.NONE);
        Task units = task(SEQUENCE, new PositionwiseDense(4, Activation.TANH), residual, OUTPUT);
        assertThat(cause(units, constant(units, 0))).isEqualTo(Cause.SYMMETRIC);
        List<double[]> one = constant(units, 0);
        one.get(2)[0] = 1;
        assertThat(rule(units, new Parameters(units, one), new Parameters(units, random(units, 1))))
                .isEqualTo(Cause.NONE);
    }

    /** Interchangeable units that differ at the end: as if rounding had moved one of them. */
    @Test
    void equalUnitsThatDifferAtTheEndWereSetApartByRounding() {
        Task task = task(VECTOR, tanh(), OUTPUT);
        Parameters start = new Parameters(task, constant(task, 0.25));
        Parameters end = new Parameters(task, constant(task, 0.25));
        end.values().get(0)[3] = Math.nextUp(0.25);
        assertThat(rule(task, start, end)).isEqualTo(Cause.ROUNDING);
        assertThat(rule(task, start, start)).isEqualTo(Cause.SYMMETRIC);
    }

    /** Random weights above equal units give them different gradients: that is no rounding. */
    @Test
    void unitsSetApartByRandomWeightsAboveThemAreNoRounding() {
        Task task = task(VECTOR, tanh(), OUTPUT);
        List<double[]> start = random(task, 0.3);
        Arrays.fill(start.get(0), 0.1);
        assertThat(cause(task, start)).isEqualTo(Cause.NONE);
    }

    /** A hidden layer of three units, each twice: it has three units, and learns like three. */
    @Test
    void duplicatedUnitsAreNoSymmetricLayer() {
        Task task = task(VECTOR, tanh(), OUTPUT);
        List<double[]> start = random(task, 0.3);
        for (int unit = 1; unit < 6; unit += 2) {
            System.arraycopy(start.get(0), (unit - 1) * 17, start.get(0), unit * 17, 17);
        }
        assertThat(cause(task, start)).isEqualTo(Cause.NONE);
    }

    /** A layer of one unit has nothing to be equal to. */
    @Test
    void oneUnitIsNoSymmetricLayer() {
        Task task = task(VECTOR, new Dense(1, Activation.TANH), OUTPUT);
        assertThat(cause(task, constant(task, 0.25))).isEqualTo(Cause.NONE);
    }

    @Test
    void aLossTenTimesThatOfGuessingIsExploded() {
        Task task = task(VECTOR, tanh(), OUTPUT);
        assertThat(cause(task, random(task, 1000))).isEqualTo(Cause.EXPLODED);
    }

    private static Dense relu() {
        return new Dense(6, Activation.RELU);
    }

    private static Dense tanh() {
        return new Dense(6, Activation.TANH);
    }

    private static Cause cause(Task task, List<double[]> start) {
        return new StackTrainer(task, DataOrder.natural())
                .train(List.of(new Start(start, 0)), updates -> {})
                .get(0)
                .cause();
    }

    private static Cause rule(Task task, Parameters start, Parameters end) {
        try (NativeProbe probe = new NativeProbe(task, 24, 1)) {
            return new CauseRule(task).of(Outcome.CENSORED, start, end, 1, () -> probe);
        }
    }

    private static List<double[]> constant(Task task, double value) {
        return filled(task, () -> value);
    }

    private static List<double[]> random(Task task, double scale) {
        UniformRandomProvider rng = Streams.of(7, "test weights");
        return filled(task, () -> scale * (2 * rng.nextDouble() - 1));
    }

    /** Drawn weights as said, identities as they are, biases 0. */
    private static List<double[]> filled(Task task, DoubleSupplier weight) {
        return task.network().parameters().stream()
                .map(parameter -> values(parameter, weight))
                .toList();
    }

    private static double[] values(Parameter parameter, DoubleSupplier weight) {
        double[] values = new double[parameter.size()];
        for (int i = 0; i < values.length; i++) {
            int column = i % parameter.columns();
            if (parameter.isDrawn()) {
                values[i] = column < parameter.inputs() ? weight.getAsDouble() : 0;
            } else {
                values[i] = column == i / parameter.columns() ? 1 : 0;
            }
        }
        return values;
    }

    /** The same with every bias of a parameter set. */
    private static List<double[]> biased(List<double[]> values, int parameter, int columns, double bias) {
        double[] matrix = values.get(parameter);
        for (int i = columns - 1; i < matrix.length; i += columns) {
            matrix[i] = bias;
        }
        return values;
    }

    private static Task task(Shape input, Layer... layers) {
        Samples samples = Networks.randomClasses(24, input.size(), 3, 5);
        return new Task(
                "test",
                "A network made for a test.",
                "test network",
                new DataSet("test", "0", samples, samples, false),
                new Network(input, List.of(layers)),
                LossFunction.SOFTMAX_CROSS_ENTROPY,
                new Sgd(),
                1e-3,
                Double.POSITIVE_INFINITY,
                12,
                24,
                Criterion.LossLevels.STANDARD,
                false,
                Precision.FLOAT64,
                10);
    }
}
