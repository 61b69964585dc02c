package org.initbench.training;

import java.util.OptionalDouble;
import org.initbench.network.Dense;
import org.initbench.network.Layer;
import org.initbench.reference.PlainLoss;
import org.initbench.reference.PlainNetwork;
import org.initbench.reference.PlainTrainer;
import org.initbench.task.DataOrder;
import org.initbench.task.Task;

/** Plain Java, one model at a time, for networks of dense layers. */
final class PlainArithmetic implements Arithmetic {

    @Override
    public StackedModels models(Task task, DataOrder order, int[] replicates) {
        return new PlainModels(task, order, replicates);
    }

    @Override
    public Probe probe(Task task, int samples, int models) {
        return new PlainProbe(task, samples);
    }

    /** How a task's models are trained. */
    static PlainTrainer trainer(Task task) {
        OptionalDouble clip = Double.isInfinite(task.gradientClip())
                ? OptionalDouble.empty()
                : OptionalDouble.of(task.gradientClip());
        return new PlainTrainer(network(task), task.optimizer(), task.learningRate(), clip);
    }

    /**
     * A task's network.
     *
     * @throws IllegalArgumentException if it has other layers than dense ones
     */
    static PlainNetwork network(Task task) {
        for (Layer layer : task.network().layers()) {
            if (!(layer instanceof Dense)) {
                throw new IllegalArgumentException(
                        "task '" + task.name() + "' has a layer of kind " + layer.kind() + ", which is not dense");
            }
        }
        return new PlainNetwork(task.network(), PlainLoss.valueOf(task.loss().name()), task.precision());
    }
}
