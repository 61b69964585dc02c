package org.initbench.training;

import static org.bytedeco.openblas.global.openblas_nolapack.cblas_daxpy;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_dscal;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_saxpy;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_sscal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;
import org.initbench.optimizer.UpdateOperations;
import org.initbench.task.Precision;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * What an optimizer computes with: the first elements of native arrays. Their number is a multiple of 32, which leaves level-1
 * BLAS no remainder.
 */
final class NativeVectors implements UpdateOperations<NativeArray>, AutoCloseable {

    private final Precision precision;
    private final long capacity;
    private final List<NativeArray> temporaries = new ArrayList<>();
    private final Map<List<Object>, ElementwiseOperation> operations = new HashMap<>();
    private int temporariesUsed;
    private int length;

    /**
     * Vectors.
     *
     * @param precision format of the elements
     * @param capacity greatest length
     */
    NativeVectors(Precision precision, long capacity) {
        this.precision = precision;
        this.capacity = capacity;
    }

    /** Prepares for vectors of that length. */
    void bind(int elements) {
        operations.values().forEach(ElementwiseOperation::close);
        operations.clear();
        length = elements;
    }

    /** Gives temporaries back. */
    void reuseTemporaries() {
        temporariesUsed = 0;
    }

    /** x ← factor·x, for n elements. */
    static void scale(Precision precision, Pointer x, int n, double factor) {
        if (precision == Precision.FLOAT32) {
            cblas_sscal(n, (float) factor, (FloatPointer) x, 1);
        } else {
            cblas_dscal(n, factor, (DoublePointer) x, 1);
        }
    }

    /** target ← target + factor·x, for n elements. */
    static void addScaled(Precision precision, Pointer target, int n, double factor, Pointer x) {
        if (precision == Precision.FLOAT32) {
            cblas_saxpy(n, (float) factor, (FloatPointer) x, 1, (FloatPointer) target, 1);
        } else {
            cblas_daxpy(n, factor, (DoublePointer) x, 1, (DoublePointer) target, 1);
        }
    }

    @Override
    public void scale(NativeArray x, double factor) {
        scale(precision, x.start(), length, factor);
    }

    @Override
    public void addScaled(NativeArray target, double factor, NativeArray x) {
        addScaled(precision, target.start(), length, factor, x.start());
    }

    /** target ← a + b. */
    void add(NativeArray target, NativeArray a, NativeArray b) {
        named("add", target, a, b);
    }

    @Override
    public void multiply(NativeArray target, NativeArray a, NativeArray b) {
        named("multiply", target, a, b);
    }

    @Override
    public void divide(NativeArray target, NativeArray a, NativeArray b) {
        named("divide", target, a, b);
    }

    @Override
    public void squareRoot(NativeArray target, NativeArray x) {
        run(List.of("squareRoot", target, x), () -> ElementwiseOperation.squareRoot(view(target), view(x)));
    }

    @Override
    public void addConstant(NativeArray target, double value) {
        run(
                List.of("addConstant", target, value),
                () -> ElementwiseOperation.shifted(view(target), view(target), value));
    }

    @Override
    public NativeArray temporary() {
        if (temporariesUsed == temporaries.size()) {
            temporaries.add(new NativeArray(precision, capacity));
        }
        return temporaries.get(temporariesUsed++);
    }

    private void named(String name, NativeArray target, NativeArray a, NativeArray b) {
        run(List.of(name, target, a, b), () -> ElementwiseOperation.named(name, view(target), view(a), view(b)));
    }

    /** Runs an operation, binding it when it is first met. */
    private void run(List<Object> key, Supplier<ElementwiseOperation> binding) {
        operations.computeIfAbsent(key, k -> binding.get()).run();
    }

    private INDArray view(NativeArray array) {
        return array.part(0, length);
    }

    @Override
    public void close() {
        bind(0);
        temporaries.forEach(NativeArray::close);
    }
}
