package org.initbench.training;

import java.util.Arrays;
import org.bytedeco.javacpp.Pointer;
import org.initbench.task.Precision;
import org.initbench.task.Samples;

/**
 * Samples in native memory: inputs {@code [count, width]}, or {@code [count, width + 1]} with ones in the last column, and
 * targets {@code [count, width]}.
 */
final class SampleArrays implements AutoCloseable {

    private final Samples samples;
    private final NativeArray inputs;
    private final NativeArray targets;
    private final Pointer[] batchInputs;
    private final Pointer[] batchTargets;
    private final int stride;
    private int batch;

    /**
     * Allocates the arrays.
     *
     * @param samples the samples
     * @param batchSize samples of a batch; a divisor of their number
     * @param precision format of the elements
     * @param ones whether inputs have a column of ones
     */
    SampleArrays(Samples samples, int batchSize, Precision precision, boolean ones) {
        this.samples = samples;
        stride = ones ? samples.inputWidth() + 1 : samples.inputWidth();
        inputs = new NativeArray(precision, (long) samples.count() * stride);
        targets = new NativeArray(precision, samples.targets().length);
        int count = samples.count() / batchSize;
        batchInputs = inputs.slices(count, (long) batchSize * stride);
        batchTargets = targets.slices(count, (long) batchSize * samples.targetWidth());
    }

    /** Bytes of native memory that samples take, at most. */
    static long bytes(Samples samples, Precision precision) {
        long each = samples.inputWidth() + 1L + samples.targetWidth();
        return samples.count() * each * NativeArray.bytes(precision);
    }

    /** Writes the samples in that order. */
    void arrange(int[] order) {
        int width = samples.inputWidth();
        int outputs = samples.targetWidth();
        double[] arrangedInputs = new double[order.length * stride];
        double[] arrangedTargets = new double[order.length * outputs];
        Arrays.fill(arrangedInputs, 1);
        for (int i = 0; i < order.length; i++) {
            System.arraycopy(samples.inputs(), order[i] * width, arrangedInputs, i * stride, width);
            System.arraycopy(samples.targets(), order[i] * outputs, arrangedTargets, i * outputs, outputs);
        }
        inputs.put(0, arrangedInputs);
        targets.put(0, arrangedTargets);
    }

    /** Moves {@link #input} and {@link #target} to that batch. */
    void moveTo(int number) {
        batch = number;
    }

    /** The inputs of the current batch. */
    Pointer input() {
        return batchInputs[batch];
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
