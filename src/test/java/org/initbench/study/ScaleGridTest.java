package org.initbench.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScaleGridTest {

    /** Scales as files show them: 0.03162, not 0.0316227766016838. */
    @Test
    void twoStepsADecadeAreFourDigitsOfTheRootOfTen() {
        assertThat(ScaleGrid.logarithmic(1e-4, 10, 2))
                .containsExactly(0.0001, 0.0003162, 0.001, 0.003162, 0.01, 0.03162, 0.1, 0.3162, 1.0, 3.162, 10.0);
        assertThat(ScaleGrid.logarithmic(0.1, 1, 4)).containsExactly(0.1, 0.1778, 0.3162, 0.5623, 1.0);
        assertThat(ScaleGrid.logarithmic(0.3162, 3.162, 1)).containsExactly(0.3162, 3.162);
    }

    /** Scales of two grids that meet must be equal, or cells would not be paired. */
    @Test
    void gridsOfDifferentEndsMeetInTheSameNumbers() {
        assertThat(ScaleGrid.logarithmic(1e-12, 1e12, 3))
                .hasSize(73)
                .containsAll(ScaleGrid.logarithmic(1e-4, 10, 3))
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Test
    void oneScaleIsAGridOfNoStep() {
        assertThat(ScaleGrid.logarithmic(0.5, 0.5, 7)).containsExactly(0.5);
    }

    /** An end that is silently left out would be the edge of the answer. */
    @ParameterizedTest
    @CsvSource({"1, 9, 1", "10, 1, 1", "1, 20, 3", "1e-200, 1e200, 3", "1e-300, 1e300, 1"})
    void endsThatNoStepMeetsAreRefused(double from, double to, int perDecade) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ScaleGrid.logarithmic(from, to, perDecade))
                .withMessageContaining("no whole number of steps");
    }
}
