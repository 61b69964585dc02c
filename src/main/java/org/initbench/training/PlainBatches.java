package org.initbench.training;

import org.initbench.reference.PlainTrainer;
import org.initbench.task.DataOrder;
import org.initbench.task.Samples;
import org.initbench.task.Task;

/** The mini-batches that the models of one replicate see. A task with a single batch keeps the natural order. */
final class PlainBatches {

    private final Samples samples;
    private final DataOrder order;
    private final int replicate;
    private final int size;
    private final int perEpoch;
    private int epoch = -1;
    private int[] permutation = {};

    /**
     * Mini-batches.
     *
     * @param task the task
     * @param samples its training samples, rounded to its precision
     * @param order their order
     * @param replicate the replicate
     */
    PlainBatches(Task task, Samples samples, DataOrder order, int replicate) {
        this.samples = samples;
        this.replicate = replicate;
        size = task.batchSize();
        perEpoch = task.updatesPerEpoch();
        this.order = perEpoch == 1 ? DataOrder.natural() : order;
    }

    /** The batch of update number {@code step}, from 0. */
    PlainTrainer.Batch at(int step) {
        if (perEpoch == 1) {
            return new PlainTrainer.Batch(samples.inputs(), samples.targets());
        }
        if (step / perEpoch != epoch) {
            epoch = step / perEpoch;
            permutation = order.permutation(replicate, epoch, samples.count());
        }
        int first = step % perEpoch * size;
        return new PlainTrainer.Batch(
                gathered(samples.inputs(), samples.inputWidth(), first),
                gathered(samples.targets(), samples.targetWidth(), first));
    }

    private double[] gathered(double[] values, int width, int first) {
        double[] batch = new double[size * width];
        for (int i = 0; i < size; i++) {
            System.arraycopy(values, permutation[first + i] * width, batch, i * width, width);
        }
        return batch;
    }
}
