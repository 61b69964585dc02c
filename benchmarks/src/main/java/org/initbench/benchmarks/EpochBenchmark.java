package org.initbench.benchmarks;

import java.util.concurrent.TimeUnit;
import org.initbench.common.UsageException;
import org.initbench.init.ScaleKind;
import org.initbench.run.ArmDescription;
import org.initbench.run.Engine;
import org.initbench.study.Starts;
import org.initbench.task.DataOrder;
import org.initbench.task.Task;
import org.initbench.task.Tasks;
import org.initbench.training.Engines;
import org.initbench.training.Stack;
import org.initbench.training.Start;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What does an epoch of a task cost, by stack size, and does it depend on the scale of the weights? The score of {@code
 * stack} is the time of one epoch of the whole stack: divide it by {@code stackSize} for one model. {@code sameDiff} trains
 * the same network as ND4J's users would otherwise, one model at a time; {@code reference} trains one model on the
 * reference engine.
 *
 * <p>{@code OMP_NUM_THREADS=1 java -cp benchmarks/target/benchmarks.jar org.openjdk.jmh.Main EpochBenchmark -p
 * task=xor-2-2-1,digits-mlp-tanh}
 *
 * <p>Products of small weights can be denormal numbers, which some processors compute slowly; add {@code -p stackSize=32 -p
 * std=1e-30,1e-20,1e-10,1e-2,1} to see.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class EpochBenchmark {

    /** One epoch of a stack. */
    @Benchmark
    public void stack(StackState state) {
        state.trainEpoch();
    }

    /** One epoch of one model, by SameDiff. */
    @Benchmark
    @OperationsPerInvocation(SameDiffModel.EPOCHS_PER_CALL)
    public void sameDiff(SameDiffState state) {
        state.train();
    }

    /** One epoch of one model, on the reference engine. */
    @Benchmark
    public void reference(ReferenceState state) {
        state.train();
    }

    /** Models in training. */
    @State(Scope.Thread)
    public static class StackState {

        /** Name of the task: all that are registered. */
        @Param({
            "xor-2-2-1",
            "xor-2-2-1-momentum",
            "encoder-10-5-10",
            "parity-4-mlp-tanh",
            "parity-5-embedding-gru",
            "two-spirals-mlp-tanh",
            "linear-chain-2",
            "linear-chain-4",
            "iris-mlp-tanh",
            "wine-mlp-tanh",
            "breast-cancer-logistic",
            "adding-rnn",
            "adding-irnn",
            "adding-lstm",
            "adding-gru",
            "digits-logistic",
            "digits-mlp-sigmoid",
            "digits-mlp-tanh",
            "digits-mlp-relu",
            "digits-mlp-selu",
            "digits-mlp-tanh-w16",
            "digits-mlp-relu-w16",
            "digits-mlp-tanh-w64",
            "digits-mlp-relu-w64",
            "digits-mlp-tanh-w256",
            "digits-mlp-relu-w256",
            "digits-mlp-tanh-w64-d2",
            "digits-mlp-sigmoid-d2",
            "digits-mlp-sigmoid-d4",
            "digits-mlp-tanh-d2",
            "digits-mlp-relu-d2",
            "digits-mlp-selu-d2",
            "digits-mlp-tanh-d4",
            "digits-mlp-relu-d4",
            "digits-mlp-selu-d4",
            "digits-mlp-tanh-d10",
            "digits-mlp-relu-d10",
            "digits-mlp-selu-d10",
            "digits-mlp-tanh-d30",
            "digits-mlp-relu-d30",
            "digits-mlp-selu-d30",
            "digits-mlp-tanh-d50",
            "digits-mlp-selu-d50",
            "digits-mlp-relu-d10-residual",
            "digits-mlp-relu-d10-batchnorm",
            "digits-mlp-relu-d10-layernorm",
            "digits-mlp-relu-d30-residual",
            "digits-mlp-relu-d30-batchnorm",
            "digits-mlp-tanh-d30-layernorm",
            "digits-autoencoder",
            "digits-cnn",
            "digits-cnn-deep",
            "digits-rnn",
            "digits-irnn",
            "digits-lstm",
            "digits-gru",
            "digits-transformer",
            "digits-mlp-tanh-momentum",
            "digits-mlp-relu-d4-momentum",
            "digits-mlp-tanh-adam",
            "digits-mlp-relu-d4-adam",
            "xor-2-1-1",
            "encoder-10-1-10",
            "digits-mlp-sigmoid-w1",
            "digits-mlp-tanh-w1",
            "digits-mlp-relu-w1",
            "digits-cnn-w1",
            "digits-lstm-w1"
        })
        public String task;

        /** Models in the stack. */
        @Param({"1", "2", "4", "8", "16", "32", "64", "128", "256", "1024"})
        public int stackSize;

        /** Standard deviation of the initial weights. */
        @Param("0.1")
        public double std;

        private @Nullable Stack stack;
        private int updatesPerEpoch;
        private int step;

        /**
         * Allocates the stack. All models share mini-batches, as the models of one replicate do.
         *
         * @throws UsageException if there is no such task, or no such stack or standard deviation
         */
        @Setup(Level.Trial)
        public void allocate() {
            if (stackSize < 1) {
                throw new UsageException(
                        "stackSize " + stackSize + ": a stack holds at least 1 model, such as -p stackSize=16");
            }
            if (!(std > 0 && std < Double.POSITIVE_INFINITY)) {
                throw new UsageException(
                        "std " + std + ": a standard deviation is positive and finite, such as -p std=0.1");
            }
            Task definition = definition();
            updatesPerEpoch = definition.updatesPerEpoch();
            stack = new Stack(definition, DataOrder.shuffled(1, task), new int[stackSize]);
        }

        /** Starts every iteration from the same weights, each model from weights of its own. */
        @Setup(Level.Iteration)
        public void start() {
            Task definition = definition();
            for (int slot = 0; slot < stackSize; slot++) {
                ArmDescription normal = new ArmDescription("normal", ScaleKind.STD, std, false);
                Start start = Starts.of(definition, normal, slot, 1);
                allocated().write(slot, start.parameters());
            }
        }

        /** Frees the stack. */
        @TearDown(Level.Trial)
        public void free() {
            allocated().close();
        }

        /** A task that is not calibrated yet gets a rate: the cost of an update does not follow from it. */
        private Task definition() {
            Task definition = Harness.inPrecisionOfStudy(Tasks.uncalibrated(task));
            return Double.isNaN(definition.learningRate()) ? definition.with(0.01, 1) : definition;
        }

        void trainEpoch() {
            Stack models = allocated();
            for (int i = 0; i < updatesPerEpoch; i++) {
                models.step(step++);
            }
        }

        private Stack allocated() {
            if (stack == null) {
                throw new IllegalStateException("JMH calls the trial's set-up first");
            }
            return stack;
        }
    }

    /** One model in SameDiff. */
    @State(Scope.Thread)
    public static class SameDiffState {

        /** Name of the task. */
        @Param({"xor-2-2-1", "digits-mlp-tanh"})
        public String task;

        private @Nullable SameDiffModel model;

        /** Builds the model. */
        @Setup(Level.Iteration)
        public void build() {
            Task definition = Tasks.byName(task);
            ArmDescription normal = new ArmDescription("normal", ScaleKind.STD, 0.1, false);
            model = new SameDiffModel(
                    definition, Starts.of(definition, normal, 0, 1).parameters());
        }

        void train() {
            if (model == null) {
                throw new IllegalStateException("JMH calls the iteration's set-up first");
            }
            model.train(SameDiffModel.EPOCHS_PER_CALL);
        }
    }

    /** One model on the reference engine. */
    @State(Scope.Thread)
    public static class ReferenceState {

        /** Name of the task, one of dense layers. */
        @Param({"xor-2-2-1", "digits-mlp-tanh"})
        public String task;

        private @Nullable Stack stack;
        private int updatesPerEpoch;
        private int step;

        /**
         * Builds the model.
         *
         * @throws UsageException if there is no such task, or it has other layers
         */
        @Setup(Level.Iteration)
        public void build() {
            Task definition = Harness.inPrecisionOfStudy(Tasks.byName(task));
            Engines.obstacle(Engine.REFERENCE, definition).ifPresent(reason -> {
                throw new UsageException("task '" + task + "' cannot be trained: " + reason);
            });
            ArmDescription normal = new ArmDescription("normal", ScaleKind.STD, 0.1, false);
            updatesPerEpoch = definition.updatesPerEpoch();
            step = 0;
            stack = new Stack(Engine.REFERENCE, definition, DataOrder.shuffled(1, task), 0);
            stack.write(0, Starts.of(definition, normal, 0, 1).parameters());
        }

        void train() {
            if (stack == null) {
                throw new IllegalStateException("JMH calls the iteration's set-up first");
            }
            for (int i = 0; i < updatesPerEpoch; i++) {
                stack.step(step++);
            }
        }
    }
}
