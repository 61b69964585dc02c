package org.initbench.training;

import java.util.List;

/**
 * How one model starts.
 *
 * @param parameters for each of the network's parameters its values, row by row; rounded once to the task's precision
 * @param replicate the replicate whose data order the model follows
 */
public record Start(List<double[]> parameters, int replicate) {
    public Start {
        parameters = List.copyOf(parameters);
    }
}
