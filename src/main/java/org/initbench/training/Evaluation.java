package org.initbench.training;

import java.util.ArrayList;
import java.util.List;
import org.initbench.task.Criterion;
import org.initbench.task.Samples;
import org.initbench.task.Task;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the models of a stack: their loss on the evaluation samples, and their metric on the test samples (or, where there
 * are none, the training samples): accuracy, loss or the share of patterns learned.
 *
 * <p>Samples are many and nothing is kept for a backward pass: models are looked at a few at a time, as many as a cache holds.
 */
final class Evaluation implements AutoCloseable {

    private final Task task;
    private final Stack stack;
    private final Samples samples;
    private final @Nullable SamplePass evaluation;
    private final @Nullable SamplePass test;
    private final List<Look> looks = new ArrayList<>();
    private boolean[] within = new boolean[0];

    Evaluation(Task task, Stack stack) {
        this.task = task;
        this.stack = stack;
        samples = task.evaluation();
        evaluation = task.evaluatedOnBatch() ? null : stack.stacked().newPass(samples);
        boolean measuresTest = !(task.criterion() instanceof Criterion.OutputBand);
        test = measuresTest ? stack.stacked().newPass(task.data().test()) : null;
    }

    /** Bytes of native memory that looking at a stack of that many models takes, at most. */
    static long bytes(Task task, int models) {
        long sum = 0;
        if (!task.evaluatedOnBatch()) {
            sum += NativeSamplePass.bytes(task, task.evaluation(), models);
        }
        if (!(task.criterion() instanceof Criterion.OutputBand)) {
            sum += NativeSamplePass.bytes(task, task.data().test(), models);
        }
        return sum;
    }

    /** The loss of every model after {@code updates} updates. */
    double[] losses(int updates) {
        double[] losses = new double[stack.models()];
        within = new boolean[stack.models()];
        looks.clear();
        if (evaluation == null) {
            stack.stacked().forward(updates);
            look(stack.stacked().observe(), 0, losses);
            return losses;
        }
        forEach(evaluation, (observation, first) -> look(observation, first, losses));
        return losses;
    }

    private void look(Observation observation, int first, double[] losses) {
        double[] seen = observation.losses(samples.targets());
        System.arraycopy(seen, 0, losses, first, seen.length);
        if (task.criterion() instanceof Criterion.OutputBand band) {
            looks.add(new Look(observation, first));
            for (int slot = 0; slot < seen.length; slot++) {
                within[first + slot] = observation.isWithin(slot, samples.targets(), band.tolerance());
            }
        }
    }

    /** Whether every output of a model lay within the task's band when {@link #losses} looked last. */
    boolean withinBand(int slot) {
        return within[slot];
    }

    /** The metric of every model now. Call after {@link #losses}. */
    double[] metrics() {
        double[] metrics = new double[stack.models()];
        if (task.criterion() instanceof Criterion.OutputBand band) {
            for (Look look : looks) {
                look.countWithin(samples, band.tolerance(), metrics);
            }
            return metrics;
        }
        if (test == null) {
            throw new IllegalStateException(task.name() + " has no test samples");
        }
        Samples held = task.data().test();
        forEach(test, (observation, first) -> {
            double[] losses = observation.losses(held.targets());
            for (int slot = 0; slot < losses.length; slot++) {
                metrics[first + slot] = task.loss().classifies()
                        ? (double) observation.countCorrect(slot, held.targets()) / held.count()
                        : losses[slot];
            }
        });
        return metrics;
    }

    /**
     * What some models of the stack were seen to predict.
     *
     * @param observation the predictions
     * @param first the first of the models
     */
    private record Look(Observation observation, int first) {

        /** Sets, for each model, the share of samples whose every prediction is close to its target. */
        void countWithin(Samples samples, double tolerance, double[] shares) {
            for (int slot = 0; slot < observation.models(samples); slot++) {
                int count = observation.countWithin(slot, samples.targets(), tolerance);
                shares[first + slot] = (double) count / samples.count();
            }
        }
    }

    /** What is done with some models of the stack after a forward pass. */
    @FunctionalInterface
    private interface Visitor {
        void visit(Observation observation, int first);
    }

    private void forEach(SamplePass pass, Visitor visitor) {
        for (int first = 0; first < stack.models(); first += pass.capacity()) {
            int count = Math.min(pass.capacity(), stack.models() - first);
            pass.forward(first, count);
            visitor.visit(pass.observe(count), first);
        }
    }

    @Override
    public void close() {
        if (evaluation != null) {
            evaluation.close();
        }
        if (test != null) {
            test.close();
        }
    }
}
