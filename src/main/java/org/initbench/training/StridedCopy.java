package org.initbench.training;

import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import org.initbench.task.Precision;

/**
 * Copies of blocks between native arrays whose rows lie at different distances.
 *
 * @param rows rows of the block
 * @param columns columns of the block
 * @param source where it is
 * @param target where it goes
 */
record StridedCopy(long rows, int columns, Place source, Place target) {

    /** Shorter rows are copied element by element. */
    private static final int SHORT = 6;

    /**
     * A block in an array.
     *
     * @param array the array
     * @param first index of the block's first element
     * @param stride elements between two rows
     */
    record Place(NativeArray array, long first, long stride) {}

    /** Copies the block. */
    void run() {
        if (source.array.precision() == Precision.FLOAT32) {
            copy(source.array.floats(), target.array.floats());
        } else {
            copy(source.array.doubles(), target.array.doubles());
        }
    }

    private void copy(FloatBuffer from, FloatBuffer to) {
        int s = (int) source.first;
        int t = (int) target.first;
        for (long row = 0; row < rows; row++) {
            if (columns < SHORT) {
                for (int i = 0; i < columns; i++) {
                    to.put(t + i, from.get(s + i));
                }
            } else {
                to.put(t, from, s, columns);
            }
            s += (int) source.stride;
            t += (int) target.stride;
        }
    }

    private void copy(DoubleBuffer from, DoubleBuffer to) {
        int s = (int) source.first;
        int t = (int) target.first;
        for (long row = 0; row < rows; row++) {
            if (columns < SHORT) {
                for (int i = 0; i < columns; i++) {
                    to.put(t + i, from.get(s + i));
                }
            } else {
                to.put(t, from, s, columns);
            }
            s += (int) source.stride;
            t += (int) target.stride;
        }
    }

    /** Sets every element of a block to a constant. */
    static void fill(long rows, int columns, double value, Place target) {
        if (target.array.precision() == Precision.FLOAT32) {
            FloatBuffer buffer = target.array.floats();
            for (long row = 0; row < rows; row++) {
                int t = (int) (target.first + row * target.stride);
                for (int i = 0; i < columns; i++) {
                    buffer.put(t + i, (float) value);
                }
            }
        } else {
            DoubleBuffer buffer = target.array.doubles();
            for (long row = 0; row < rows; row++) {
                int t = (int) (target.first + row * target.stride);
                for (int i = 0; i < columns; i++) {
                    buffer.put(t + i, value);
                }
            }
        }
    }
}
