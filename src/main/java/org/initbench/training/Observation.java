package org.initbench.training;

import java.util.Arrays;
import java.util.function.IntFunction;
import org.initbench.task.LossFunction;
import org.initbench.task.Samples;

/** What some models predict for the same samples, and how far off that is. */
final class Observation {

    private static final double SMALLEST_SAFE_PROBABILITY = 1e-30;
    private static final double SMALLEST_SAFE_PRODUCT = 1e-200;

    private final LossFunction loss;
    private final int width;
    private final double[] predicted;
    private final IntFunction<double[]> logits;

    /**
     * An observation.
     *
     * @param loss the loss
     * @param width predictions for one sample
     * @param predicted the predictions, {@code [models, samples, width]}: probabilities for cross-entropies
     * @param logits what the output layer of a model puts out now, {@code [samples, width]}
     */
    Observation(LossFunction loss, int width, double[] predicted, IntFunction<double[]> logits) {
        this.loss = loss;
        this.width = width;
        this.predicted = predicted;
        this.logits = logits;
    }

    /** Number of observed models. */
    int models(Samples samples) {
        return predicted.length / samples.targets().length;
    }

    /**
     * The loss of every observed model on its samples.
     *
     * @param expected the targets, {@code [samples, width]}, equal for all models
     * @return one loss a model: infinite or NaN where the network's output is
     */
    double[] losses(double[] expected) {
        double[] losses = new double[predicted.length / expected.length];
        int samples = expected.length / width;
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

    /** Whether all of an observed model's predictions lie closer than {@code tolerance} to their targets. */
    boolean isWithin(int slot, double[] expected, double tolerance) {
        int from = slot * expected.length;
        for (int i = 0; i < expected.length; i++) {
            if (!(Math.abs(expected[i] - predicted[from + i]) < tolerance)) {
                return false;
            }
        }
        return true;
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
        double[] inputs = {};
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
                inputs = inputs.length == 0 ? logits.apply(slot) : inputs;
                sum += crossEntropyByLogits(inputs, i / width, i % width);
            }
        }
        return sum - StrictMath.log(product);
    }

    /** −ln p(label) of one sample where p underflows, or is not a number. */
    private double crossEntropyByLogits(double[] inputs, int sample, int label) {
        double[] z = Arrays.copyOfRange(inputs, sample * width, (sample + 1) * width);
        double largest = Double.NEGATIVE_INFINITY;
        for (double logit : z) {
            largest = Math.max(largest, logit);
        }
        double sum = 0;
        for (double logit : z) {
            sum += StrictMath.exp(logit - largest);
        }
        return StrictMath.log(sum) + largest - z[label];
    }

    /** Σ −t·ln σ(z) − (1 − t)·ln(1 − σ(z)) = Σ max(z, 0) − t·z + ln(1 + e^−|z|). */
    private double binaryCrossEntropy(int slot, double[] expected) {
        double[] inputs = logits.apply(slot);
        double sum = 0;
        for (int i = 0; i < expected.length; i++) {
            double z = inputs[i];
            sum += Math.max(z, 0) - expected[i] * z + StrictMath.log1p(StrictMath.exp(-Math.abs(z)));
        }
        return sum;
    }
}
