package org.initbench.training;

import org.bytedeco.javacpp.Pointer;
import org.initbench.task.Precision;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Where a node of a network keeps its values, and the derivatives of the loss by them, for every model of a stack: {@code
 * [models, rows, columns]}, or with one more column that is constantly 1, the bias input of the layers that read it.
 *
 * <p>Nodes that differ only in how they cut the same elements into rows share one storage. Two storages may share memory:
 * values where an operation works in place, derivatives where an operation passes them on.
 */
final class Storage {

    private final int rows;
    private final int columns;
    private final boolean padded;
    private int uses;
    private boolean kept;
    private boolean written;
    private @Nullable Storage valuesIn;
    private @Nullable Storage derivativesIn;
    private @Nullable Memory values;
    private @Nullable Memory derivatives;

    Storage(int rows, int columns, boolean padded) {
        this.rows = rows;
        this.columns = columns;
        this.padded = padded;
    }

    /** Elements between two rows. */
    int stride() {
        return padded ? columns + 1 : columns;
    }

    int rows() {
        return rows;
    }

    int columns() {
        return columns;
    }

    /** Whether there is a column of ones. */
    boolean padded() {
        return padded;
    }

    /** Elements of one model. */
    long slice() {
        return (long) rows * stride();
    }

    /** Takes note that one more operation reads the values. */
    void use() {
        uses++;
    }

    /** Whether exactly one operation reads the values. */
    boolean usedOnce() {
        return uses == 1;
    }

    /** Forbids overwriting the values: somebody needs them later. */
    void keep() {
        kept = true;
    }

    /** Whether an operation that reads the values may overwrite them. */
    boolean replaceable() {
        return usedOnce() && !kept;
    }

    /** Lets the values live where another's are. */
    void shareValues(Storage other) {
        valuesIn = other;
    }

    /** Lets the derivatives live where another's are: they are set with them. */
    void shareDerivatives(Storage other) {
        derivativesIn = other;
    }

    /** Whether the derivatives live where another's are. */
    boolean sharesDerivatives() {
        return derivativesIn != null;
    }

    /** Takes note that an instruction adds to the derivatives; returns whether it is the first one and must set them. */
    boolean claimDerivatives() {
        if (derivativesIn != null) {
            throw new IllegalStateException("shared derivatives are set where they live");
        }
        boolean first = !written;
        written = true;
        return first;
    }

    /** Whether any instruction sets the derivatives. */
    boolean hasDerivatives() {
        return derivativesIn == null ? written : derivativesIn.hasDerivatives();
    }

    /** The values of the first {@code models} models as one vector. */
    INDArray values(int models) {
        return values().view(models);
    }

    /** The derivatives of the first {@code models} models as one vector. */
    INDArray derivatives(int models) {
        return derivatives().view(models);
    }

    /** A model's values. */
    Pointer value(int slot) {
        return values().slices[slot];
    }

    /** A model's derivatives. */
    Pointer derivative(int slot) {
        return derivatives().slices[slot];
    }

    NativeArray valueArray() {
        return values().array;
    }

    NativeArray derivativeArray() {
        return derivatives().array;
    }

    /** Bytes of a model; shared memory counts where it is. */
    long bytesPerModel(Precision precision) {
        int copies = (valuesIn == null ? 1 : 0) + (derivativesIn == null && written ? 1 : 0);
        return copies * slice() * NativeArray.bytes(precision);
    }

    /** Allocates what is not shared. */
    void allocate(Precision precision, int models) {
        if (valuesIn == null) {
            values = new Memory(precision, models, slice());
            if (padded) {
                fillOnes(models);
            }
        }
        if (derivativesIn == null && written) {
            derivatives = new Memory(precision, models, slice());
        }
    }

    /** Sets the column of ones of the first {@code models} models. */
    void fillOnes(int models) {
        StridedCopy.fill((long) models * rows, 1, 1, new StridedCopy.Place(valueArray(), columns, stride()));
    }

    void close() {
        if (values != null) {
            values.array.close();
        }
        if (derivatives != null) {
            derivatives.array.close();
        }
    }

    private Memory values() {
        Memory memory = valuesIn == null ? values : valuesIn.values();
        if (memory == null) {
            throw new IllegalStateException("no memory for values");
        }
        return memory;
    }

    private Memory derivatives() {
        Memory memory = derivativesIn == null ? derivatives : derivativesIn.derivatives();
        if (memory == null) {
            throw new IllegalStateException("no memory for derivatives");
        }
        return memory;
    }

    /** An array with a slice for each model. */
    private static final class Memory {
        final NativeArray array;
        final Pointer[] slices;
        final long slice;

        Memory(Precision precision, int models, long slice) {
            this.slice = slice;
            array = new NativeArray(precision, models * slice);
            slices = array.slices(models, slice);
        }

        INDArray view(int models) {
            return array.view(models * slice);
        }
    }
}
