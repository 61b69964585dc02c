package org.initbench.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Comparator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StandardizationTest {

    @Test
    void shiftsAndScalesByTheRowsItWasGiven() {
        Standardization scaling = new Standardization(new double[][] {{1, 10}, {2, 30}, {3, 50}}, 2);
        double deviation = Math.sqrt(2.0 / 3);
        assertThat(scaling.apply(1, 0)).isCloseTo(-1 / deviation, within(1e-15));
        assertThat(scaling.apply(2, 0)).isZero();
        assertThat(scaling.apply(50, 1)).isCloseTo(1 / deviation, within(1e-15));
        assertThat(scaling.apply(70, 1)).as("a row it was not given").isCloseTo(2 / deviation, within(1e-15));
    }

    /**
     * The rounded mean of a constant is not always the constant: its distance from it, blown up to 1, would turn a feature
     * that says nothing into a second bias.
     */
    @ParameterizedTest
    @ValueSource(doubles = {0, 0.1, -0.3, 5, 1e10, 1e-10, 16.7})
    void aConstantFeatureIsZeroWhateverItsValue(double constant) {
        for (int rows : new int[] {1, 3, 7, 120, 455, 1440}) {
            double[][] training = new double[rows][];
            Arrays.setAll(training, i -> new double[] {constant, i});
            Standardization scaling = new Standardization(training, 1);
            assertThat(scaling.apply(constant, 0)).as("%d rows", rows).isZero();
            assertThat(scaling.apply(constant + 1, 0)).as("a test row").isZero();
        }
    }

    /** Features 1, 2, 3 and 10, 30, 50 have variances 2/3 and 800/3; with the constant the mean is 802/9. */
    @Test
    void aCommonScaleKeepsProportions() {
        double[][] rows = {{1, 10, 0.1, 7}, {2, 30, 0.1, 8}, {3, 50, 0.1, 9}};
        double[] scaled = new Standardization(rows, 3).withCommonScale().apply(rows);
        double scale = Math.sqrt(802.0 / 9);
        assertThat(scaled)
                .usingElementComparator(close())
                .containsExactly(-1 / scale, -20 / scale, 0.0, 0.0, 0.0, 0.0, 1 / scale, 20 / scale, 0.0);
    }

    private static Comparator<Double> close() {
        return (a, b) -> Math.abs(a - b) < 1e-14 ? 0 : Double.compare(a, b);
    }
}
