package org.initbench.benchmarks;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.OptionalDouble;
import java.util.function.DoubleConsumer;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.format.OutputFormat;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Listens to JMH: keeps its text, to be shown if it fails, and passes on how many iterations are done, the current one by
 * its share.
 */
final class JmhListener implements OutputFormat {

    private final ByteArrayOutputStream text = new ByteArrayOutputStream();
    private final OutputFormat transcript = OutputFormatFactory.createFormatInstance(
            new PrintStream(text, true, StandardCharsets.UTF_8), VerboseMode.NORMAL);
    private final double setUp;
    private final DoubleConsumer progress;
    private volatile int iterationsDone;

    /**
     * A listener.
     *
     * @param setUp cost of the set-up before the first iteration, in iterations
     * @param progress told the number of measurement iterations done, the current one by its share, and the set-up by its cost
     */
    JmhListener(double setUp, DoubleConsumer progress) {
        this.setUp = setUp;
        this.progress = progress;
    }

    /** All that JMH and the forked benchmarks printed, but for progress. */
    String transcript() {
        return text.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void iteration(BenchmarkParams benchmark, IterationParams iteration, int number) {
        transcript.iteration(benchmark, iteration, number);
    }

    @Override
    public void iterationResult(
            BenchmarkParams benchmark, IterationParams iteration, int number, IterationResult result) {
        transcript.iterationResult(benchmark, iteration, number, result);
        int finished = iterationsDone + 1;
        iterationsDone = finished;
        progress.accept(setUp + finished);
    }

    @Override
    public void startBenchmark(BenchmarkParams benchmark) {
        transcript.startBenchmark(benchmark);
    }

    @Override
    public void endBenchmark(BenchmarkResult result) {
        transcript.endBenchmark(result);
    }

    @Override
    public void startRun() {
        transcript.startRun();
    }

    @Override
    public void endRun(Collection<RunResult> results) {
        transcript.endRun(results);
    }

    @Override
    public void print(String s) {
        transcript.print(s);
    }

    @Override
    public void println(String s) {
        transcript.println(s);
    }

    @Override
    public void flush() {
        transcript.flush();
    }

    @Override
    public void close() {
        transcript.close();
    }

    @Override
    public void verbosePrintln(String s) {
        transcript.verbosePrintln(s);
    }

    @Override
    public void write(int b) {
        transcript.write(b);
    }

    @Override
    public void write(byte[] bytes) throws IOException {
        transcript.write(bytes);
    }

    /** A stream for what the forks print: progress is passed on, everything else joins the transcript. */
    PrintStream forkOutput() {
        return new PrintStream(new ForkOutput(), true, StandardCharsets.UTF_8);
    }

    private final class ForkOutput extends OutputStream {
        private final ByteArrayOutputStream line = new ByteArrayOutputStream();

        @Override
        public synchronized void write(int b) {
            line.write(b);
            if (b == '\n') {
                endLine();
            }
        }

        private void endLine() {
            String told = line.toString(StandardCharsets.UTF_8);
            OptionalDouble share = ProgressLines.parse(ProgressLines.ITERATION, told);
            OptionalDouble ofSetUp = ProgressLines.parse(ProgressLines.SET_UP, told);
            if (share.isPresent()) {
                progress.accept(setUp + iterationsDone + share.getAsDouble());
            } else if (ofSetUp.isPresent()) {
                progress.accept(setUp * ofSetUp.getAsDouble());
            } else {
                text.writeBytes(line.toByteArray());
            }
            line.reset();
        }
    }
}
