package org.initbench.training;

import java.util.stream.IntStream;
import org.bytedeco.javacpp.Pointer;

/**
 * The samples that a model sees. Products read them where they are, models of one replicate from the same place; other
 * operations read a copy.
 */
final class InputNode extends Node {

    private SampleArrays[] samples = new SampleArrays[0];
    private boolean copied;
    private int[] gathered = new int[0];

    InputNode(int rows, int columns) {
        super(rows, columns);
    }

    /** Makes room for that many models. */
    void allocate(int models) {
        samples = new SampleArrays[models];
    }

    /** Sets whose current batch a model sees. */
    void set(int slot, SampleArrays source) {
        samples[slot] = source;
    }

    /**
     * Lets samples be stored as their patches, which are then read where they are.
     *
     * @param layout for each element of a sample's patches which of its values it is, as {@link SampleArrays} takes it
     */
    void gather(int[] layout) {
        gathered = layout;
    }

    /** How samples are to be stored: each of their elements once, then a one where products want it, unless gathered. */
    int[] layout() {
        if (gathered.length > 0) {
            return gathered;
        }
        int[] layout = IntStream.range(0, storage().padded() ? columns() + 1 : columns())
                .toArray();
        if (storage().padded()) {
            layout[columns()] = SampleArrays.ONE;
        }
        return layout;
    }

    /** Asks for a copy of the samples in the storage. */
    void copy() {
        copied = true;
    }

    /** Whether the samples are copied to the storage. */
    boolean isCopied() {
        return copied;
    }

    @Override
    Pointer value(int slot) {
        return copied ? storage().value(slot) : samples[slot].input();
    }

    @Override
    boolean trainable() {
        return false;
    }

    @Override
    void emitForward(Program program) {
        if (copied) {
            program.forEachSlot(slot -> NativeArray.copy(
                    program.precision(),
                    samples[slot].input(),
                    storage().value(slot),
                    storage().slice()));
        }
    }

    @Override
    void emitBackward(Program program) {}
}
