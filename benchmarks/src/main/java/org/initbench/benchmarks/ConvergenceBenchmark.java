package org.initbench.benchmarks;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.initbench.common.UsageException;
import org.initbench.run.ArmDescription;
import org.initbench.run.BundleLock;
import org.initbench.run.BundleWriter;
import org.initbench.run.Outcome;
import org.initbench.run.RateKind;
import org.initbench.run.ResolvedStudy;
import org.initbench.run.RunRecord;
import org.initbench.run.Shard;
import org.initbench.run.TuningTrial;
import org.initbench.study.Block;
import org.initbench.study.BlockResult;
import org.initbench.study.BlockRunner;
import org.initbench.study.Tuner;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.AuxCounters;
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
 * How many epochs until each threshold level, for every cell of a task, and what does it cost? An iteration is a block of
 * replicates; the score is the cost of the block, not of a cell.
 *
 * <p>{@code OMP_NUM_THREADS=1 java -cp benchmarks/target/benchmarks.jar org.openjdk.jmh.Main ConvergenceBenchmark -p
 * task=xor-2-2-1 -p initializer=normal}
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 0)
@Measurement(iterations = 5)
@State(Scope.Thread)
public class ConvergenceBenchmark {

    private static final String ALL = "*";

    /** Name of the task. */
    @Param({
        "xor-2-2-1",
        "encoder-10-5-10",
        "iris-mlp-tanh",
        "breast-cancer-logistic",
        "digits-mlp-tanh",
        "digits-mlp-relu-d4"
    })
    public String task;

    /** Name of an initializer, a group ({@code std}, {@code gain}, {@code value}, {@code none}), or {@code *} for all. */
    @Param(ALL)
    public String initializer;

    private Optional<BundleWriter> bundle = Optional.empty();
    private @Nullable BundleLock lock;
    private @Nullable Workload workload;
    private @Nullable Block block;
    private @Nullable BlockResult result;

    /**
     * Finds the task and its arms in the study, and tunes the learning rates of those that ask for it; with a bundle, unless it
     * has them already.
     */
    @Setup(Level.Trial)
    public void prepare() throws InterruptedException {
        ResolvedStudy study = Harness.study();
        bundle = Harness.bundle();
        if (bundle.isPresent() && !initializer.equals(ALL)) {
            throw new UsageException("a bundle takes all initializers of its study, not only '" + initializer + "'");
        }
        if (bundle.isPresent()) {
            Harness.endWithParent();
            lock = bundle.get().lockForTraining();
        }
        workload = Workload.of(study, task, initializer, bundle);
    }

    /** Gives up the right to train for the bundle. */
    @TearDown(Level.Trial)
    public void end() {
        if (lock != null) {
            lock.close();
        }
    }

    /**
     * Chooses the next block; with a bundle, the next one of its study that is not there yet.
     *
     * @throws IllegalStateException if the bundle has them all
     */
    @Setup(Level.Iteration)
    public void nextBlock() {
        block = bundle.isPresent()
                ? workload().nextMissing(bundle.get())
                : workload().next();
    }

    /** Trains the block. */
    @Benchmark
    public BlockResult block() throws InterruptedException {
        result = workload().runner.run(block(block), ProgressLines::tell);
        return result;
    }

    /** Writes the block's records to the bundle. */
    @TearDown(Level.Iteration)
    public void keep(Counters counters) {
        BlockResult finished = result;
        if (finished == null) {
            return;
        }
        counters.count(finished.runs());
        bundle.ifPresent(writer -> writer.writePart(
                block(block).part(), finished.runs(), finished.crossings(), finished.curves(), finished.diagnostics()));
        result = null;
    }

    private Workload workload() {
        if (workload == null) {
            throw new IllegalStateException("JMH calls the trial's set-up first");
        }
        return workload;
    }

    private static Block block(@Nullable Block block) {
        if (block == null) {
            throw new IllegalStateException("JMH calls the iteration's set-up first");
        }
        return block;
    }

