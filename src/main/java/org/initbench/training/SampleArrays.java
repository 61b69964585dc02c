package org.initbench.training;

import org.bytedeco.javacpp.Pointer;
import org.initbench.task.Precision;
import org.initbench.task.Samples;

/** Samples in native memory: inputs as a network reads them, and targets {@code [count, width]}. */
final class SampleArrays implements AutoCloseable {

    /** Stands for an element that is 0. */
    static final int ZERO = -1;

    /** Stands for an element that is 1. */
    static final int ONE = -2;

    private final Samples samples;
    private final NativeArray inputs;
    private final NativeArray targets;
    private final Pointer[] batchInputs;
    private final Pointer[] batchTargets;
    private final int[] layout;
    private int batch;

    /**
     * Allocates the arrays.
     *
     * @param samples the samples
     * @param batchSize samples of a batch; a divisor of their number
     * @param precision format of the elements
     * @param layout for each element of a sample's inputs which of its values it is, or {@link #ZERO} or {@link #ONE}
     */
    SampleArrays(Samples samples, int batchSize, Precision precision, int[] layout) {
        this.samples = samples;
        this.layout = layout;
        inputs = new NativeArray(precision, (long) samples.count() * layout.length);
        targets = new NativeArray(precision, samples.targets().length);
        int count = samples.count() / batchSize;
        batchInputs = inputs.slices(count, (long) batchSize * layout.length);
        batchTargets = targets.slices(count, (long) batchSize * samples.targetWidth());
    }

    /** Bytes of native memory that samples take. */
    static long bytes(Samples samples, Precision precision, int[] layout) {
        long each = layout.length + (long) samples.targetWidth();
        return samples.count() * each * NativeArray.bytes(precision);
    }

    /** Writes the samples in that order. */
    void arrange(int[] order) {
        int width = samples.inputWidth();
        int outputs = samples.targetWidth();
        double[] arrangedInputs = new double[order.length * layout.length];
        double[] arrangedTargets = new double[order.length * outputs];
        for (int i = 0; i < order.length; i++) {
            for (int j = 0; j < layout.length; j++) {
                int source = layout[j];
                arrangedInputs[i * layout.length + j] =
                        source >= 0 ? samples.inputs()[order[i] * width + source] : source == ONE ? 1 : 0;
            }
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
