package org.initbench.benchmarks;

import java.util.Locale;
import java.util.OptionalDouble;

/** How a forked benchmark tells its parent how far it is: lines on its standard output, which JMH hands on. */
final class ProgressLines {

    /** Begins a line that tells the share of the current iteration. */
    static final String ITERATION = "##initbench-progress ";

    /** Begins a line that tells the share of the set-up before the first iteration. */
    static final String SET_UP = "##initbench-set-up ";

    private static final long PAUSE_NANOS = 200_000_000L;

    private static long last;

    private ProgressLines() {}

    /** Tells the share of the current iteration that is done, at most five times a second, if anybody wants to know. */
    static void tell(double share) {
        tell(ITERATION, share);
    }

    /** Tells the share of the set-up that is done, as {@link #tell(double)} does. */
    static void tellSetUp(double share) {
        tell(SET_UP, share);
    }

    private static void tell(String prefix, double share) {
        if (!Boolean.getBoolean(Harness.PROGRESS)) {
            return;
        }
        synchronized (ProgressLines.class) {
            long now = System.nanoTime();
            if (now - last < PAUSE_NANOS) {
                return;
            }
            last = now;
        }
        System.out.println(prefix + String.format(Locale.ROOT, "%.4f", share));
    }

    /** The share that a line with such a beginning tells; empty for any other line. */
    static OptionalDouble parse(String prefix, String line) {
        if (!line.startsWith(prefix)) {
            return OptionalDouble.empty();
        }
        try {
            return OptionalDouble.of(
                    Double.parseDouble(line.substring(prefix.length()).trim()));
        } catch (NumberFormatException e) {
            return OptionalDouble.empty();
        }
    }
}
