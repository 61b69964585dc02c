package org.initbench.task;

import java.util.Locale;

/** What training makes small. t is the target, o the output, z the output layer's pre-activation. */
public enum LossFunction {
    /** −Σ t·ln softmax(z), averaged over the samples. The output layer's activation is the identity. */
    SOFTMAX_CROSS_ENTROPY,
    /** ½ Σ (t − o)², summed over outputs and over the samples. */
    SQUARED_ERROR_SUM;

    /** The words used in files, such as {@code softmax-cross-entropy}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether the loss is an average over samples rather than a sum. */
    public boolean isMean() {
        return this == SOFTMAX_CROSS_ENTROPY;
    }

    /**
     * The loss of the best constant predictor: for cross-entropy the entropy of the class frequencies, for squared error
     * the spread around the mean target.
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
        double loss = 0;
        if (this == SOFTMAX_CROSS_ENTROPY) {
            for (double frequency : mean) {
                loss -= frequency == 0 ? 0 : frequency * StrictMath.log(frequency);
            }
            return loss;
        }
        for (int i = 0; i < targets.length; i++) {
            double error = targets[i] - mean[i % width];
            loss += 0.5 * error * error;
        }
        return loss;
    }
}
