package org.initbench.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.initbench.MethodText;
import org.initbench.task.Criterion;
import org.junit.jupiter.api.Test;

/** What the method page says of how runs are made, held to the program. */
class MethodNumbersTest {

    private static double number(String phrase) {
        return MethodText.numbers(phrase).get(0);
    }

    @Test
    void ofCalibration() {
        assertThat(number("fewer than # updates;")).isEqualTo(Calibrator.FEWEST_UPDATES);
        assertThat(number("numbered from #, that are never reported")).isEqualTo(Calibrator.FIRST_REPLICATE);
        assertThat(number("The budget B is # times the best median")).isEqualTo(Calibrator.BUDGET_FACTOR);
    }

    @Test
    void ofThresholds() {
        Criterion.LossLevels standard = Criterion.LossLevels.STANDARD;
        assertThat(number("falls to # % of the best constant"))
                .isEqualTo(100 * standard.fractions().get(standard.headline()));
        List<Double> others = MethodText.numbers("levels of # % and # % are recorded");
        assertThat(standard.fractions().stream()
                        .map(fraction -> 100 * fraction)
                        .filter(percent -> percent != 100 * standard.fractions().get(standard.headline())))
                .containsExactlyElementsOf(others);
    }

    @Test
    void ofLooks() {
        assertThat(MethodText.numbers("Replicates # to # of a cell are looked into"))
                .containsExactly(0.0, BlockRunner.DIAGNOSED - 1.0);
    }
}
