package org.initbench.training;

import org.initbench.task.DataOrder;
import org.initbench.task.Task;

/** ND4J's native CPU backend. The task alone decides how models lie in memory. */
final class NativeArithmetic implements Arithmetic {

    @Override
    public StackedModels models(Task task, DataOrder order, int[] replicates) {
        NativeBackend.require();
        return InterleavedModels.suits(task)
                ? new InterleavedModels(task, order, replicates)
                : new SlicedModels(task, order, replicates);
    }

    @Override
    public Probe probe(Task task, int samples, int models) {
        return new NativeProbe(
                task, samples, NativeProbe.Memory.of(task, samples).together(models));
    }
}
