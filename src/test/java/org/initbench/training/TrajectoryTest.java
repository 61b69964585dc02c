package org.initbench.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.initbench.network.BatchNormalization;
import org.initbench.network.Layer;
import org.initbench.reference.PlainLoss;
import org.initbench.reference.PlainNetwork;
import org.initbench.reference.PlainTrainer;
import org.initbench.task.DataOrder;
import org.initbench.task.Precision;
import org.initbench.task.Samples;
import org.initbench.task.Task;
import org.initbench.task.Tasks;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The first steps of every task, and of every kind of layer, activation, loss and optimizer, in double precision, equal those
 * of the plain oracle, which is checked itself against SameDiff, central differences and PyTorch. A wrong derivative anywhere would still
 * learn, only otherwise, and no other test would say so.
 */
class TrajectoryTest {

    private static final int STEPS = 50;
    private static final double RATE = 0.01;

    /**
     * Thirty layers of batch normalization, and fifty of self-normalizing units, multiply a rounding error as they multiply
     * gradients: a hundredfold in a few steps.
     */
    private static final double CHAOTIC_RATE = 1e-6;

    private static final int CHAOTIC_DEPTH = 50;

    private static final DataOrder ORDER = DataOrder.shuffled(5, "trajectory");

    static Stream<Named<Task>> tasks() {
        Stream<Task> register = Tasks.names().stream().map(TrajectoryTest::task);
        return Stream.concat(register, Kinds.all()).map(task -> Named.of(task.name(), task));
    }

    @ParameterizedTest
    @MethodSource("tasks")
    void equalsThePlainOracle(Task task) {
        List<double[]> start = start(task);
        List<double[]> expected = oracle(task).train(start, batches(task));
        List<double[]> actual = engine(task, start);
        for (int p = 0; p < expected.size(); p++) {
            assertThat(actual.get(p)).as("parameter " + p).containsExactly(expected.get(p), within(1e-9));
        }
    }

    private static Task task(String name) {
        Task task = Tasks.uncalibrated(name).in(Precision.FLOAT64);
        List<Layer> layers = task.network().layers();
        boolean chaotic = layers.contains(new BatchNormalization()) || layers.size() > CHAOTIC_DEPTH;
        double rate = chaotic ? CHAOTIC_RATE : RATE;
        return Double.isNaN(task.learningRate()) ? task.with(rate, 10) : task;
    }

    private static List<double[]> start(Task task) {
        return Networks.randomParameters(task, 0.3, 11);
    }

    private static List<double[]> engine(Task task, List<double[]> start) {
        try (Stack stack = new Stack(task, order(task), 0)) {
            stack.write(0, start);
            for (int step = 0; step < STEPS; step++) {
                stack.step(step);
            }
            return stack.read(0);
        }
    }

    private static DataOrder order(Task task) {
        return task.updatesPerEpoch() == 1 ? DataOrder.natural() : ORDER;
    }

    private static PlainTrainer oracle(Task task) {
        PlainLoss loss = PlainLoss.valueOf(task.loss().name());
        OptionalDouble clip = Double.isInfinite(task.gradientClip())
                ? OptionalDouble.empty()
                : OptionalDouble.of(task.gradientClip());
        return new PlainTrainer(new PlainNetwork(task.network(), loss), task.optimizer(), task.learningRate(), clip);
    }

    private static List<PlainTrainer.Batch> batches(Task task) {
        Samples samples = task.data().training();
        int perEpoch = task.updatesPerEpoch();
        List<PlainTrainer.Batch> batches = new ArrayList<>();
        for (int step = 0; step < STEPS; step++) {
            int[] order = order(task).permutation(0, step / perEpoch, samples.count());
            double[] inputs = new double[task.batchSize() * samples.inputWidth()];
            double[] targets = new double[task.batchSize() * samples.targetWidth()];
            for (int i = 0; i < task.batchSize(); i++) {
                int sample = order[step % perEpoch * task.batchSize() + i];
                System.arraycopy(
                        samples.inputs(),
                        sample * samples.inputWidth(),
                        inputs,
                        i * samples.inputWidth(),
                        samples.inputWidth());
                System.arraycopy(
                        samples.targets(),
                        sample * samples.targetWidth(),
                        targets,
                        i * samples.targetWidth(),
                        samples.targetWidth());
            }
            batches.add(new PlainTrainer.Batch(inputs, targets));
        }
        return batches;
    }
}
