package org.initbench.benchmarks;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
import java.util.function.DoubleConsumer;
import org.initbench.training.MachineLimits;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatFactory;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** One run of JMH on behalf of a study: its forks know the bundle, its JSON is returned as JMH writes it. */
final class JmhTrial {

    private static final TimeValue SHORT = TimeValue.milliseconds(500);
    private static final int TIMING_ITERATIONS = 3;

    /** Many short iterations: the 99.9 % quantile of three is 32 standard errors, that of eight 5. */
    private static final int COST_ITERATIONS = 8;

    private static final int COST_WARMUP = 2;
    private static final TimeValue VERY_SHORT = TimeValue.milliseconds(250);

    private static final long LARGEST_HEAP = 2L << 30;
    private static final String OFF_HEAP = "org.bytedeco.javacpp.maxbytes";

    /** JMH refuses to run beside another JMH; a study in progress must not die of that. */
    private static final String IGNORE_LOCK = "jmh.ignoreLock";

    /** JMH interrupts an iteration after ten minutes unless told otherwise; a block takes as long as it takes. */
    private static final TimeValue LONGEST_BLOCK = TimeValue.days(365);

    private final Path bundle;

    /**
     * Trials for a bundle.
     *
     * @param bundle the bundle's folder
     */
    JmhTrial(Path bundle) {
        this.bundle = bundle.toAbsolutePath();
    }

    /**
     * Trains blocks of a task; the records go to the bundle.
     *
     * @param task name of the task
     * @param blocks number of blocks that are still missing
     * @param setUp cost of the tuning that is still missing, in blocks
     * @param progress told the number of blocks done, tuning by its cost
     */
    String converge(String task, int blocks, double setUp, DoubleConsumer progress) {
        return run(
                options(ConvergenceBenchmark.class.getSimpleName() + ".block")
                        .param("task", task)
                        .measurementIterations(blocks),
                setUp,
                progress);
    }

    /**
     * Times an epoch of a task.
     *
     * @param task name of the task
     * @param stackSize models in the stack
     * @param progress told the number of iterations done
     */
    String timeEpoch(String task, int stackSize, DoubleConsumer progress) {
        return run(
                brief(options(EpochBenchmark.class.getSimpleName() + ".stack"))
                        .param("task", task)
                        .param("stackSize", String.valueOf(stackSize)),
                progress);
    }

    /**
     * Times the drawing of weights.
     *
     * @param initializer name of the initializer
     * @param progress told the number of iterations done
     */
    String timeInitializer(String initializer, DoubleConsumer progress) {
        return run(
                brief(options(InitializerBenchmark.class.getSimpleName() + ".draw"))
                        .param("initializer", initializer)
                        .param("width", "32"),
                progress);
    }

    /**
     * Times an epoch of a dense network.
     *
     * @param point width, depth, batch and stack, as {@link CostBenchmark} takes them
     * @param progress told the number of iterations done
     */
    String timeCost(String point, DoubleConsumer progress) {
        return run(
                options(CostBenchmark.class.getSimpleName() + ".epoch")
                        .warmupIterations(COST_WARMUP)
                        .warmupTime(SHORT)
                        .measurementIterations(COST_ITERATIONS)
                        .measurementTime(VERY_SHORT)
                        .param("point", point),
                progress);
    }

    /** Iterations of a timing by {@link #timeCost}, warm-up included. */
    static int costIterations() {
        return COST_WARMUP + COST_ITERATIONS;
    }

    /** Largest heap of a fork. */
    static long heapBytes() {
        return Math.min(LARGEST_HEAP, MachineLimits.totalMemory() / 4);
    }

    /** Measurement iterations, warm-up included, of a timing. */
    static int timingIterations() {
        return 2 * TIMING_ITERATIONS;
    }

    private ChainedOptionsBuilder options(String benchmark) {
        return new OptionsBuilder()
                .include("\\." + benchmark.replace(".", "\\.") + "$")
                .shouldFailOnError(true)
                .timeout(LONGEST_BLOCK)
                .jvmArgsAppend(
                        "-D" + Harness.BUNDLE + "=" + bundle,
                        "-D" + Harness.PROGRESS + "=true",
                        "-Xmx" + heapBytes(),
                        "-D" + OFF_HEAP + "=" + System.getProperty(OFF_HEAP, "0"),
                        "-Dorg.bytedeco.javacpp.maxphysicalbytes=0");
    }

    private static ChainedOptionsBuilder brief(ChainedOptionsBuilder options) {
        return options.warmupIterations(TIMING_ITERATIONS)
                .warmupTime(SHORT)
                .measurementIterations(TIMING_ITERATIONS)
                .measurementTime(SHORT);
    }

    private static String run(ChainedOptionsBuilder options, DoubleConsumer progress) {
        return run(options, 0, progress);
    }

    /** JMH copies what its forks print to the standard streams, which therefore are the listener's for the time. */
    private static String run(ChainedOptionsBuilder options, double setUp, DoubleConsumer progress) {
        JmhListener listener = new JmhListener(setUp, progress);
        PrintStream out = System.out;
        PrintStream err = System.err;
        System.setProperty(IGNORE_LOCK, "true");
        System.setOut(listener.forkOutput());
        System.setErr(listener.forkOutput());
        try {
            Collection<RunResult> results = new Runner(options.build(), listener).run();
            if (results.isEmpty()) {
                throw new RunnerException("JMH measured nothing");
            }
            return json(results);
        } catch (RunnerException e) {
            throw TrialFailure.of(listener.transcript(), e);
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }

    private static String json(Collection<RunResult> results) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PrintStream stream = new PrintStream(bytes, true, StandardCharsets.UTF_8)) {
            ResultFormatFactory.getInstance(ResultFormatType.JSON, stream).writeOut(results);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
