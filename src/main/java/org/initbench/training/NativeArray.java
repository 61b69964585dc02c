package org.initbench.training;

import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.util.concurrent.atomic.AtomicLong;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;
import org.initbench.task.Precision;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A contiguous array in native memory, owned by ND4J: allocated once, read and written as doubles, addressed by element
 * for the BLAS and by shape for ND4J's operations.
 */
final class NativeArray implements AutoCloseable {

    private static final AtomicLong ALLOCATED = new AtomicLong();

    private final Precision precision;
    private final INDArray flat;
    private final Pointer base;
    private final @Nullable FloatBuffer floats;
    private final @Nullable DoubleBuffer doubles;
    private boolean closed;

    /**
     * Allocates zeros.
     *
     * @param precision format of the elements
     * @param length number of elements
     */
    NativeArray(Precision precision, long length) {
        this.precision = precision;
        flat = Nd4j.create(precision == Precision.FLOAT32 ? DataType.FLOAT : DataType.DOUBLE, length);
        if (precision == Precision.FLOAT32) {
            FloatPointer pointer = new FloatPointer(flat.data().pointer());
            base = pointer;
            floats = pointer.asBuffer();
            doubles = null;
        } else {
            DoublePointer pointer = new DoublePointer(flat.data().pointer());
            base = pointer;
            floats = null;
            doubles = pointer.asBuffer();
        }
        ALLOCATED.addAndGet(bytes());
    }

    /** Bytes of all arrays of this process that are not closed. */
    static long allocatedBytes() {
        return ALLOCATED.get();
    }

    private long bytes() {
        return flat.length() * bytes(precision);
    }

    Precision precision() {
        return precision;
    }

    /** The elements, of single precision. */
    FloatBuffer floats() {
        return existing(floats);
    }

    /** The elements, of double precision. */
    DoubleBuffer doubles() {
        return existing(doubles);
    }

    private static <T> T existing(@Nullable T buffer) {
        if (buffer == null) {
            throw new IllegalStateException("the array has the other precision");
        }
        return buffer;
    }

    /** Bytes of one element. */
    static int bytes(Precision precision) {
        return precision == Precision.FLOAT32 ? Float.BYTES : Double.BYTES;
    }

    /** A pointer to element 0. */
    Pointer start() {
        return base;
    }

    /** A pointer to element {@code offset}; its own position is 0, which {@link #copy} relies on. */
    Pointer at(long offset) {
        return base.getPointer(offset);
    }

    /**
     * Pointers to equal slices that follow one another.
     *
     * @param count number of slices
     * @param length elements of each
     */
    Pointer[] slices(int count, long length) {
        Pointer[] slices = new Pointer[count];
        for (int i = 0; i < count; i++) {
            slices[i] = at(i * length);
        }
        return slices;
    }

    /** The first elements as an array of that shape, row-major, sharing this memory. */
    INDArray view(long... shape) {
        long[] strides = new long[shape.length];
        long stride = 1;
        for (int i = shape.length - 1; i >= 0; i--) {
            strides[i] = stride;
            stride *= shape[i];
        }
        return Nd4j.create(flat.data(), shape, strides, 0, 'c');
    }

    /** {@code length} elements from element {@code offset} on as a vector, sharing this memory. */
    INDArray part(long offset, long length) {
        return Nd4j.create(flat.data(), new long[] {length}, new long[] {1}, offset, 'c');
    }

    /** Writes values, each rounded once, from element {@code offset} on. */
    void put(long offset, double... values) {
        if (precision == Precision.FLOAT32) {
            float[] rounded = new float[values.length];
            for (int i = 0; i < values.length; i++) {
                rounded[i] = (float) values[i];
            }
            floats().put(Math.toIntExact(offset), rounded);
        } else {
            doubles().put(Math.toIntExact(offset), values);
        }
    }

    /** Reads {@code count} elements from element {@code offset} on; exact in either precision. */
    double[] get(long offset, int count) {
        double[] values = new double[count];
        if (precision == Precision.FLOAT32) {
            float[] read = new float[count];
            floats().get(Math.toIntExact(offset), read);
            for (int i = 0; i < count; i++) {
                values[i] = read[i];
            }
        } else {
            doubles().get(Math.toIntExact(offset), values);
        }
        return values;
    }

    /** Sets column {@code column} of a row-major matrix that starts at element 0. */
    void fillColumn(long rows, int columns, int column, double value) {
        if (precision == Precision.FLOAT32) {
            FloatPointer floats = (FloatPointer) base;
            for (long i = 0; i < rows; i++) {
                floats.put(i * columns + column, (float) value);
            }
        } else {
            DoublePointer doubles = (DoublePointer) base;
            for (long i = 0; i < rows; i++) {
                doubles.put(i * columns + column, value);
            }
        }
    }

    /** Copies {@code count} elements from where one pointer's position 0 is to where another's is. */
    static void copy(Precision precision, Pointer source, Pointer target, long count) {
        Pointer.memcpy(target, source, count * bytes(precision));
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            ALLOCATED.addAndGet(-bytes());
            flat.close();
        }
    }
}
