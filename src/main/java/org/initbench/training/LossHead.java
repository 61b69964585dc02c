package org.initbench.training;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.Pointer;
import org.initbench.task.LossFunction;
import org.initbench.task.Precision;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The loss on top of a network, for every model of a stack: its value by model, and its derivative by the output layer's
 * activations, {@code predictions − targets} (cross-entropy predicts by softmax and its derivative already includes that).
 */
final class LossHead implements AutoCloseable {

    private static final double SMALLEST_SAFE_PROBABILITY = 1e-30;
    private static final double SMALLEST_SAFE_PRODUCT = 1e-200;

    private final LossFunction loss;
    private final Precision precision;
    private final int samples;
    private final int width;
    private final DensePass output;
    private final NativeArray predictions;
    private final NativeArray targets;
    private final Pointer[] targetSlices;
    private double[] predicted = new double[0];
    private final List<ElementwiseOperation> predict = new ArrayList<>();
    private final List<ElementwiseOperation> differentiate = new ArrayList<>();

    LossHead(LossFunction loss, DensePass output, Precision precision, int models, int samples, int width) {
        this.loss = loss;
        this.precision = precision;
        this.samples = samples;
        this.width = width;
        this.output = output;
        long slice = (long) samples * width;
        predictions = loss == LossFunction.SOFTMAX_CROSS_ENTROPY
                ? new NativeArray(precision, models * slice)
                : output.activations();
        targets = new NativeArray(precision, models * slice);
        targetSlices = targets.slices(models, slice);
    }

    /** Prepares elementwise work on the first {@code models} slots. */
    void bind(int models, boolean trainable) {
        release();
        long[] shape = {models, samples, width};
        INDArray p = predictions.view(shape);
        if (loss == LossFunction.SOFTMAX_CROSS_ENTROPY) {
            predict.add(ElementwiseOperation.named(
                    "softmax", p, output.activations().view(shape)));
        }
        if (trainable) {
            differentiate.add(
                    ElementwiseOperation.named("subtract", output.deltas().view(shape), p, targets.view(shape)));
        }
    }

    /** Sets a model's targets. */
    void setTargets(int slot, Pointer source) {
        NativeArray.copy(precision, source, targetSlices[slot], (long) samples * width);
    }

    /** predictions ← what the output layer says: probabilities for cross-entropy, activations otherwise. */
    void predict() {
        predict.forEach(ElementwiseOperation::run);
    }

    /** The output layer's deltas ← predictions − targets. */
    void differentiate() {
        differentiate.forEach(ElementwiseOperation::run);
    }

    /** Reads the predictions of the first {@code models} models, for {@link #losses} and {@link #countWithin}. */
    void observe(int models) {
        predicted = predictions.get(0, models * samples * width);
    }

    /**
     * The loss of every observed model on its samples.
     *
     * @param expected the targets, {@code [samples, width]}, equal for all models
     * @return one loss a model: infinite or NaN where the network's output is
     */
    double[] losses(double[] expected) {
        double[] losses = new double[predicted.length / expected.length];
        for (int slot = 0; slot < losses.length; slot++) {
            losses[slot] = loss == LossFunction.SOFTMAX_CROSS_ENTROPY
                    ? crossEntropy(slot, expected) / samples
                    : halfSquaredError(slot, expected);
        }
        return losses;
    }

    /** Number of an observed model's samples, all of whose predictions lie closer than {@code tolerance} to their targets. */
    int countWithin(int slot, double[] expected, double tolerance) {
        int from = slot * expected.length;
        int count = 0;
        for (int i = 0; i < expected.length; i += width) {
            boolean within = true;
            for (int j = i; j < i + width; j++) {
                within &= Math.abs(expected[j] - predicted[from + j]) < tolerance;
            }
            count += within ? 1 : 0;
        }
        return count;
    }

    /**
     * Number of an observed model's samples whose largest prediction is that of their label, the first of equal ones;
     * predictions that are not numbers are wrong.
     */
    int countCorrect(int slot, double[] expected) {
        int from = slot * expected.length;
        int count = 0;
        for (int i = 0; i < expected.length; i += width) {
            int largest = i;
            for (int j = i + 1; j < i + width; j++) {
                largest = predicted[from + j] > predicted[from + largest] ? j : largest;
            }
            boolean correct = expected[largest] == 1 && !Double.isNaN(predicted[from + largest]);
            count += correct ? 1 : 0;
        }
        return count;
    }

    private double halfSquaredError(int slot, double[] expected) {
        int from = slot * expected.length;
        double sum = 0;
        for (int i = 0; i < expected.length; i++) {
            double error = expected[i] - predicted[from + i];
            sum += error * error;
        }
        return sum / 2;
    }

    /** Σ −ln p(label): logarithms are taken of products of probabilities, as many as a double holds. */
    private double crossEntropy(int slot, double[] expected) {
        int from = slot * expected.length;
        double sum = 0;
        double product = 1;
        for (int i = 0; i < expected.length; i++) {
            if (expected[i] != 1) {
                continue;
            }
            double p = predicted[from + i];
            if (p >= SMALLEST_SAFE_PROBABILITY) {
                product *= p;
                if (product < SMALLEST_SAFE_PRODUCT) {
                    sum -= StrictMath.log(product);
                    product = 1;
                }
            } else {
                sum += crossEntropyByLogits(slot, i / width, i % width);
            }
        }
        return sum - StrictMath.log(product);
    }

    /** −ln p(label) of one sample where p underflows, or is not a number. */
    private double crossEntropyByLogits(int slot, int sample, int label) {
        double[] logits = output.activations().get(((long) slot * samples + sample) * width, width);
        double largest = Double.NEGATIVE_INFINITY;
        for (double z : logits) {
            largest = Math.max(largest, z);
        }
        double sum = 0;
        for (double z : logits) {
            sum += StrictMath.exp(z - largest);
        }
        return StrictMath.log(sum) + largest - logits[label];
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
        if (predictions != output.activations()) {
            predictions.close();
        }
        targets.close();
    }
}
