package org.initbench.training;

import org.bytedeco.javacpp.Pointer;
import org.initbench.task.Dense;
import org.initbench.task.Precision;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of one dense layer for every model of a stack: {@code [models, fanOut, fanIn + 1]}, the bias last in
 * each row, and the velocities where the optimizer has momentum.
 */
final class DenseParameters implements AutoCloseable {

    private final Dense layer;
    private final Precision precision;
    private final NativeArray weights;
    private final @Nullable NativeArray velocities;
    private final Pointer[] weightSlices;
    private final Pointer[] velocitySlices;
    private @Nullable ElementwiseOperation addVelocity;

    DenseParameters(Dense layer, Precision precision, int models, boolean momentum) {
        this.layer = layer;
        this.precision = precision;
        int size = layer.parameters();
        weights = new NativeArray(precision, (long) models * size);
        weightSlices = weights.slices(models, size);
        velocities = momentum ? new NativeArray(precision, (long) models * size) : null;
        velocitySlices = velocities == null ? new Pointer[0] : velocities.slices(models, size);
    }

    Dense layer() {
        return layer;
    }

    /** The matrix of model {@code slot}. */
    Pointer weights(int slot) {
        return weightSlices[slot];
    }

    /** The velocity of model {@code slot}. */
    Pointer velocity(int slot) {
        return velocitySlices[slot];
    }

    /** Sets a model's parameters, each rounded once, and stops it. */
    void write(int slot, double[] values) {
        if (values.length != layer.parameters()) {
            throw new IllegalArgumentException(
                    "expected " + layer.parameters() + " parameters for " + layer + ", got " + values.length);
        }
        weights.put((long) slot * values.length, values);
        if (velocities != null) {
            velocities.put((long) slot * values.length, new double[values.length]);
        }
    }

    /** A model's parameters. */
    double[] read(int slot) {
        return weights.get((long) slot * layer.parameters(), layer.parameters());
    }

    /** Moves a model to another slot. */
    void move(int from, int to) {
        NativeArray.copy(precision, weightSlices[from], weightSlices[to], layer.parameters());
        if (velocities != null) {
            NativeArray.copy(precision, velocitySlices[from], velocitySlices[to], layer.parameters());
        }
    }

    /** Prepares elementwise work on the first {@code models} slots. */
    void bind(int models) {
        release();
        if (velocities != null) {
            long size = (long) models * layer.parameters();
            addVelocity =
                    ElementwiseOperation.named("add", weights.view(size), weights.view(size), velocities.view(size));
        }
    }

    /** weights ← weights + velocities; nothing without momentum. */
    void addVelocities() {
        if (addVelocity != null) {
            addVelocity.run();
        }
    }

    private void release() {
        if (addVelocity != null) {
            addVelocity.close();
            addVelocity = null;
        }
    }

    @Override
    public void close() {
        release();
        weights.close();
        if (velocities != null) {
            velocities.close();
        }
    }
}
