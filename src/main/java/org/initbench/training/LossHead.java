package org.initbench.training;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.Pointer;
import org.initbench.task.LossFunction;
import org.initbench.task.Precision;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The loss on top of a network, for every model of a stack: what it predicts, and the loss's derivative by the output layer's
 * activations up to a factor, {@code predictions − targets} (cross-entropies predict by softmax or the logistic function, and
 * their derivative is by what goes into it).
 */
final class LossHead implements AutoCloseable {

    private final LossFunction loss;
    private final Precision precision;
    private final Node output;
    private final int samples;
    private final int width;
    private final boolean trainable;
    private final @Nullable NativeArray probabilities;
    private final NativeArray targets;
    private final Pointer[] targetSlices;
    private final SampleArrays[] sources;
    private final List<ElementwiseOperation> predict = new ArrayList<>();
    private final List<ElementwiseOperation> differentiate = new ArrayList<>();

    /**
     * A head.
     *
     * @param loss the loss
     * @param output the network's last node, {@code [samples, width]}
     * @param precision the arithmetic
     * @param models most models at once
     */
    LossHead(LossFunction loss, Node output, Precision precision, int models) {
        this.loss = loss;
        this.precision = precision;
        this.output = output;
        trainable = output.storage().hasDerivatives();
        samples = output.rows();
        width = output.columns();
        long slice = (long) samples * width;
        probabilities = loss.classifies() ? new NativeArray(precision, models * slice) : null;
        targets = new NativeArray(precision, trainable ? models * slice : 1);
        targetSlices = trainable ? targets.slices(models, slice) : new Pointer[0];
        sources = new SampleArrays[models];
    }

    /** Elements of native memory of each model. */
    static long elementsPerModel(LossFunction loss, Node output, boolean trainable) {
        long slice = (long) output.rows() * output.columns();
        return (loss.classifies() ? slice : 0) + (trainable ? slice : 0);
    }

    /** Prepares elementwise work on the first {@code models} slots. */
    void bind(int models) {
        release();
        long[] shape = {models, samples, width};
        INDArray outputs = output.storage().valueArray().view(shape);
        INDArray predictions = predictions().view(shape);
        if (loss.classifies()) {
            predict.add(
                    loss == LossFunction.SOFTMAX_CROSS_ENTROPY
                            ? ElementwiseOperation.softmax(predictions, outputs)
                            : ElementwiseOperation.sigmoid(predictions, outputs));
        }
        if (trainable) {
            differentiate.add(ElementwiseOperation.named(
                    "subtract", output.storage().derivativeArray().view(shape), predictions, targets.view(shape)));
        }
    }

    private NativeArray predictions() {
        return probabilities == null ? output.storage().valueArray() : probabilities;
    }

    /** Sets whose current batch's targets a model is to meet. */
    void setSamples(int slot, SampleArrays source) {
        sources[slot] = source;
    }

    /** predictions ← what the output layer says: probabilities for cross-entropies, activations otherwise. */
    void predict() {
        predict.forEach(ElementwiseOperation::run);
    }

    /** The output's derivatives ← predictions − targets; the loss's factor is left to the gradients. */
    void differentiate() {
        differentiate.forEach(ElementwiseOperation::run);
    }

    /** Copies the targets of the models' current batches. */
    void copyTargets(int models) {
        for (int slot = 0; slot < models; slot++) {
            NativeArray.copy(precision, sources[slot].target(), targetSlices[slot], (long) samples * width);
        }
    }

    /** What the first {@code models} models predict. */
    Observation observe(int models) {
        int slice = samples * width;
        return new Observation(
                loss,
                width,
                predictions().get(0, models * slice),
                slot -> output.storage().valueArray().get((long) slot * slice, slice));
    }

    private void release() {
        predict.forEach(ElementwiseOperation::close);
        predict.clear();
        differentiate.forEach(ElementwiseOperation::close);
        differentiate.clear();
    }

    @Override
    public void close() {
        release();
        if (probabilities != null) {
            probabilities.close();
        }
        targets.close();
    }
}
