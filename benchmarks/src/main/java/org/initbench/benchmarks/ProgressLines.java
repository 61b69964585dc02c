package org.initbench.benchmarks;

import java.util.Locale;
import java.util.OptionalDouble;

/** How a forked benchmark tells its parent how far it is: lines on its standard output, which JMH hands on. */
final class ProgressLines {

    private static final String PREFIX = "##initbench-progress ";
    private static final long PAUSE_NANOS = 200_000_000L;

    private static long last;

    private ProgressLines() {}

    /** Tells the share of the current iteration that is done, at most five times a second, if anybody wants to know. */
    static void tell(double share) {
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
        System.out.println(PREFIX + String.format(Locale.ROOT, "%.4f", share));
    }

    /** The share that a line tells; empty for any other line. */
    static OptionalDouble parse(String line) {
        if (!line.startsWith(PREFIX)) {
            return OptionalDouble.empty();
        }
        try {
            return OptionalDouble.of(
                    Double.parseDouble(line.substring(PREFIX.length()).trim()));
        } catch (NumberFormatException e) {
            return OptionalDouble.empty();
        }
    }
}
