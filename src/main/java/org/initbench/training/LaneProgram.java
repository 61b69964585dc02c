package org.initbench.training;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.Pointer;
import org.initbench.task.Precision;

/**
 * Elementwise arithmetic on rows of lanes, written down once and run again and again. Sums over rows have a fixed order, so
 * that a lane's result depends on nothing but the lane.
 */
final class LaneProgram implements AutoCloseable {

    private final Precision precision;
    private final List<ElementwiseOperation> operations = new ArrayList<>();
    private ElementwiseOperation[] program = new ElementwiseOperation[0];

    LaneProgram(Precision precision) {
        this.precision = precision;
    }

    /** Runs what was written down. */
    void run() {
        if (program.length != operations.size()) {
            program = operations.toArray(ElementwiseOperation[]::new);
        }
        for (ElementwiseOperation operation : program) {
            operation.run();
        }
    }

    /** Adds operations. */
    void add(List<ElementwiseOperation> more) {
        operations.addAll(more);
    }

    /** target ← x. */
    void copy(Rows target, Rows x) {
        Pointer from = x.start();
        Pointer to = target.start();
        int length = x.length();
        operations.add(() -> NativeArray.copy(precision, from, to, length));
    }

    /** target ← 0. */
    void clear(Rows target) {
        Pointer to = target.start();
        long bytes = (long) target.length() * NativeArray.bytes(precision);
        operations.add(() -> Pointer.memset(to, 0, bytes));
    }

    /** target ← target + factor·x. */
    void addScaled(Rows target, double factor, Rows x) {
        Pointer from = x.start();
        Pointer to = target.start();
        int length = x.length();
        operations.add(() -> NativeVectors.addScaled(precision, to, length, factor, from));
    }

    /** x ← factor·x. */
    void scale(Rows x, double factor) {
        Pointer start = x.start();
        int length = x.length();
        operations.add(() -> NativeVectors.scale(precision, start, length, factor));
    }

    /** An operation on two arrays by its name, such as {@code multiply}; target may be an operand. */
    void pairwise(String name, Rows target, Rows a, Rows b) {
        operations.add(PairwiseOperation.of(name, target.vector(), a.vector(), b.vector()));
    }

    /** Every row of the target ← x, one row. */
    void repeat(Rows target, Rows x) {
        copy(target.row(0), x);
        for (int done = 1; done < target.count(); done *= 2) {
            int more = Math.min(done, target.count() - done);
            copy(target.part(done, more), target.part(0, more));
        }
    }

    /** target, one row ← the sum of the rows of x, which are overwritten: the upper half is added to the lower one. */
    void sum(Rows target, Rows x) {
        for (int rows = x.count(); rows > 1; rows = rows - rows / 2) {
            int upper = rows / 2;
            addScaled(x.part(0, upper), 1, x.part(rows - upper, upper));
        }
        copy(target, x.row(0));
    }

    @Override
    public void close() {
        operations.forEach(ElementwiseOperation::close);
    }
}
