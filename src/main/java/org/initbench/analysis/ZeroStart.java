package org.initbench.analysis;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What moved in the runs that started with all weights zero. From there the column {@code signs_kept} is the share of weights that
 * are still exactly zero at the end, since a weight of zero has a sign of its own.
 *
 * @param task name of the task
 * @param hidden hidden layers
 * @param n runs
 * @param converged runs that reached the headline level
 * @param weights weights that the initializer sets, biases apart
 * @param stayed fewest of them, over the runs, that were zero at the end
 * @param stayedMost most of them, over the runs
 * @param distance largest distance of all parameters, biases included, from their start
 * @param loss median relative loss at the end: 1 is guessing
 * @param looked runs that were looked into
 * @param layers the layers with parameters, input side first; empty where none was looked into
 */
public record ZeroStart(
        String task,
        int hidden,
        int n,
        int converged,
        int weights,
        int stayed,
        int stayedMost,
        double distance,
        Estimate loss,
        int looked,
        List<Layer> layers) {

    public ZeroStart {
        layers = List.copyOf(layers);
    }

    /**
     * A layer, over all looks at all runs that were looked into.
     *
     * @param layer its place among those of the task, from 0
     * @param name how it is called, such as {@code hidden layer 1}
     * @param weights its weights that the initializer sets, biases apart
     * @param firstGradient largest norm of the gradient by its parameters, biases included, before the first update
     * @param largestGradient largest norm of that gradient at any look; 0 is exactly zero
     * @param largestSpread largest distance between two of its units' incoming weights; null where it has no units to compare
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Layer(
            int layer,
            String name,
            int weights,
            double firstGradient,
            double largestGradient,
            @Nullable Double largestSpread) {}
}
