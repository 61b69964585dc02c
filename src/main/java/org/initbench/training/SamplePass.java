package org.initbench.training;

/** A pass over samples that never change, for some models of a stack at a time. */
interface SamplePass extends AutoCloseable {

    /** Most models at once. */
    int capacity();

    /**
     * Runs models of the stack forward.
     *
     * @param first the first of them
     * @param count how many, at most {@link #capacity}
     */
    void forward(int first, int count);

    /** What the first {@code count} models of the last forward pass predict. */
    Observation observe(int count);

    @Override
    void close();
}
