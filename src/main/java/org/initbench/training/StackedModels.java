package org.initbench.training;

import java.util.List;
import org.initbench.task.Samples;

/**
 * The models of a stack: their parameters, what the optimizer keeps of them, and the arithmetic that trains
 * them. What becomes of a model depends on itself and the task, to the last bit, and on nothing else.
 */
interface StackedModels extends AutoCloseable {

    /** Sets a model's parameters, each rounded once to the task's precision, and forgets what the optimizer kept of it. */
    void write(int slot, List<double[]> values);

    /** A model's parameters, as {@link #write} takes them. */
    List<double[]> read(int slot);

    /** Takes a model out: the last model moves to its slot. */
    void remove(int slot);

    /** Runs every model forward on the batch of update {@code step}, unless that was done already. */
    void forward(int step);

    /**
     * Makes update number {@code step} of every model.
     *
     * @param step updates made so far; steps are taken in order, from 0
     */
    void update(int step);

    /** What the models predict for the batch of the last forward pass. */
    Observation observe();

    /** A pass over samples for the models that there are; the caller closes it. */
    SamplePass newPass(Samples samples);

    @Override
    void close();
}
