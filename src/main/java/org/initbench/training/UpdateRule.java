package org.initbench.training;

import static org.bytedeco.openblas.global.openblas_nolapack.cblas_ddot;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_sdot;

import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;
import org.initbench.optimizer.Optimizer;
import org.initbench.task.Precision;
import org.initbench.task.Task;

/**
 * The optimizer at work on all models of a stack at once. Every operation is elementwise, on vectors of a length that leaves
 * level-1 BLAS no remainder; the norms that clipping needs are each model's own.
 */
final class UpdateRule implements AutoCloseable {

    private final Precision precision;
    private final Optimizer optimizer;
    private final double rate;
    private final double clip;
    private final ParameterArrays arrays;
    private final NativeVectors vectors;

    UpdateRule(Task task, ParameterArrays arrays, int models) {
        precision = task.precision();
        optimizer = task.optimizer();
        rate = task.learningRate();
        clip = task.gradientClip();
        this.arrays = arrays;
        vectors = new NativeVectors(precision, (long) models * arrays.size());
    }

    /** Prepares for {@code models} models. */
    void bind(int models) {
        vectors.bind(models * arrays.size());
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
                vectors.add(arrays.weightArray(), arrays.weightArray(), velocities);
            }
            return;
        }
        if (!Double.isInfinite(clip)) {
            for (int model = 0; model < models; model++) {
                clip(model);
            }
        }
        vectors.reuseTemporaries();
        optimizer.update(vectors, arrays.weightArray(), arrays.gradientArray(), arrays.stateArrays(), rate, step);
    }

    private void clip(int model) {
        Pointer gradient = arrays.gradientArray().at((long) model * arrays.size());
        double norm = Math.sqrt(squaredNorm(gradient, arrays.size()));
        if (norm > clip) {
            NativeVectors.scale(precision, gradient, arrays.size(), clip / norm);
        }
    }

    private double squaredNorm(Pointer x, int n) {
        return precision == Precision.FLOAT32
                ? cblas_sdot(n, (FloatPointer) x, 1, (FloatPointer) x, 1)
                : cblas_ddot(n, (DoublePointer) x, 1, (DoublePointer) x, 1);
    }

    @Override
    public void close() {
        vectors.close();
    }
}
