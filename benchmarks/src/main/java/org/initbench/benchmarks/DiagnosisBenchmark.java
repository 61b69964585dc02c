package org.initbench.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.initbench.common.UsageException;
import org.initbench.run.RateKind;
import org.initbench.run.ResolvedStudy;
import org.initbench.study.Block;
import org.initbench.study.BlockRunner;
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
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.runner.IterationType;

/**
 * What does it cost a study to look into its models? Those blocks of a task that have replicates which are looked into are
 * trained twice, once without a look, in turns which goes first. The score is the time of both; the counters are the processor
 * time of each, summed over iterations and threads, that of the compiler included. The line at the end has what a whole study
 * pays, whose later replicates are not looked into and are taken to train as long as these: the difference, over the time
 * without looks, times the share of the study's replicates that is in these blocks.
 *
 * <p>{@code OMP_NUM_THREADS=1 java -cp benchmarks/target/benchmarks.jar org.openjdk.jmh.Main DiagnosisBenchmark -jvmArgsAppend
 * -Dinitbench.study=benchmarks/studies/standard.yaml}
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 1)
@Measurement(iterations = 4)
@State(Scope.Thread)
public class DiagnosisBenchmark {

    /** Name of the task. */
    @Param({"xor-2-2-1", "digits-mlp-tanh"})
    public String task;

    private final OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private List<Block> blocks = List.of();
    private double share;
    private @Nullable BlockRunner diagnosing;
    private @Nullable BlockRunner plain;
    private boolean plainFirst;
    private double plainSeconds;
    private double diagnosedSeconds;
    private double plainSum;
    private double differenceSum;

    /**
     * Finds the task in the study.
     *
     * @throws UsageException if it has no such task
     */
    @Setup(Level.Trial)
    public void prepare() {
        ResolvedStudy study = Harness.study();
        int number = study.tasks().stream().map(t -> t.name()).toList().indexOf(task);
        if (number < 0) {
            throw new UsageException("study '" + study.name() + "' has no task '" + task + "'; another study can be"
                    + " named with -jvmArgsAppend -D" + Harness.STUDY + "=FILE");
        }
        diagnosing = new BlockRunner(
                study,
                number,
                study.armsOf(task).stream()
                        .filter(arm -> arm.rateKind() != RateKind.TUNED)
                        .toList());
        plain = diagnosing.withoutDiagnosis();
        blocks = Block.of(study, number).stream()
                .filter(block -> block.firstReplicate() < BlockRunner.DIAGNOSED)
                .toList();
        share = (double) blocks.stream().mapToInt(Block::replicates).sum() / study.replicates();
    }

    /** Trains the blocks with and without looks. */
    @Benchmark
    public void pair() throws InterruptedException {
        plainFirst = !plainFirst;
        if (plainFirst) {
            plainSeconds = seconds(plain);
            diagnosedSeconds = seconds(diagnosing);
        } else {
            diagnosedSeconds = seconds(diagnosing);
            plainSeconds = seconds(plain);
        }
    }

    private double seconds(@Nullable BlockRunner runner) throws InterruptedException {
        if (runner == null) {
            throw new IllegalStateException("JMH calls the trial's set-up first");
        }
        long before = system.getProcessCpuTime();
        for (Block block : blocks) {
            runner.run(block, done -> {});
        }
        return (system.getProcessCpuTime() - before) / 1e9;
    }

    /** Adds up what was measured. */
    @TearDown(Level.Iteration)
    public void add(Processor processor, IterationParams iteration) {
        processor.plainSeconds = plainSeconds;
        processor.diagnosedSeconds = diagnosedSeconds;
        if (iteration.getType() == IterationType.MEASUREMENT) {
            plainSum += plainSeconds;
            differenceSum += diagnosedSeconds - plainSeconds;
        }
    }

    /** Tells what a study pays. */
    @TearDown(Level.Trial)
    public void tell() {
        System.out.printf(
                Locale.ROOT,
                "%n%s: looks cost %.2f %% of a study's training%n",
                task,
                100 * share * differenceSum / plainSum);
    }

    /** Processor time of an iteration. */
    @AuxCounters(AuxCounters.Type.EVENTS)
    @State(Scope.Thread)
    public static class Processor {
        /** Seconds without a look. */
        public double plainSeconds;

        /** Seconds with looks. */
        public double diagnosedSeconds;
    }
}
