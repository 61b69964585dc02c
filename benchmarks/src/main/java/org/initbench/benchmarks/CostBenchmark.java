package org.initbench.benchmarks;

import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.initbench.common.UsageException;
import org.initbench.init.ScaleKind;
import org.initbench.network.Activation;
import org.initbench.network.Dense;
import org.initbench.network.Layer;
import org.initbench.network.Network;
import org.initbench.network.Shape;
import org.initbench.optimizer.Sgd;
import org.initbench.run.ArmDescription;
import org.initbench.study.Starts;
import org.initbench.task.Criterion;
import org.initbench.task.DataOrder;
import org.initbench.task.DataSet;
import org.initbench.task.DataSets;
import org.initbench.task.LossFunction;
import org.initbench.task.Precision;
import org.initbench.task.Task;
import org.initbench.training.Stack;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How does the cost of an epoch grow with the width, the depth, the batch and the stack? Dense tanh networks read the digits;
 * from one network in the middle, one of the four changes at a time. The score is the time of one epoch of the whole stack.
 *
 * <p>{@code OMP_NUM_THREADS=1 java -cp benchmarks/target/benchmarks.jar org.openjdk.jmh.Main CostBenchmark}
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@State(Scope.Thread)
public class CostBenchmark {

    private static final double STD = 0.1;
    private static final double RATE = 0.01;

    /** Units of a hidden layer, hidden layers, samples of a batch and models of the stack. */
    @Param({
        "32/2/32/32",
        "8/2/32/32",
        "16/2/32/32",
        "64/2/32/32",
        "128/2/32/32",
        "256/2/32/32",
        "32/1/32/32",
        "32/4/32/32",
        "32/8/32/32",
        "32/16/32/32",
        "32/32/32/32",
        "32/2/4/32",
        "32/2/8/32",
        "32/2/16/32",
        "32/2/96/32",
        "32/2/288/32",
        "32/2/32/1",
        "32/2/32/4",
        "32/2/32/16",
        "32/2/32/64",
        "32/2/32/256"
    })
    public String point;

    private @Nullable Stack stack;
    private int updatesPerEpoch;
    private int step;

    /** One epoch of a stack. */
    @Benchmark
    public void epoch() {
        Stack models = allocated();
        for (int i = 0; i < updatesPerEpoch; i++) {
            models.step(step++);
        }
    }

    /**
     * Allocates the stack and draws its weights.
     *
     * @throws UsageException if the point is no network, or its batch does not divide the samples
     */
    @Setup(Level.Trial)
    public void start() {
        List<Integer> numbers =
                Stream.of(point.split("/", -1)).map(CostBenchmark::positive).toList();
        if (numbers.size() != 4) {
            throw wrong(point);
        }
        requireDivisor(numbers.get(2));
        Task task = task(numbers.get(0), numbers.get(1), numbers.get(2));
        int models = numbers.get(3);
        updatesPerEpoch = task.updatesPerEpoch();
        stack = new Stack(task, DataOrder.shuffled(1, task.name()), new int[models]);
        ArmDescription normal = new ArmDescription("normal", ScaleKind.STD, STD, false);
        for (int slot = 0; slot < models; slot++) {
            stack.write(slot, Starts.of(task, normal, slot, 1).parameters());
        }
    }

    private static int positive(String number) {
        if (!number.matches("[1-9]\\d{0,5}")) {
            throw wrong(number);
        }
        return Integer.parseInt(number);
    }

    private static void requireDivisor(int batch) {
        int samples = DataSets.shipped("digits").training().count();
        if (samples % batch != 0) {
            throw new UsageException("batch " + batch + ": it must divide the " + samples
                    + " training samples of the digits, as 4, 8, 16, 32, 96 and 288 do");
        }
    }

    private static UsageException wrong(String text) {
        return new UsageException("'" + text + "': a point is width/depth/batch/stack, such as 32/2/32/32");
    }

    /** Frees the stack. */
    @TearDown(Level.Trial)
    public void free() {
        allocated().close();
    }

    /** The points of the sweep, as {@link #point} is written. */
    static List<String> points() {
        try {
            return List.of(CostBenchmark.class
                    .getField("point")
                    .getAnnotation(Param.class)
                    .value());
        } catch (NoSuchFieldException e) {
            throw new AssertionError(e);
        }
    }

    /** A network on the digits. */
    static Task task(int width, int depth, int batch) {
        DataSet digits = DataSets.shipped("digits");
        List<Layer> layers = Stream.concat(
                        Collections.nCopies(depth, new Dense(width, Activation.TANH)).stream(),
                        Stream.of(new Dense(digits.training().targetWidth(), Activation.IDENTITY)))
                .collect(Collectors.toUnmodifiableList());
        return new Task(
                "cost-" + width + "-" + depth + "-" + batch,
                "Dense tanh network whose cost is measured.",
                "dense network",
                digits,
                new Network(Shape.vector(digits.training().inputWidth()), layers),
                LossFunction.SOFTMAX_CROSS_ENTROPY,
                new Sgd(),
                RATE,
                Double.POSITIVE_INFINITY,
                batch,
                digits.training().count(),
                Criterion.LossLevels.STANDARD,
                false,
                Precision.FLOAT32,
                1);
    }

    private Stack allocated() {
        if (stack == null) {
            throw new IllegalStateException("JMH calls the trial's set-up first");
        }
        return stack;
    }
}
