package org.initbench.training;

import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.initbench.task.Criterion;
import org.initbench.task.Samples;
import org.initbench.task.Task;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the models of a stack: their loss on the evaluation samples and their metric, the accuracy on the test samples
 * or, for tasks with an output band, the share of patterns learned.
 */
final class Evaluation implements AutoCloseable {

    private final Task task;
    private final Stack stack;
    private final Samples samples;
    private final @Nullable Fixed evaluation;
    private final @Nullable Fixed test;

    Evaluation(Task task, Stack stack) {
        this.task = task;
        this.stack = stack;
        samples = task.evaluation();
        evaluation = task.evaluatedOnBatch() ? null : new Fixed(samples);
        test = task.criterion() instanceof Criterion.OutputBand
                ? null
                : new Fixed(task.data().test());
    }

    /** The loss of every model after {@code updates} updates. */
    double[] losses(int updates) {
        if (evaluation == null) {
            stack.forward(updates);
        } else {
            evaluation.forward();
        }
        pass().head().observe(stack.models());
        return pass().head().losses(samples.targets());
    }

    /** The pass that {@link #losses} ran last. */
    NetworkPass pass() {
        return evaluation == null ? stack.training() : evaluation.pass;
    }

    /** Whether every output of a model lay within {@code band} of its target when {@link #losses} ran last. */
    boolean withinBand(int slot, Criterion.OutputBand band) {
        return countWithin(slot, band) == samples.count();
    }

    /** The metric of every model now. Call after {@link #losses}. */
    double[] metrics() {
        IntToDoubleFunction metric;
        if (test == null) {
            Criterion.OutputBand band = (Criterion.OutputBand) task.criterion();
            metric = slot -> (double) countWithin(slot, band) / samples.count();
        } else {
            Samples held = task.data().test();
            test.forward();
            LossHead head = test.pass.head();
            head.observe(stack.models());
            metric = slot -> (double) head.countCorrect(slot, held.targets()) / held.count();
        }
        return IntStream.range(0, stack.models()).mapToDouble(metric).toArray();
    }

    private int countWithin(int slot, Criterion.OutputBand band) {
        return pass().head().countWithin(slot, samples.targets(), band.tolerance());
    }

    /** A pass over samples that never change and that every model sees. */
    private final class Fixed implements AutoCloseable {
        private final SampleArrays arrays;
        private final NetworkPass pass;
        private int bound;

        Fixed(Samples samples) {
            arrays = new SampleArrays(samples, samples.count(), task.precision());
            arrays.arrange(IntStream.range(0, samples.count()).toArray());
            pass = stack.newPass(samples.count());
            bound = stack.bound();
            for (int slot = 0; slot < stack.models(); slot++) {
                pass.setInputs(slot, arrays.input());
            }
        }

        void forward() {
            if (bound != stack.bound()) {
                bound = stack.bound();
                pass.bind(bound);
            }
            pass.forward(stack.models());
        }

        @Override
        public void close() {
            pass.close();
            arrays.close();
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
