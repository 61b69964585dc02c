package org.initbench.training;

import org.bytedeco.javacpp.Pointer;
import org.initbench.task.Precision;
import org.initbench.task.Samples;

/**
 * Samples in native memory: inputs {@code [count, width + 1]} whose last column is 1, and targets {@code [count, width]}.
 */
final class SampleArrays implements AutoCloseable {

    private final Samples samples;
    private final NativeArray inputs;
    private final NativeArray targets;
    private final Pointer input;
    private final Pointer[] batchTargets;
    private final int batchSize;
    private int batch;

    /**
     * Allocates the arrays.
     *
     * @param samples the samples
     * @param batchSize samples of a batch; a divisor of their number
     * @param precision format of the elements
     */
    SampleArrays(Samples samples, int batchSize, Precision precision) {
        this.samples = samples;
        this.batchSize = batchSize;
        inputs = new NativeArray(precision, (long) samples.count() * (samples.inputWidth() + 1));
        targets = new NativeArray(precision, samples.targets().length);
        input = inputs.at(0);
        batchTargets = targets.slices(samples.count() / batchSize, (long) batchSize * samples.targetWidth());
    }

    /** Writes the samples in that order. */
    void arrange(int[] order) {
        int width = samples.inputWidth();
        int outputs = samples.targetWidth();
        double[] arrangedInputs = new double[order.length * (width + 1)];
        double[] arrangedTargets = new double[order.length * outputs];
        for (int i = 0; i < order.length; i++) {
            System.arraycopy(samples.inputs(), order[i] * width, arrangedInputs, i * (width + 1), width);
            arrangedInputs[i * (width + 1) + width] = 1;
            System.arraycopy(samples.targets(), order[i] * outputs, arrangedTargets, i * outputs, outputs);
        }
        inputs.put(0, arrangedInputs);
        targets.put(0, arrangedTargets);
    }

    /** Moves {@link #input} and {@link #target} to that batch. */
    void moveTo(int number) {
        batch = number;
        input.position((long) number * batchSize * (samples.inputWidth() + 1));
    }

    /** The inputs from the current batch on. The same object whatever the batch. */
    Pointer input() {
        return input;
    }

    /** The targets of the current batch. */
    Pointer target() {
        return batchTargets[batch];
    }

    @Override
    public void close() {
        inputs.close();
        targets.close();
    }
}
