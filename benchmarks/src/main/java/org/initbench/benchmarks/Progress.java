package org.initbench.benchmarks;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressState;
import org.jspecify.annotations.Nullable;

/**
 * How far a study is: a live line with the time that remains where the error stream is a terminal, else a plain line now
 * and then.
 */
final class Progress implements AutoCloseable {

    private static final int UNITS = 1000;
    private static final int LONGEST_BAR = 40;
    private static final int SHORTEST_BAR = 5;
    private static final long PLAIN_PAUSE_NANOS = Duration.ofSeconds(15).toNanos();

    private final boolean live;
    private final PrintWriter err;
    private final long started = System.nanoTime();
    private double whole = 1;
    private double done;
    private double current;
    private String label = "";
    private long lastPlain = started;
    private @Nullable ProgressBar bar;

    /**
     * A display that shows nothing yet.
     *
     * @param live whether lines may be drawn over
     * @param err where plain lines go
     */
    Progress(boolean live, PrintWriter err) {
        this.live = live;
        this.err = err;
    }

    /** Begins, knowing the whole expected cost. */
    synchronized void start(double cost) {
        whole = Math.max(cost, Double.MIN_NORMAL);
        if (live) {
            bar = new ProgressBarBuilder()
                    .setInitialMax(UNITS)
                    .setUpdateIntervalMillis(250)
                    .setRenderer(this::line)
                    .setConsumer(new ConsoleProgressBarConsumer(System.err))
                    .build();
        }
        show();
    }

    /** Names the work at hand. */
    synchronized void label(String text) {
        label = text;
        show();
    }

    /** Tells the cost of what is done of the work at hand. */
    synchronized void within(double cost) {
        current = Math.max(current, cost);
        show();
    }

    /** The work at hand is done. */
    synchronized void done(double cost) {
        done += cost;
        current = 0;
        show();
    }

    private void show() {
        if (bar != null) {
            bar.stepTo(Math.round(UNITS * share()));
        } else if (!live && System.nanoTime() - lastPlain > PLAIN_PAUSE_NANOS) {
            lastPlain = System.nanoTime();
            err.println(text());
        }
    }

    private double share() {
        return Math.min(1, (done + current) / whole);
    }

    /** The live line: as much of a bar as fits, and the plain line. */
    private synchronized String line(ProgressState state, int width) {
        String text = text();
        int cells = Math.min(LONGEST_BAR, width - text.length() - 4);
        if (cells < SHORTEST_BAR) {
            return text.substring(0, Math.max(0, Math.min(text.length(), width - 1)));
        }
        int full = (int) Math.round(cells * share());
        return "[" + "=".repeat(full) + " ".repeat(cells - full) + "] " + text;
    }

    private String text() {
        double share = share();
        String remaining = share < 0.02 ? "estimating" : clock(elapsed() * (1 - share) / share) + " left";
        return String.format(
                Locale.ROOT, "%3.0f %%  %s elapsed, %s  %s", 100 * share, clock(elapsed()), remaining, label);
    }

    private double elapsed() {
        return (System.nanoTime() - started) / 1e9;
    }

    private static String clock(double seconds) {
        long whole = Math.round(seconds);
        return String.format(Locale.ROOT, "%d:%02d", whole / 60, whole % 60);
    }

    @Override
    public synchronized void close() {
        if (bar != null) {
            bar.close();
            bar = null;
        }
    }
}
