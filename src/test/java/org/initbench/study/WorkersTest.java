package org.initbench.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(20)
class WorkersTest {

    /** Results in the order of completion would be given to other cells. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 64})
    void resultsComeInTheOrderOfTheWork(int threads) throws InterruptedException {
        List<Callable<Integer>> work = new ArrayList<>();
        List<Integer> expected = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            int piece = i;
            expected.add(i);
            work.add(() -> {
                Thread.sleep(piece % 3);
                return piece;
            });
        }
        assertThat(Workers.invoke(threads, work)).isEqualTo(expected);
        assertThat(Workers.invoke(threads, List.<Callable<Integer>>of())).isEmpty();
    }

    /** A study that asks for two workers gets two and no more: memory is reckoned for as many stacks. */
    @Test
    void asManyPiecesRunAtATimeAsThereAreThreads() throws InterruptedException {
        CyclicBarrier together = new CyclicBarrier(2);
        AtomicInteger running = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        Callable<Boolean> piece = () -> {
            most.accumulateAndGet(running.incrementAndGet(), Math::max);
            together.await(10, TimeUnit.SECONDS);
            running.decrementAndGet();
            return true;
        };
        assertThat(Workers.invoke(2, List.of(piece, piece, piece, piece))).hasSize(4);
        assertThat(most).hasValue(2);
    }

    /** A failure that stays in its thread would leave runs out without a word. */
    @Test
    void failuresReachTheCaller() {
        IllegalArgumentException problem = new IllegalArgumentException("a stack failed");
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> Workers.invoke(2, List.of(() -> 1, fails(problem))))
                .isSameAs(problem);
        OutOfMemoryError error = new OutOfMemoryError("native");
        assertThatExceptionOfType(OutOfMemoryError.class)
                .isThrownBy(() -> Workers.invoke(1, List.of(fails(error))))
                .isSameAs(error);
        IOException checked = new IOException("disk");
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> Workers.invoke(1, List.of(fails(checked))))
                .withCause(checked);
    }

    private static Callable<Integer> fails(Throwable problem) {
        return () -> {
            if (problem instanceof Error error) {
                throw error;
            }
            throw (Exception) problem;
        };
    }

    /** Otherwise a stopped study goes on training behind the user's back. */
    @Test
    void anInterruptReachesThePieces() throws InterruptedException {
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch stopped = new CountDownLatch(1);
        AtomicInteger refused = new AtomicInteger();
        Callable<Boolean> endless = () -> {
            started.countDown();
            try {
                Thread.sleep(60_000);
            } catch (InterruptedException e) {
                stopped.countDown();
                throw e;
            }
            return true;
        };
        Thread caller = new Thread(() -> {
            try {
                Workers.invoke(1, List.of(endless));
            } catch (InterruptedException e) {
                refused.incrementAndGet();
            }
        });
        caller.start();
        started.await();
        caller.interrupt();
        caller.join();
        assertThat(refused).hasValue(1);
        assertThat(stopped.await(10, TimeUnit.SECONDS)).isTrue();
    }
}
