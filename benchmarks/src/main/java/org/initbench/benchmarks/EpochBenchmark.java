package org.initbench.benchmarks;

import java.util.concurrent.TimeUnit;
import org.initbench.init.ScaleKind;
import org.initbench.run.ArmDescription;
import org.initbench.study.Starts;
import org.initbench.task.DataOrder;
import org.initbench.task.Task;
import org.initbench.task.Tasks;
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
 * the same network as ND4J's users would otherwise, one model at a time.
 *
 * <p>{@code OMP_NUM_THREADS=1 java -cp benchmarks/target/benchmarks.jar org.openjdk.jmh.Main EpochBenchmark -p
 * task=xor-2-2-1,digits-mlp-tanh}
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

    /** Models in training. */
    @State(Scope.Thread)
    public static class StackState {

        /** Name of the task. */
        @Param({"xor-2-2-1", "digits-mlp-tanh"})
        public String task;

        /** Models in the stack. */
        @Param({"1", "16", "64", "256", "1024"})
        public int stackSize;

        /** Standard deviation of the initial weights. */
        @Param("0.1")
        public double std;

        private @Nullable Stack stack;
        private int updatesPerEpoch;
        private int step;

        /** Allocates the stack. */
        @Setup(Level.Trial)
        public void allocate() {
            Task definition = Tasks.byName(task);
            updatesPerEpoch = definition.updatesPerEpoch();
            stack = new Stack(definition, DataOrder.shuffled(1, task), new int[stackSize]);
        }

        /** Starts every iteration from the same weights: every model of the stack is another replicate's. */
        @Setup(Level.Iteration)
        public void start() {
            Task definition = Tasks.byName(task);
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
}
