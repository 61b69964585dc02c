package org.initbench.theory;

import org.initbench.task.LossFunction;
import org.initbench.task.Task;
import org.initbench.task.TaskDescription;

/**
 * How alike samples are, where a mean over samples strays with one network as a whole.
 *
 * @param samples number of samples, at least 1
 * @param inputs root mean square of the correlation between two samples' inputs
 * @param derivatives mean square of the cosine between two samples' derivatives by the outputs
 */
record Alikeness(int samples, double inputs, double derivatives) {

    /** As if all samples were one. */
    static final Alikeness ONE = new Alikeness(1, 1, 1);

    /**
     * Of the samples looked into. With K equally frequent classes and a softmax that starts near 1/K, derivatives of samples of one
     * class are parallel, and those of two have the cosine −1/(K − 1); of other losses nothing is known.
     */
    static Alikeness of(TaskDescription task) {
        Double similarity = task.inputSimilarity();
        int classes = task.layers().get(task.layers().size() - 1).matrices().isEmpty()
                ? 1
                : task.layers().get(task.layers().size() - 1).matrices().get(0).units();
        boolean softmax = task.loss().equals(LossFunction.SOFTMAX_CROSS_ENTROPY.label()) && classes > 2;
        double apart = 1.0 / (classes - 1);
        return new Alikeness(
                Math.min(Task.DIAGNOSED, task.evaluationSamples()),
                similarity == null ? 1 : similarity,
                softmax ? 1.0 / classes + (1 - 1.0 / classes) * apart * apart : 1);
    }

    /** The mean over all pairs of samples of what is {@code same} for a sample and itself and {@code different} for two. */
    double mean(double same, double different) {
        return same / samples + different * (samples - 1) / samples;
    }
}
