package org.initbench.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.initbench.task.Task;

/** What the tiles of a stack need only while they work, one after the other: gradients and scratch. */
final class TileWorkspace implements AutoCloseable {

    private static final int SCRATCHES = 4;

    private final Rows gradient;
    private final Rows ones;
    private final List<Rows> scratches = new ArrayList<>();

    /**
     * Allocates a workspace.
     *
     * @param task the task
     * @param lanes most lanes of a tile
     */
    TileWorkspace(Task task, int lanes) {
        gradient = Rows.allocate(task.precision(), lanes, task.parameters());
        ones = Rows.allocate(task.precision(), lanes, 1);
        double[] one = new double[lanes];
        Arrays.fill(one, 1);
        ones.array().put(0, one);
        for (int i = 0; i < SCRATCHES; i++) {
            scratches.add(Rows.allocate(task.precision(), lanes, widest(task)));
        }
    }

    /** Rows of the activations of the widest layer. */
    private static int widest(Task task) {
        int units = 0;
        for (int i = 0; i < task.network().layers().size(); i++) {
            units = Math.max(units, task.network().parametersOf(i).get(0).rows());
        }
        return units * task.batchSize();
    }

    /** Rows of a workspace. */
    static int rows(Task task) {
        return task.parameters() + 1 + SCRATCHES * widest(task);
    }

    /** Where gradients go, for a tile of that many lanes. */
    Rows gradient(int lanes) {
        return new Rows(gradient.array(), lanes, 0, gradient.count());
    }

    /** A row of ones. */
    Rows ones(int lanes) {
        return new Rows(ones.array(), lanes, 0, 1);
    }

    /** Scratch, as many rows as the widest layer has activations. */
    Rows scratch(int number, int lanes) {
        Rows scratch = scratches.get(number);
        return new Rows(scratch.array(), lanes, 0, scratch.count());
    }

    @Override
    public void close() {
        gradient.array().close();
        ones.array().close();
        scratches.forEach(scratch -> scratch.array().close());
    }
}
