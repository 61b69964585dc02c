package org.initbench.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import org.apache.commons.rng.UniformRandomProvider;
import org.initbench.common.Streams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SixDigitsTest {

    /** Exact decimal arithmetic is the reference. A digit that differs would make files of two versions differ. */
    @Test
    void theShortWayAgreesWithTheLongOneToTheLastBit() {
        UniformRandomProvider rng = Streams.of(1, "six digits");
        for (int i = 0; i < 200_000; i++) {
            assertExact(Double.longBitsToDouble(rng.nextLong()));
            double ordinary = (2 * rng.nextDouble() - 1) * StrictMath.pow(10, rng.nextInt(40) - 20);
            assertExact(ordinary);
            assertExact((float) ordinary);
        }
    }

    /** Numbers of seven digits that end in 5, which are halves, and their neighbours, which are next to it. */
    @Test
    void halvesAndTheirNeighboursAreRoundedAsTheirExactValuesAre() {
        UniformRandomProvider rng = Streams.of(2, "six digits");
        for (int i = 0; i < 20_000; i++) {
            for (int power = -25; power <= 25; power++) {
                double half = Double.parseDouble(100_000 + rng.nextInt(900_000) + "5e" + power);
                assertExact(half);
                assertExact(Math.nextUp(half));
                assertExact(-Math.nextDown(half));
            }
        }
    }

    @Test
    void powersOfTenAndOfTwoAndTheirNeighboursAreRounded() {
        for (int power = -340; power <= 310; power++) {
            assertAround(Double.parseDouble("1e" + power));
            assertAround(Double.parseDouble("9.999995e" + power));
        }
        for (int power = -1074; power <= 1023; power++) {
            assertAround(Math.scalb(1.0, power));
        }
    }

    private static void assertAround(double value) {
        assertExact(value);
        assertExact(Math.nextUp(value));
        assertExact(-Math.nextDown(value));
    }

    private static void assertExact(double value) {
        double expected = Double.isFinite(value) ? SixDigits.exact(value) : value;
        double rounded = SixDigits.round(value);
        if (Double.doubleToLongBits(rounded) != Double.doubleToLongBits(expected)) {
            fail("%s became %s, not %s", value, rounded, expected);
        }
    }

    /** Halves go away from zero: 0.5, 1.5 and 2.5 of the last digit are exact in these. */
    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0.0, 0",
        "3, 3",
        "100000.5, 100001",
        "100001.5, 100002",
        "-100002.5, -100003",
        "0.3333333333, 0.333333",
        "999999.5, 1000000",
        "1.2345649e-300, 1.23456e-300",
        "NaN, NaN",
        "-Infinity, -Infinity"
    })
    void sixDigitsAreKept(double value, double expected) {
        assertThat(SixDigits.round(value)).isEqualTo(Double.valueOf(expected));
    }
}
