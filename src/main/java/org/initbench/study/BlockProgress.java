package org.initbench.study;

import java.util.function.DoubleConsumer;

/** The share of a block that is done, added up over threads; it never goes back and ends at 1. */
final class BlockProgress {

    private final double whole;
    private final DoubleConsumer listener;
    private double done;

    /**
     * Nothing is done yet.
     *
     * @param whole the whole work, in any unit
     * @param listener told the share that is done, in [0, 1], by one thread at a time
     */
    BlockProgress(double whole, DoubleConsumer listener) {
        this.whole = whole;
        this.listener = listener;
    }

    /** Adds what was done, in the unit of the whole work. */
    synchronized void add(double work) {
        done += work;
        listener.accept(Math.min(1, done / whole));
    }
}
