package org.initbench.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.io.NumberOutput;
import org.apache.commons.rng.UniformRandomProvider;
import org.initbench.common.Streams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables are read to the last bit, and what is no number in them is said to be none. */
class NumberTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-0.0",
                "3.",
                "12.5",
                "-1e5",
                "1.5E-7",
                "9e+3",
                "NaN",
                "Infinity",
                "-Infinity",
                "4.9E-324",
                "2.2250738585072012E-308",
                "2.2250738585072011E-308",
                "1.7976931348623157E308",
                "1e400",
                "00012"
            })
    void readsWhatDoubleReads(String text) {
        assertThat(NumberText.isNumber(text)).isTrue();
        assertThat(Double.valueOf(NumberText.parse(text))).isEqualTo(Double.valueOf(text));
    }

    /** Some of these {@link Double#parseDouble} would take: tables of this program never hold them. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                ".5",
                "1e",
                "1e+",
                "1.2.3",
                "0x1p3",
                "1d",
                "2f",
                " 1",
                "1 ",
                "+1",
                "--1",
                "-NaN",
                "nan",
                "Infinity1",
                "infinity",
                "1,5",
                "٣",
                "e5",
                "1e5.0"
            })
    void whatIsNoNumberIsNone(String text) {
        assertThat(NumberText.isNumber(text)).isFalse();
    }

    /** Of any bits, written as tables write them. */
    @Test
    void readsBackEveryBit() {
        UniformRandomProvider random = Streams.of(11, "numbers");
        for (int i = 0; i < 200_000; i++) {
            double value = Double.longBitsToDouble(random.nextLong());
            String text = NumberOutput.toString(value, true);
            assertThat(NumberText.isNumber(text)).as(text).isTrue();
            if (Double.compare(NumberText.parse(text), value) != 0 && !Double.isNaN(value)) {
                assertThat(NumberText.parse(text)).as(text).isEqualTo(value);
            }
        }
    }
}
