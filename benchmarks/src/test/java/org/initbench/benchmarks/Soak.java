package org.initbench.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.initbench.run.ResolvedStudy;
import org.initbench.study.Block;
import org.initbench.study.BlockRunner;
import org.initbench.training.MachineLimits;
import org.initbench.training.NativeBackend;

/**
 * Trains the blocks of a study over and over in this process and looks at its memory: what a study needs must not grow with the time
 * that it takes, nor exceed what was predicted.
 */
final class Soak {

    private static final double MEBIBYTE = 1 << 20;
    private static final long LOOK_MILLIS = 5;

    /**
     * The memory of this process after a block, garbage collected.
     *
     * @param seconds since the beginning
     * @param blocks blocks trained so far
     * @param heap bytes of the Java heap in use
     * @param stacks largest number of bytes of native memory that stacks held since the sample before
     * @param left bytes of native memory that stacks hold although none is trained
     * @param resident bytes of the process in memory; 0 where the system does not tell
     */
    record Sample(double seconds, int blocks, long heap, long stacks, long left, long resident) {
        String line() {
            return String.format(
                    Locale.ROOT,
                    "%6.0f s %6d blocks   heap %6.1f MiB   stacks %6.2f MiB, left over %d bytes   process %7.1f MiB",
                    seconds,
                    blocks,
                    heap / MEBIBYTE,
                    stacks / MEBIBYTE,
                    left,
                    resident / MEBIBYTE);
        }
    }

    private final ResolvedStudy study;
    private final List<Sample> samples = new ArrayList<>();
    private final AtomicLong largest = new AtomicLong();

    /**
     * A study to be trained.
     *
     * @param study one without tuned learning rates
     */
    Soak(ResolvedStudy study) {
        this.study = study;
    }

    /** Native memory that the study's stacks are predicted to take in this process, in bytes. */
    long predicted() throws InterruptedException {
        return Forecast.of(study, MachineLimits.ofThisProcess()).memoryBytes();
    }

    /**
     * Trains until the time is over, task after task in turn.
     *
     * @param seconds how long
     * @param pause seconds between two samples
     * @param listener told each sample
     */
    void run(double seconds, double pause, Consumer<Sample> listener) throws InterruptedException, IOException {
        ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor();
        try {
            var unused = watch.scheduleAtFixedRate(this::look, 0, LOOK_MILLIS, TimeUnit.MILLISECONDS);
            train(seconds, pause, listener);
        } finally {
            watch.shutdown();
        }
    }

    private void look() {
        largest.accumulateAndGet(NativeBackend.allocatedBytes(), Math::max);
    }

    private void train(double seconds, double pause, Consumer<Sample> listener)
            throws InterruptedException, IOException {
        long begun = System.nanoTime();
        double now = 0;
        double next = 0;
        for (int blocks = 0; now < seconds; now = (System.nanoTime() - begun) / 1e9) {
            trainBlock(blocks++);
            if (now >= next) {
                next = now + pause;
                Sample sample = sample(now, blocks);
                samples.add(sample);
                listener.accept(sample);
            }
        }
    }

    private void trainBlock(int number) throws InterruptedException {
        int task = number % study.tasks().size();
        int replicate = number / study.tasks().size() * study.workers() * study.stackReplicates();
        Block block = Block.at(study, task, replicate);
        new BlockRunner(study, task, study.armsOf(block.task().name())).run(block, share -> {});
    }

    private Sample sample(double seconds, int blocks) throws IOException {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return new Sample(
                seconds,
                blocks,
                ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed(),
                largest.getAndSet(0),
                NativeBackend.allocatedBytes(),
                resident());
    }

    private static long resident() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return 0;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
                .findFirst()
                .orElse(0);
    }

    /** The samples so far. */
    List<Sample> samples() {
        return List.copyOf(samples);
    }

    /** The largest of the samples of the last third as a multiple of the largest of the middle third; the first is warm-up. */
    static double growth(List<Long> bytes) {
        int third = bytes.size() / 3;
        double before = largest(bytes.subList(third, 2 * third));
        double after = largest(bytes.subList(2 * third, bytes.size()));
        return after / Math.max(1, before);
    }

    private static double largest(List<Long> bytes) {
        return bytes.stream().mapToLong(Long::longValue).max().orElse(0);
    }
}
