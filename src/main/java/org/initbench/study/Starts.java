package org.initbench.study;

import java.util.ArrayList;
import java.util.List;
import org.initbench.init.Draws;
import org.initbench.init.Initializer;
import org.initbench.init.Initializers;
import org.initbench.init.WeightShape;
import org.initbench.run.ArmDescription;
import org.initbench.task.Dense;
import org.initbench.task.Task;
import org.initbench.training.Start;

/** Draws the starts of models: the initializer in every weight matrix of the network, the output layer included. */
public final class Starts {

    private Starts() {}

    /**
     * The start of one model.
     *
     * @param task the task
     * @param arm the initializer and its scale
     * @param replicate number of the replicate
     * @param seed the study's seed
     */
    public static Start of(Task task, ArmDescription arm, int replicate, long seed) {
        Initializer initializer = Initializers.byName(arm.initializer());
        double scale = arm.scale() == null ? 1 : arm.scale();
        Draws draws = new Draws(seed, task.name(), replicate);
        List<double[]> layers = new ArrayList<>();
        for (int i = 0; i < task.layers().size(); i++) {
            Dense layer = task.layers().get(i);
            WeightShape shape = new WeightShape(layer.fanOut(), layer.fanIn(), task.drawnBiases());
            layers.add(draws.layer(initializer, scale, i, shape));
        }
        return new Start(layers, replicate);
    }
}
