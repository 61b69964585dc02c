package org.initbench.training;

import org.initbench.run.Engine;
import org.initbench.task.DataOrder;
import org.initbench.task.Task;

/** What an {@link Engine} trains models with, and looks into them with. */
interface Arithmetic {

    /** That of an engine. */
    static Arithmetic of(Engine engine) {
        return switch (engine) {
            case ND4J -> new NativeArithmetic();
            case REFERENCE -> new PlainArithmetic();
        };
    }

    /**
     * Models whose weights are all zero.
     *
     * @param task the task
     * @param order the order of the training samples
     * @param replicates for each model, the replicate whose data order it follows
     */
    StackedModels models(Task task, DataOrder order, int[] replicates);

    /**
     * What looks into models.
     *
     * @param task the task
     * @param samples samples to run models over: the first ones of the evaluation samples
     * @param models how many models there are; it need not take all at once
     */
    Probe probe(Task task, int samples, int models);
}
