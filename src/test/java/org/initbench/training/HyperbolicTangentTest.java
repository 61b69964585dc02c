package org.initbench.training;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Tanh in single precision against the JDK's own (fdlibm, right to the last digits of double precision). */
class HyperbolicTangentTest {

    /** Bits of every 997th number from the smallest one up to 16. */
    private static final int STEP = 997;

    @Test
    void everyMagnitudeIsRightToAFewUnitsInTheLastPlace() {
        float[] x = new float[1];
        double worst = 0;
        for (int bits = 1; bits < Float.floatToIntBits(16f); bits += STEP) {
            float argument = Float.intBitsToFloat(bits);
            x[0] = argument;
            HyperbolicTangent.replace(x, 1);
            double expected = StrictMath.tanh(argument);
            worst = Math.max(worst, Math.abs(x[0] - expected) / Math.max(expected, Float.MIN_NORMAL));
            assertThat(x[0]).isLessThanOrEqualTo(1f);
        }
        assertThat(worst).isLessThan(5e-7);
    }

    /** Weights of 10⁻³⁰ make such pre-activations: were they lost or rounded, units would seem equal that are not. */
    @Test
    void smallNumbersAreKeptToTheBit() {
        float[] x = {1e-5f, 1e-20f, 1e-38f, 1e-40f, Float.MIN_VALUE, 0};
        float[] expected = x.clone();
        HyperbolicTangent.replace(x, x.length);
        assertThat(x).isEqualTo(expected);
    }

    @Test
    void largeNumbersGiveOneAndNoNumberGivesNone() {
        float[] x = {9.2f, 20, 1e30f, Float.POSITIVE_INFINITY, -20, Float.NEGATIVE_INFINITY, Float.NaN};
        HyperbolicTangent.replace(x, x.length);
        assertThat(x).containsExactly(1, 1, 1, 1, -1, -1, Float.NaN);
    }

    @Test
    void itIsOdd() {
        for (float z = 0.001f; z < 12; z += 0.017f) {
            float[] x = {z, -z};
            HyperbolicTangent.replace(x, 2);
            assertThat(x[1]).isEqualTo(-x[0]);
        }
    }
}
