package org.initbench.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
        assertThat(CROSS_ENTROPY.isMean()).isTrue();
        assertThat(SQUARED.isMean()).isFalse();
    }
}
