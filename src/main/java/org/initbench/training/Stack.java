package org.initbench.training;

import java.util.List;
import org.initbench.run.Engine;
import org.initbench.task.DataOrder;
import org.initbench.task.Task;

/**
 * Models of one task, trained together: R models at once, each with its own weights, those of one replicate on the same
 * mini-batches.
 *
 * <p>On ND4J the task alone decides how the models lie in memory: those of tiny networks are interleaved ({@link
 * InterleavedModels}), all others are slices ({@link SlicedModels}). The reference engine trains them one by one ({@link
 * PlainModels}). Not safe for use by several threads at once; several stacks are independent.
 */
public final class Stack implements AutoCloseable {

    private final Task task;
    private final Arithmetic arithmetic;
    private final StackedModels stacked;
    private int models;

    /** Makes a stack on ND4J whose weights are all zero, as {@link #Stack(Engine, Task, DataOrder, int...)} does. */
    public Stack(Task task, DataOrder order, int... replicates) {
        this(Engine.ND4J, task, order, replicates);
    }

    /**
     * Makes a stack whose weights are all zero.
     *
     * @param engine what trains it
     * @param task the task
     * @param order the order of the training samples; the reference engine, and tiny networks that are evaluated on their only
     *     batch, keep the natural order of a single batch whatever it says
     * @param replicates for each model, the replicate whose data order it follows
     */
    public Stack(Engine engine, Task task, DataOrder order, int... replicates) {
        this.task = task;
        models = replicates.length;
        arithmetic = Arithmetic.of(engine);
        stacked = arithmetic.models(task, order, replicates);
    }

    /** Number of models that are still training. */
    public int models() {
        return models;
    }

    /**
     * Sets a model's parameters, each rounded once to the task's precision.
     *
     * @param slot the model, from 0
     * @param values for each of the network's parameters its values, row by row
     */
    public void write(int slot, List<double[]> values) {
        stacked.write(slot, values);
    }

    /** A model's parameters, as {@link #write} takes them. */
    public List<double[]> read(int slot) {
        return stacked.read(slot);
    }

    /**
     * Makes update number {@code step} of every model.
     *
     * @param step updates made so far; steps are taken in order, from 0
     */
    public void step(int step) {
        stacked.update(step);
    }

    /** What trains the models, and looks into them. */
    Arithmetic arithmetic() {
        return arithmetic;
    }

    /** The models themselves. */
    StackedModels stacked() {
        return stacked;
    }

    /** Takes a model out: the last model moves to its slot. */
    void remove(int slot) {
        stacked.remove(slot);
        models--;
    }

    /**
     * Bytes of native memory that a stack on ND4J takes while it trains, diagnosed or not.
     *
     * @param task the task
     * @param models number of models
     * @param replicates number of replicates among them
     */
    public static long bytes(Task task, int models, int replicates) {
        return (InterleavedModels.suits(task)
                        ? InterleavedModels.bytes(task, models)
                        : SlicedModels.bytes(task, models, replicates))
                + Evaluation.bytes(task, models)
                + Insight.bytes(task, models);
    }

    @Override
    public String toString() {
        return "stack of " + models + " " + task.name();
    }

    @Override
    public void close() {
        stacked.close();
    }
}
