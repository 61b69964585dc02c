package org.initbench.training;

import static org.bytedeco.openblas.global.openblas_nolapack.cblas_daxpy;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_ddot;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_dscal;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_saxpy;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_sdot;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_sscal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;
import org.initbench.optimizer.Optimizer;
import org.initbench.optimizer.UpdateOperations;
import org.initbench.task.Precision;
import org.initbench.task.Task;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The optimizer at work on all models of a stack at once. Every operation is elementwise, on vectors of a length that leaves
 * level-1 BLAS no remainder; the norms that clipping needs are each model's own.
 */
final class UpdateRule implements UpdateOperations<NativeArray>, AutoCloseable {

    private final Precision precision;
    private final Optimizer optimizer;
    private final double rate;
    private final double clip;
    private final ParameterArrays arrays;
    private final int capacity;
    private final List<NativeArray> temporaries = new ArrayList<>();
    private final Map<List<Object>, ElementwiseOperation> operations = new HashMap<>();
    private int temporariesUsed;
    private int length;

    UpdateRule(Task task, ParameterArrays arrays, int models) {
        precision = task.precision();
        optimizer = task.optimizer();
        rate = task.learningRate();
        clip = task.gradientClip();
        this.arrays = arrays;
        capacity = models;
    }

    /** Prepares for {@code models} models. */
    void bind(int models) {
        operations.values().forEach(ElementwiseOperation::close);
        operations.clear();
        length = models * arrays.size();
    }

    /**
     * Changes the weights by the gradients; where the two are fused, by the velocities.
     *
     * @param models number of models
     * @param step number of this update, from 1
     */
    void update(int models, int step) {
        if (arrays.isFused()) {
            for (NativeArray velocities : arrays.stateArrays()) {
                addVelocities(velocities);
            }
            return;
        }
        if (!Double.isInfinite(clip)) {
            for (int model = 0; model < models; model++) {
                clip(model);
            }
        }
        temporariesUsed = 0;
        optimizer.update(this, arrays.weightArray(), arrays.gradientArray(), arrays.stateArrays(), rate, step);
    }

    private void addVelocities(NativeArray velocities) {
        NativeArray weights = arrays.weightArray();
        named("add", weights, weights, velocities);
    }

    private void clip(int model) {
        Pointer gradient = arrays.gradientArray().at((long) model * arrays.size());
        double norm = Math.sqrt(squaredNorm(gradient, arrays.size()));
        if (norm > clip) {
            scale(gradient, arrays.size(), clip / norm);
        }
    }

    private double squaredNorm(Pointer x, int n) {
        return precision == Precision.FLOAT32
                ? cblas_sdot(n, (FloatPointer) x, 1, (FloatPointer) x, 1)
                : cblas_ddot(n, (DoublePointer) x, 1, (DoublePointer) x, 1);
    }

    private void scale(Pointer x, int n, double factor) {
        if (precision == Precision.FLOAT32) {
            cblas_sscal(n, (float) factor, (FloatPointer) x, 1);
        } else {
            cblas_dscal(n, factor, (DoublePointer) x, 1);
        }
    }

    @Override
    public void scale(NativeArray x, double factor) {
        scale(x.start(), length, factor);
    }

    @Override
    public void addScaled(NativeArray target, double factor, NativeArray x) {
        if (precision == Precision.FLOAT32) {
            cblas_saxpy(length, (float) factor, (FloatPointer) x.start(), 1, (FloatPointer) target.start(), 1);
        } else {
            cblas_daxpy(length, factor, (DoublePointer) x.start(), 1, (DoublePointer) target.start(), 1);
        }
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
            temporaries.add(new NativeArray(precision, (long) capacity * arrays.size()));
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
