package org.initbench.training;

import java.util.List;
import org.initbench.task.DataOrder;
import org.initbench.task.Task;

/**
 * Models of one task, trained together: R models at once, each with its own weights, those of one replicate on the same
 * mini-batches.
 *
 * <p>The task alone decides how the models lie in memory: those of tiny networks are interleaved ({@link InterleavedModels}),
 * all others are slices ({@link SlicedModels}). Not safe for use by several threads at once; several stacks are independent.
 */
public final class Stack implements AutoCloseable {

    private final Task task;
    private final StackedModels stacked;
    private int models;

    /**
     * Makes a stack whose weights are all zero.
     *
     * @param task the task
     * @param order the order of the training samples; tiny networks that are evaluated on their only batch keep the natural order
     *     whatever it says
     * @param replicates for each model, the replicate whose data order it follows
     */
    public Stack(Task task, DataOrder order, int... replicates) {
        NativeBackend.require();
        this.task = task;
        models = replicates.length;
        stacked = InterleavedModels.suits(task)
                ? new InterleavedModels(task, order, replicates)
                : new SlicedModels(task, order, replicates);
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
     * Bytes of native memory that a stack takes while it trains, diagnosed or not.
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
