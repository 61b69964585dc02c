package org.initbench.task;

import java.util.Arrays;
import java.util.Locale;

/** What training makes small. t is the target, o the output, z the output layer's pre-activation. */
public enum LossFunction {
    /** −Σ t·ln softmax(z), averaged over the samples. The output layer's activation is the identity. */
    SOFTMAX_CROSS_ENTROPY,
    /**
     * −Σ t·ln σ(z) + (1 − t)·ln(1 − σ(z)), summed over outputs, averaged over the samples. The output layer's activation is the
     * identity.
     */
    BINARY_CROSS_ENTROPY,
    /** ½ Σ (t − o)², summed over outputs and over the samples. */
    SQUARED_ERROR_SUM,
    /** Σ (t − o)², averaged over outputs and over the samples. */
    SQUARED_ERROR_MEAN;

    /** The words used in files, such as {@code softmax-cross-entropy}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether targets name classes, so that predictions are right or wrong. */
    public boolean classifies() {
        return this == SOFTMAX_CROSS_ENTROPY || this == BINARY_CROSS_ENTROPY;
    }

    /**
     * The derivative of the loss by an output (by z for cross-entropies) is this factor times prediction − target.
     *
     * @param samples number of samples
     * @param width outputs of one sample
     */
    public double derivativeFactor(int samples, int width) {
        return switch (this) {
            case SOFTMAX_CROSS_ENTROPY, BINARY_CROSS_ENTROPY -> 1.0 / samples;
            case SQUARED_ERROR_SUM -> 1;
            case SQUARED_ERROR_MEAN -> 2.0 / ((double) samples * width);
        };
    }

    /**
     * The loss of the best constant predictor: for cross-entropies the entropy of the class frequencies, for squared
     * errors the spread around the mean target.
     *
     * @param targets the samples' targets, row by row
     * @param width targets of one sample
     */
    public double ofBestConstant(double[] targets, int width) {
        int samples = targets.length / width;
        double[] mean = new double[width];
        for (int i = 0; i < targets.length; i++) {
            mean[i % width] += targets[i] / samples;
        }
        return switch (this) {
            case SOFTMAX_CROSS_ENTROPY -> entropy(mean);
            case BINARY_CROSS_ENTROPY -> entropy(mean) + entropy(complement(mean));
            case SQUARED_ERROR_SUM -> squaredError(targets, mean) / 2;
            case SQUARED_ERROR_MEAN -> squaredError(targets, mean) / targets.length;
        };
    }

    private static double entropy(double[] frequencies) {
        double sum = 0;
        for (double frequency : frequencies) {
            sum -= frequency == 0 ? 0 : frequency * StrictMath.log(frequency);
        }
        return sum;
    }

    private static double[] complement(double[] frequencies) {
        return Arrays.stream(frequencies).map(f -> 1 - f).toArray();
    }

    private static double squaredError(double[] targets, double[] mean) {
        double sum = 0;
        for (int i = 0; i < targets.length; i++) {
            double error = targets[i] - mean[i % mean.length];
            sum += error * error;
        }
        return sum;
    }
}
