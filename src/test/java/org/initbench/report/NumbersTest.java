package org.initbench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.initbench.analysis.Estimate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {
    @ParameterizedTest
    @CsvSource({
        "0.0316227766, 0.0316",
        "41.26, 41.3",
        "12345, 12\u202f300",
        "1234, 1230",
        "999999, 10⁶",
        "1e6, 10⁶",
        "3.16e-5, 3.16 × 10⁻⁵",
        "0, 0",
        "-1.5, −1.5",
        "Infinity, ∞",
        "NaN, –",
        "0.001, 0.001",
        "999.9, 1000",
        "-12345, −12\u202f300"
    })
    void showsNoMoreDigitsThanAreKnown(double value, String text) {
        assertThat(Numbers.of(value)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"0.0316227766, 10^-1.5", "1, 10^0", "100, 10^2", "3.1622776e-4, 10^-3.5", "0.178, 10^-0.75"})
    void writesPowersOfTen(double value, String text) {
        assertThat(Numbers.power(value)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"1e-4, 10⁻⁴", "1e-3, 10⁻³", "0.01, 0.01", "0.0316227766, 0.032", "0.123, 0.123", "10, 10", "10000, 10⁴"
    })
    void writesScalesAsPowersOnlyWhereThatIsShorter(double value, String text) {
        assertThat(Numbers.scale(value)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"0.0001, 1e-4", "12345, 12300", "3.16e-7, 3.16e-7", "2000000, 2e6", "Infinity, inf", "0.5, 0.5"})
    void writesPlainTextForTerminals(double value, String text) {
        assertThat(Numbers.ascii(value, 3)).isEqualTo(text);
    }

    @Test
    void anUndefinedEstimateIsADashOrItsLowerLimit() {
        assertThat(Numbers.withInterval(Estimate.undefined(10, "why"))).isEqualTo("–");
        Estimate greater = new Estimate(null, 2090.0, Double.POSITIVE_INFINITY, 0.95, 10, List.of("why"));
        assertThat(Numbers.withInterval(greater)).isEqualTo("> 2000");
        Estimate nothing = new Estimate(null, 0.0, Double.POSITIVE_INFINITY, 0.95, 10, List.of("why"));
        assertThat(Numbers.withInterval(nothing)).isEqualTo("–");
        assertThat(Numbers.withInterval(new Estimate(Double.NaN, null, null, 0, 0, List.of())))
                .isEqualTo("–");
    }

    @Test
    void anInfiniteLimitIsShownAsSuch() {
        Estimate open = new Estimate(50.0, 40.0, Double.POSITIVE_INFINITY, 0.95, 10, List.of());
        assertThat(Numbers.withInterval(open)).isEqualTo("50 [40–∞]");
    }
}
