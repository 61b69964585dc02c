package org.initbench.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.initbench.common.DataException;
import org.initbench.common.Streams;
import org.initbench.common.UsageException;

/**
 * Damages files at random and has them read. Only {@link UsageException} and {@link DataException} may come out, with a message, and
 * soon. Which damage is done follows from the seed and the number of the case alone.
 */
final class Fuzzer {

    private static final Duration LONGEST = Duration.ofSeconds(20);
    private static final int LONGEST_QUOTE = 3000;

    private final List<Target> targets;
    private final long seed;
    private final List<String> crashes = new ArrayList<>();
    private long accepted;
    private long refused;

    /**
     * A fuzzer.
     *
     * @param folder an empty folder, which the targets are made in
     * @param seed the seed
     */
    Fuzzer(Path folder, long seed) throws IOException {
        this.targets = Targets.in(folder);
        this.seed = seed;
    }

    /** Runs cases, target by target in turn. */
    void run(long first, long count) throws IOException {
        for (long number = first; number < first + count; number++) {
            run(number);
        }
    }

    private void run(long number) throws IOException {
        Target target = targets.get((int) (number % targets.size()));
        UniformRandomProvider random = Streams.of(seed, "fuzz", number);
        byte[] original = seed(target, random);
        byte[] damaged = new Mutator(random).mutate(original, seed(target, random));
        Files.write(target.file(), damaged);
        long begun = System.nanoTime();
        try {
            target.reader().read();
            accepted++;
        } catch (UsageException | DataException e) {
            refused++;
            if (e.getMessage() == null || e.getMessage().isBlank()) {
                crash(number, target, damaged, e);
            }
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            crash(number, target, damaged, e);
        }
        if (System.nanoTime() - begun > LONGEST.toNanos()) {
            crash(number, target, damaged, new IllegalStateException("took longer than " + LONGEST));
        }
        Files.write(target.file(), target.seeds().get(0).bytes());
    }

    private static byte[] seed(Target target, UniformRandomProvider random) {
        return target.seeds().get(random.nextInt(target.seeds().size())).bytes();
    }

    private void crash(long number, Target target, byte[] damaged, Throwable e) {
        StackTraceElement[] trace = e.getStackTrace();
        String content = Base64.getEncoder().encodeToString(damaged);
        crashes.add("case " + number + " of seed " + seed + ", " + target.name() + ": " + e
                + (trace.length == 0 ? "" : " at " + trace[0]) + "; content in base 64: "
                + content.substring(0, Math.min(LONGEST_QUOTE, content.length())));
    }

    /** What came out that may not. */
    List<String> crashes() {
        return List.copyOf(crashes);
    }

    /** Cases that were read without a complaint. */
    long accepted() {
        return accepted;
    }

    /** Cases that were refused. */
    long refused() {
        return refused;
    }
}