    /** What an iteration counted. */
    @AuxCounters(AuxCounters.Type.EVENTS)
    @State(Scope.Thread)
    public static class Counters {
        /** Runs that reached the headline level. */
        public long converged;

        /** Runs that spent the budget. */
        public long censored;

        /** Runs whose loss or weights stopped being finite. */
        public long diverged;

        /** Epochs trained, summed over runs. */
        public double modelEpochs;

        /** Starts anew. */
        @Setup(Level.Iteration)
        public void reset() {
            converged = 0;
            censored = 0;
            diverged = 0;
            modelEpochs = 0;
        }

        void count(List<RunRecord> runs) {
            for (RunRecord run : runs) {
                converged += run.outcome() == Outcome.CONVERGED ? 1 : 0;
                censored += run.outcome() == Outcome.CENSORED ? 1 : 0;
                diverged += run.outcome() == Outcome.DIVERGED ? 1 : 0;
                modelEpochs += run.epochsRun();
            }
        }
    }

    /** A task of a study with some of its arms, and an endless sequence of blocks. */
    private static final class Workload {
        private final ResolvedStudy study;
        private final int taskNumber;
        private final BlockRunner runner;
        private final Shard shard = Harness.shard();
        private int nextReplicate;

        private Workload(ResolvedStudy study, int taskNumber, BlockRunner runner) {
            this.study = study;
            this.taskNumber = taskNumber;
            this.runner = runner;
        }

        static Workload of(ResolvedStudy study, String task, String initializer, Optional<BundleWriter> bundle)
                throws InterruptedException {
            for (int i = 0; i < study.tasks().size(); i++) {
                if (study.tasks().get(i).name().equals(task)) {
                    List<ArmDescription> arms = arms(study, task, initializer);
                    return new Workload(study, i, new BlockRunner(study, i, arms, tuning(study, i, arms, bundle)));
                }
            }
            throw new UsageException("study '" + study.name() + "' has no task '" + task + "'");
        }

        private static List<TuningTrial> tuning(
                ResolvedStudy study, int taskNumber, List<ArmDescription> arms, Optional<BundleWriter> bundle)
                throws InterruptedException {
            List<ArmDescription> tuned = arms.stream()
                    .filter(arm -> arm.rateKind() == RateKind.TUNED)
                    .toList();
            if (tuned.isEmpty()) {
                return List.of();
            }
            String part = Block.tuningPart(study, taskNumber);
            if (bundle.isPresent() && bundle.get().hasTuning(part)) {
                return bundle.get().tuning(part);
            }
            List<TuningTrial> trials = new Tuner(study, taskNumber).tune(tuned, ProgressLines::tellSetUp);
            bundle.ifPresent(writer -> writer.writeTuning(part, trials));
            return trials;
        }

        private static List<ArmDescription> arms(ResolvedStudy study, String task, String initializer) {
            List<ArmDescription> arms = study.armsOf(task).stream()
                    .filter(arm -> initializer.equals(ALL)
                            || initializer.equals(arm.initializer())
                            || initializer.equals(arm.scaleKind().label()))
                    .toList();
            if (arms.isEmpty()) {
                throw new UsageException("study '" + study.name() + "' has no initializer '" + initializer
                        + "' that can start task '" + task + "'");
            }
            return arms;
        }

        Block nextMissing(BundleWriter bundle) {
            while (nextReplicate < study.replicates()) {
                Block block = next();
                if (block.isIn(study, shard) && !bundle.hasPart(block.part())) {
                    return block;
                }
            }
            throw new IllegalStateException("the bundle has every block of task '"
                    + study.tasks().get(taskNumber).name() + "'");
        }

        Block next() {
            Block block = Block.at(study, taskNumber, nextReplicate);
            nextReplicate = block.firstReplicate() + block.replicates();
            return block;
        }
    }
}
