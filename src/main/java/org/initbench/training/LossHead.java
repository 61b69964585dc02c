package org.initbench.training;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.Pointer;
import org.initbench.task.LossFunction;
import org.initbench.task.Precision;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The loss on top of a network, for every model of a stack: its value by model, and its derivative by the output layer's
 * activations up to a factor, {@code predictions − targets} (cross-entropies predict by softmax or the logistic function, and
 * their derivative is by what goes into it).
 */
final class LossHead implements AutoCloseable {

    private static final double SMALLEST_SAFE_PROBABILITY = 1e-30;
    private static final double SMALLEST_SAFE_PRODUCT = 1e-200;

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
    private double[] predicted = new double[0];
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
            String function = loss == LossFunction.SOFTMAX_CROSS_ENTROPY ? "softmax" : "sigmoid";
            predict.add(ElementwiseOperation.named(function, predictions, outputs));
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

    /** Reads the predictions of the first {@code models} models, for {@link #losses} and {@link #countWithin}. */
    void observe(int models) {
        predicted = predictions().get(0, models * samples * width);
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
            losses[slot] = switch (loss) {
                case SOFTMAX_CROSS_ENTROPY -> crossEntropy(slot, expected) / samples;
                case BINARY_CROSS_ENTROPY -> binaryCrossEntropy(slot, expected) / samples;
                case SQUARED_ERROR_SUM -> squaredError(slot, expected) / 2;
                case SQUARED_ERROR_MEAN -> squaredError(slot, expected) / expected.length;
            };
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
     * Number of an observed model's samples whose largest prediction is that of their label, the first of equal ones, or, of
     * binary targets, whose every probability is on its target's side of ½; predictions that are not numbers are wrong.
     */
    int countCorrect(int slot, double[] expected) {
        if (loss == LossFunction.BINARY_CROSS_ENTROPY) {
            return countWithin(slot, expected, 0.5);
        }
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

    private double squaredError(int slot, double[] expected) {
        int from = slot * expected.length;
        double sum = 0;
        for (int i = 0; i < expected.length; i++) {
            double error = expected[i] - predicted[from + i];
            sum += error * error;
        }
        return sum;
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
        double[] logits = output.storage().valueArray().get(((long) slot * samples + sample) * width, width);
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

    /** Σ −t·ln σ(z) − (1 − t)·ln(1 − σ(z)) = Σ max(z, 0) − t·z + ln(1 + e^−|z|). */
    private double binaryCrossEntropy(int slot, double[] expected) {
        double[] logits = output.storage().valueArray().get((long) slot * expected.length, expected.length);
        double sum = 0;
        for (int i = 0; i < expected.length; i++) {
            double z = logits[i];
            sum += Math.max(z, 0) - expected[i] * z + StrictMath.log1p(StrictMath.exp(-Math.abs(z)));
        }
        return sum;
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
