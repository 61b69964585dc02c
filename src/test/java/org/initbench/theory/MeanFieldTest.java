package org.initbench.theory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.List;
import org.initbench.common.GoldenTable;
import org.initbench.network.Activation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MeanFieldTest {

    /** Poole et al. 2016: without biases the tanh network leaves order for chaos at σ_w = 1, where signals die out slowly. */
    @Test
    void tanhWithoutBiasesIsCriticalAtOne() {
        MeanField critical = MeanField.of(Activation.TANH, 1, 0, 0.7);
        assertThat(critical.fixedPoint()).isLessThan(1e-9);
        assertThat(critical.susceptibility()).isCloseTo(1, within(1e-9));
        assertThat(critical.depthScale()).isInfinite();
        MeanField ordered = MeanField.of(Activation.TANH, 0.81, 0, 0.7);
        assertThat(ordered.fixedPoint()).isZero();
        assertThat(ordered.susceptibility()).isCloseTo(0.81, within(1e-8));
        assertThat(ordered.depthScale()).isCloseTo(-1 / Math.log(0.81), within(1e-6));
        MeanField chaotic = MeanField.of(Activation.TANH, 1.69, 0, 1e-3);
        assertThat(chaotic.fixedPoint()).isGreaterThan(0.1);
        assertThat(chaotic.susceptibility()).isGreaterThan(1);
    }

    /** A search that stops at a wrong zero, or on one side only, would give every depth scale wrong. */
    @Test
    void settlesWhereScipySaysFromBothSides() {
        List<NamedCsvRecord> rows = GoldenTable.rows("/org/initbench/theory/fixed_points.csv");
        assertThat(rows).hasSize(12);
        for (NamedCsvRecord row : rows) {
            Activation activation = Activation.of(row.getField("activation"));
            double expected = number(row, "fixed_point");
            for (double start : new double[] {expected / 3, expected, 3 * expected}) {
                MeanField field =
                        MeanField.of(activation, number(row, "weight_variance"), number(row, "bias_variance"), start);
                assertThat(field.fixedPoint())
                        .as("%s from %s (python fixed_points.py)", row, start)
                        .isCloseTo(expected, within(1e-7 * expected));
                double susceptibility = number(row, "susceptibility");
                assertThat(field.susceptibility()).isCloseTo(susceptibility, within(1e-7 * susceptibility));
                assertThat(field.depthScale()).isCloseTo(1 / Math.abs(Math.log(susceptibility)), within(1e-4));
            }
        }
    }

    private static double number(NamedCsvRecord row, String column) {
        return Double.parseDouble(row.getField(column));
    }

    /** He et al. 2015: σ_w² = 2 keeps every mean square of a ReLU network; below it signals die out, above they grow for ever. */
    @ParameterizedTest
    @ValueSource(doubles = {1e-4, 0.3, 20})
    void reluIsCriticalAtTwo(double start) {
        MeanField critical = MeanField.of(Activation.RELU, 2, 0, start);
        assertThat(critical.fixedPoint()).isCloseTo(start, within(1e-9 * start));
        assertThat(critical.susceptibility()).isCloseTo(1, within(1e-12));
        assertThat(critical.depthScale()).isInfinite();
        MeanField small = MeanField.of(Activation.RELU, 1, 0, start);
        assertThat(small.fixedPoint()).isZero();
        assertThat(small.susceptibility()).isCloseTo(0.5, within(1e-12));
        assertThat(small.depthScale()).isCloseTo(1 / Math.log(2), within(1e-9));
        MeanField large = MeanField.of(Activation.RELU, 3, 0, start);
        assertThat(large.fixedPoint()).isInfinite();
        assertThat(large.susceptibility()).isCloseTo(1.5, within(1e-12));
    }

    /** With biases a ReLU network settles at q* = σ_b² / (1 − σ_w²/2). */
    @Test
    void biasesKeepReluAlive() {
        MeanField settled = MeanField.of(Activation.RELU, 1, 0.3, 50);
        assertThat(settled.fixedPoint()).isCloseTo(0.6, within(1e-9));
    }

    /** Klambauer et al. 2017: with σ_w² = 1 SELU's constants make mean 0 and variance 1 a fixed point, and an attracting one. */
    @ParameterizedTest
    @ValueSource(doubles = {0.2, 0.9, 1, 1.2, 5})
    void seluSettlesAtMeanZeroAndVarianceOne(double start) {
        MeanField selu = MeanField.of(Activation.SELU, 1, 0, start);
        assertThat(selu.fixedPoint()).isCloseTo(1, within(1e-9));
        GaussianMoments there = GaussianMoments.of(Activation.SELU, selu.fixedPoint());
        assertThat(there.mean()).isCloseTo(0, within(1e-9));
        assertThat(there.variance()).isCloseTo(1, within(1e-9));
    }

    /** All weights zero: nothing passes, and χ₁ is 0, whose depth scale is 0 rather than undefined. */
    @Test
    void zeroWeightsPassNothing() {
        MeanField zero = MeanField.of(Activation.TANH, 0, 0, 0);
        assertThat(zero.fixedPoint()).isZero();
        assertThat(zero.susceptibility()).isZero();
        assertThat(zero.depthScale()).isZero();
    }
}
