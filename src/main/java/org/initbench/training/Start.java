package org.initbench.training;

import java.util.List;

/**
 * How one model starts.
 *
 * @param layers for each layer {@code fanOut × (fanIn + 1)} values row by row, the bias last in each row; rounded once to
 *     the task's precision
 * @param replicate the replicate whose data order the model follows
 */
public record Start(List<double[]> layers, int replicate) {
    public Start {
        layers = List.copyOf(layers);
    }
}
