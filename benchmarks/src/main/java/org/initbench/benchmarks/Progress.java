package org.initbench.benchmarks;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/**
 * How far a study is: a live line with the time that remains where the error stream is a terminal, else a plain line now
 * and then.
 */
final class Progress implements AutoCloseable {

    private static final int UNITS = 1000;
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
                    .setTaskName("")
                    .setInitialMax(UNITS)
                    .setStyle(ProgressBarStyle.ASCII)
                    .setUpdateIntervalMillis(250)
                    .hideEta()
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
        double share = Math.min(1, (done + current) / whole);
        if (bar != null) {
            bar.stepTo(Math.round(UNITS * share));
            bar.setExtraMessage(" " + remaining(share) + "  " + label);
        } else if (!live && System.nanoTime() - lastPlain > PLAIN_PAUSE_NANOS) {
            lastPlain = System.nanoTime();
            err.println(String.format(
                    Locale.ROOT,
                    "%3.0f %%  %s elapsed, %s  %s",
                    100 * share,
                    clock(elapsed()),
                    remaining(share),
                    label));
        }
    }

    private String remaining(double share) {
        if (share < 0.02) {
            return "estimating";
        }
        return clock(elapsed() * (1 - share) / share) + " left";
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
