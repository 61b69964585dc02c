package org.initbench.theory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.List;
import java.util.stream.Stream;
import org.initbench.common.GoldenTable;
import org.initbench.network.Activation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GaussianMomentsTest {

    /** Of the larger of the value and 10⁻³ of the root mean square, which is what rounding is measured by near 0. */
    private static final double TOLERANCE = 2e-12;

    /** A kink in the middle of a panel, or a transition between two points, would cost most of the digits. */
    @Test
    void agreeWithMpmathForEveryActivationFromTinyToHuge() {
        List<NamedCsvRecord> rows = GoldenTable.rows("/org/initbench/theory/moments.csv");
        assertThat(rows.stream().map(row -> row.getField("activation")).distinct())
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(Activation.values()).map(Activation::label).toList());
        for (NamedCsvRecord row : rows) {
            Activation activation = Activation.of(row.getField("activation"));
            GaussianMoments moments = GaussianMoments.of(activation, number(row, "q"));
            close(row, "mean", moments.mean(), 1e-3 * Math.sqrt(number(row, "mean_square")));
            close(row, "mean_square", moments.meanSquare(), 0);
            close(row, "slope_mean_square", moments.slopeMeanSquare(), 0);
        }
    }

    private static void close(NamedCsvRecord row, String column, double actual, double floor) {
        double expected = number(row, column);
        assertThat(actual)
                .as("%s of %s at q = %s (python moments.py)", column, row.getField("activation"), row.getField("q"))
                .isCloseTo(expected, within(TOLERANCE * Math.max(Math.abs(expected), floor)));
    }

    private static double number(NamedCsvRecord row, String column) {
        return Double.parseDouble(row.getField(column));
    }

    /** E sin² = (1 − e^−2q)/2 and E cos² = (1 + e^−2q)/2: by quadrature, and where its oscillations are averaged out. */
    @ParameterizedTest
    @ValueSource(doubles = {1e-8, 0.1, 1, 10, 20.2, 20.3, 1e6})
    void ofTheSineHaveTheirClosedForm(double q) {
        GaussianMoments moments = GaussianMoments.of(Activation.SINE, q);
        assertThat(moments.meanSquare()).isCloseTo(-Math.expm1(-2 * q) / 2, within(1e-13));
        assertThat(moments.slopeMeanSquare()).isCloseTo((1 + Math.exp(-2 * q)) / 2, within(1e-13));
        assertThat(moments.mean()).isCloseTo(0, within(1e-15));
    }

    /**
     * Of ReLU: E φ = √(q/2π), E φ² = q/2, E φ′² = ½. At scales where squares of squares leave the range of doubles, too.
     */
    @ParameterizedTest
    @ValueSource(doubles = {1e-120, 1e-20, 0.5, 7, 1e20, 1e120})
    void ofReluHaveTheirClosedForms(double q) {
        GaussianMoments relu = GaussianMoments.of(Activation.RELU, q);
        assertThat(relu.mean() / Math.sqrt(q / (2 * Math.PI))).isCloseTo(1, within(1e-13));
        assertThat(relu.meanSquare() / (q / 2)).isCloseTo(1, within(1e-13));
        assertThat(relu.variance() / (q / 2 * (1 - 1 / Math.PI))).isCloseTo(1, within(1e-13));
        assertThat(relu.slopeMeanSquare()).isCloseTo(0.5, within(1e-13));
    }

    /** Of a sigmoid: E σ = ½, and Var σ = q/16 − q²/32 + O(q³), by its series ½ + x/4 − x³/48 (E x⁴ = 3q²). */
    @ParameterizedTest
    @ValueSource(doubles = {1e-12, 1e-10, 1e-8, 1e-6, 1e-5})
    void ofASigmoidHaveTheirSeriesWhereThePreActivationsAreSmall(double q) {
        GaussianMoments moments = GaussianMoments.of(Activation.SIGMOID, q);
        assertThat(moments.mean()).isCloseTo(0.5, within(1e-15));
        assertThat(moments.variance() / (q / 16 - q * q / 32)).isCloseTo(1, within(1e-9));
    }

    /** Of the hyperbolic tangent: E φ² = q − 2q² + 17q³/3 + O(q⁴), by its series x − x³/3 + 2x⁵/15; of the sine, (1 − e^−2q)/2. */
    @ParameterizedTest
    @ValueSource(doubles = {1e-12, 1e-9, 1e-6, 1e-4})
    void ofOddActivationsKeepTheirDigitsWhereThePreActivationsAreSmall(double q) {
        assertThat(GaussianMoments.of(Activation.TANH, q).meanSquare() / (q - 2 * q * q + 17 * q * q * q / 3))
                .isCloseTo(1, within(1e-10));
        assertThat(GaussianMoments.of(Activation.SINE, q).meanSquare() / (-Math.expm1(-2 * q) / 2))
                .isCloseTo(1, within(1e-12));
    }

    /** Without pre-activations there is φ(0), and nothing that varies; without finite ones, nothing. */
    @Test
    void ofNothingAreThoseOfAConstantAndOfInfinityNone() {
        GaussianMoments dead = GaussianMoments.of(Activation.SIGMOID, 0);
        assertThat(dead.mean()).isCloseTo(0.5, within(1e-15));
        assertThat(dead.variance()).isCloseTo(0, within(1e-30));
        assertThat(GaussianMoments.of(Activation.RELU, Double.POSITIVE_INFINITY).meanSquare())
                .isNaN();
    }
}
