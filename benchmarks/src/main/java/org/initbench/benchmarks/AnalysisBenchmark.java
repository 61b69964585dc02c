package org.initbench.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.initbench.analysis.Analyzer;
import org.initbench.common.UsageException;
import org.initbench.init.Initializers;
import org.initbench.run.Bundle;
import org.initbench.run.ResolvedStudy;
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
import org.openjdk.jmh.infra.Blackhole;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.runner.IterationType;

/**
 * How does the analysis of a study grow with its replicates? A bundle of made-up runs and one with several times the replicates are
 * analysed in turn, in memory. The score is the time of both; the counters are the processor time of each, summed over iterations.
 * The line at the end has their ratio: that of the replicates where the cost is proportional to the runs, less where a part of it does
 * not depend on them.
 *
 * <p>{@code java -cp benchmarks/target/benchmarks.jar org.openjdk.jmh.Main AnalysisBenchmark -jvmArgsAppend
 * -Dinitbench.study=benchmarks/studies/standard.yaml}
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 2)
@Measurement(iterations = 4)
@State(Scope.Thread)
public class AnalysisBenchmark {

    /** Replicates of the smaller bundle. */
    @Param("20")
    public int replicates;

    /** How many times as many the larger one has. */
    @Param("10")
    public int times;

    private final OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private @Nullable Bundle small;
    private @Nullable Bundle large;
    private double smallSeconds;
    private double largeSeconds;
    private double smallSum;
    private double largeSum;

    /**
     * Makes the bundles up.
     *
     * @throws UsageException if there are no replicates, or not more of them in the larger bundle
     */
    @Setup(Level.Trial)
    public void prepare() {
        if (replicates < 1 || times < 2) {
            throw new UsageException("replicates " + replicates + ", times " + times
                    + ": at least 1 and at least 2 are expected, such as -p replicates=20 -p times=10");
        }
        ResolvedStudy study = Harness.study();
        small = MadeUpBundle.of(study, replicates);
        large = MadeUpBundle.of(study, replicates * times);
    }

    /** Analyses both. */
    @Benchmark
    public void pair(Blackhole hole) {
        smallSeconds = seconds(small, hole);
        largeSeconds = seconds(large, hole);
    }

    private double seconds(@Nullable Bundle bundle, Blackhole hole) {
        if (bundle == null) {
            throw new IllegalStateException("JMH calls the trial's set-up first");
        }
        long before = system.getProcessCpuTime();
        hole.consume(Analyzer.analyze(
                bundle, (name, fanIn, fanOut) -> Initializers.byName(name).targetVariance(fanIn, fanOut)));
        return (system.getProcessCpuTime() - before) / 1e9;
    }

    /** Adds up what was measured. */
    @TearDown(Level.Iteration)
    public void add(Processor processor, IterationParams iteration) {
        processor.smallSeconds = smallSeconds;
        processor.largeSeconds = largeSeconds;
        if (iteration.getType() == IterationType.MEASUREMENT) {
            smallSum += smallSeconds;
            largeSum += largeSeconds;
        }
    }

    /** Tells the ratio. */
    @TearDown(Level.Trial)
    public void tell() {
        System.out.printf(
                Locale.ROOT,
                "%n%d times the replicates: %.1f times the processor time of an analysis%n",
                times,
                largeSum / smallSum);
    }

    /** Processor time of an iteration. */
    @AuxCounters(AuxCounters.Type.EVENTS)
    @State(Scope.Thread)
    public static class Processor {
        /** Seconds for the smaller bundle. */
        public double smallSeconds;

        /** Seconds for the larger one. */
        public double largeSeconds;
    }
}
