package org.initbench.benchmarks;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * What happens at Ctrl-C, or when the system asks the process to end, while a study is run: the processes that train are ended,
 * and a farewell is said. Nothing else is to be done, for what is finished is on disk. The exit code is that of the signal: 130 for
 * Ctrl-C.
 */
final class Interruption implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration SIGNAL_TIME = Duration.ofSeconds(2);
    private static final long PAUSE_MILLIS = 20;

    private final Thread hook;
    private volatile boolean begun;

    /**
     * Is prepared from now on, until it is closed.
     *
     * @param farewell said when it happens
     */
    Interruption(Runnable farewell) {
        hook = new Thread(() -> happen(farewell), "interruption");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    private void happen(Runnable farewell) {
        begun = true;
        endDescendants();
        farewell.run();
    }

    private static void endDescendants() {
        List<ProcessHandle> all = ProcessHandle.current().descendants().toList();
        all.forEach(ProcessHandle::destroyForcibly);
        CompletableFuture<Void> ended =
                CompletableFuture.allOf(all.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new));
        try {
            ended.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            // they end when they notice that their parent has
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Goes no further if the process is ending. A terminal sends Ctrl-C to the processes that train as well: what their end looks
     * like to their parent, a failure, is none.
     *
     * @param bySignal whether something was ended by a signal, so that this process may be about to learn of it
     */
    void standStillIfEnding(boolean bySignal) {
        Instant end = Instant.now().plus(bySignal ? SIGNAL_TIME : Duration.ZERO);
        while (!begun && Instant.now().isBefore(end)) {
            pause();
        }
        if (begun) {
            standStill();
        }
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            standStill();
        }
    }

    /** Until the process has ended. */
    private static void standStill() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
