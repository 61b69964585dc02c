package org.initbench.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The loss of the best constant predictor, from which every threshold level is taken. */
class LossFunctionTest {

    private static final LossFunction CROSS_ENTROPY = LossFunction.SOFTMAX_CROSS_ENTROPY;
    private static final LossFunction SQUARED = LossFunction.SQUARED_ERROR_SUM;

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 10})
    void ofBalancedClassesIsTheLogarithmOfTheirNumber(int classes) {
        double[] targets = DataSets.oneHot(classes).training().targets();
        assertThat(CROSS_ENTROPY.ofBestConstant(targets, classes)).isCloseTo(Math.log(classes), within(1e-15));
    }

    /** A class that never occurs would make the level NaN, which nothing reaches. */
    @Test
    void ofUnbalancedClassesIsTheirEntropy() {
        double[] targets = {1, 0, 0, 1, 0, 0, 1, 0, 0, 0, 1, 0};
        double entropy = -0.75 * Math.log(0.75) - 0.25 * Math.log(0.25);
        assertThat(CROSS_ENTROPY.ofBestConstant(targets, 3)).isCloseTo(entropy, within(1e-15));
        assertThat(CROSS_ENTROPY.ofBestConstant(new double[] {0, 1, 0, 1}, 2)).isZero();
    }

    /** xor: 4 · ½ · ½²; one-hot of n patterns: n outputs, each ½ · n · (1/n)(1 − 1/n). */
    @Test
    void ofSquaredErrorIsTheSpreadAroundTheMean() {
        assertThat(SQUARED.ofBestConstant(DataSets.xor().training().targets(), 1))
                .isEqualTo(0.5);
        assertThat(SQUARED.ofBestConstant(DataSets.oneHot(10).training().targets(), 10))
                .isCloseTo(4.5, within(1e-14));
        assertThat(SQUARED.ofBestConstant(DataSets.oneHot(4).training().targets(), 4))
                .isEqualTo(1.5);
    }

    @Test
    void wordsInFilesAreTheFieldsOwn() {
        assertThat(CROSS_ENTROPY.label()).isEqualTo("softmax-cross-entropy");
        assertThat(SQUARED.label()).isEqualTo("squared-error-sum");
        assertThat(LossFunction.BINARY_CROSS_ENTROPY.label()).isEqualTo("binary-cross-entropy");
        assertThat(LossFunction.SQUARED_ERROR_MEAN.label()).isEqualTo("squared-error-mean");
    }

    /** A sum taken for a mean is another learning rate. */
    @ParameterizedTest
    @CsvSource({
        "SOFTMAX_CROSS_ENTROPY, 0.125",
        "BINARY_CROSS_ENTROPY, 0.125",
        "SQUARED_ERROR_SUM, 1",
        "SQUARED_ERROR_MEAN, 0.0625"
    })
    void derivativesAreOfTheSumOrTheMean(LossFunction loss, double factor) {
        assertThat(loss.derivativeFactor(8, 4)).isEqualTo(factor);
    }

    /** Two outputs with shares 1/4 and 1/2 of ones: the entropies of both coins. */
    @Test
    void ofBinaryTargetsIsTheSumOfTheirEntropies() {
        double[] targets = {1, 1, 0, 1, 0, 0, 0, 0};
        double entropy = -0.25 * Math.log(0.25) - 0.75 * Math.log(0.75) + Math.log(2);
        assertThat(LossFunction.BINARY_CROSS_ENTROPY.ofBestConstant(targets, 2)).isCloseTo(entropy, within(1e-15));
        assertThat(LossFunction.BINARY_CROSS_ENTROPY.ofBestConstant(new double[] {1, 1}, 1))
                .isZero();
    }

    /** The mean over outputs and samples is the variance: ¼ for a fair coin. */
    @Test
    void ofMeanSquaredErrorIsTheVariance() {
        assertThat(LossFunction.SQUARED_ERROR_MEAN.ofBestConstant(new double[] {0, 3, 1, 3, 0, 3, 1, 3}, 2))
                .isEqualTo(0.125);
    }
}
