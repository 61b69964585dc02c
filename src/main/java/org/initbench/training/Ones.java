package org.initbench.training;

import org.bytedeco.javacpp.Pointer;
import org.initbench.task.Precision;

/** A column of ones as long as the longest one needed. */
final class Ones implements AutoCloseable {

    private final NativeArray array;

    Ones(Precision precision, int length) {
        array = new NativeArray(precision, length);
        array.fillColumn(length, 1, 0, 1);
    }

    Pointer pointer() {
        return array.at(0);
    }

    @Override
    public void close() {
        array.close();
    }
}
