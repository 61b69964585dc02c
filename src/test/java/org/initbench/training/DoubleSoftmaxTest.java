package org.initbench.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.initbench.task.Precision;
import org.junit.jupiter.api.Test;

/** The softmax in double precision, through the factory that layers and losses use. */
class DoubleSoftmaxTest {

    private static double[] softmax(int columns, double... x) {
        long rows = x.length / columns;
        try (NativeArray in = new NativeArray(Precision.FLOAT64, x.length);
                NativeArray out = new NativeArray(Precision.FLOAT64, x.length);
                ElementwiseOperation softmax =
                        ElementwiseOperation.softmax(out.view(1, rows, columns), in.view(1, rows, columns))) {
            in.put(0, x);
            softmax.run();
            return out.get(0, x.length);
        }
    }

    /** 1/(1 + 2 + 5), 2/8 and 5/8 from the logarithms; a common shift, even by much, changes nothing. */
    @Test
    void rowsAreNormalizedExponentials() {
        double two = StrictMath.log(2);
        double five = StrictMath.log(5);
        assertThat(softmax(3, 0, two, five, 0, 0, 0))
                .containsExactly(new double[] {0.125, 0.25, 0.625, 1.0 / 3, 1.0 / 3, 1.0 / 3}, within(1e-15));
        assertThat(softmax(3, 4096, 4096, 4096)).containsExactly(1.0 / 3, 1.0 / 3, 1.0 / 3);
    }

    /** ND4J's own makes not-a-numbers of such rows, and a run that goes on would be said to have diverged. */
    @Test
    void elementsThatLieFarApartGiveNumbers() {
        for (double gap = 1; gap < 1e9; gap *= 1.1) {
            double[] x = {-gap, 0, -2 * gap, -gap / 3, 0, -gap, -gap, -gap, -gap, -gap};
            double[] p = softmax(10, x);
            double sum = 0;
            for (double each : p) {
                sum += each;
            }
            assertThat(sum).as("gap " + gap).isCloseTo(1, within(1e-14));
            assertThat(p[1]).isEqualTo(p[4]).isBetween(0.0, 0.5);
        }
    }

    @Test
    void aRowWithoutNumbersStaysAlone() {
        double[] p = softmax(2, Double.NaN, 0, 0, 0);
        assertThat(p[0]).isNaN();
        assertThat(p[1]).isNaN();
        assertThat(p[2]).isEqualTo(0.5);
    }
}
