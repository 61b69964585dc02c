package org.initbench.training;

/** A step of a program: arithmetic on all models of a stack. */
interface Instruction extends AutoCloseable {

    /** Prepares for {@code models} models; {@link #run} may then be called for as many or fewer. */
    default void bind(int models) {}

    /** Does it for the first {@code models} models. */
    void run(int models);

    @Override
    default void close() {}
}
