package org.initbench.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.initbench.common.DataException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalibrationTest {

    private static final String HEADER = String.join(",", Calibration.COLUMNS) + "\n";

    /** A missing value read as 0 would be the best median of all. */
    @Test
    void aMissingValueIsNotZero() throws IOException {
        List<Calibration.Row> rows = read(HEADER + "a,0.1,3.5,,,false,\na,1.0,2.5,0.01,1.5,true,30.0\n");
        assertThat(rows).hasSize(2);
        assertThat(rows.get(0).bestMedian()).isNaN();
        assertThat(rows.get(0).budgetEpochs()).isNaN();
        assertThat(rows.get(0).chosen()).isFalse();
        assertThat(rows.get(1)).isEqualTo(new Calibration.Row("a", 1, 2.5, 0.01, 1.5, true, 30));
    }

    /** A damaged table would give a task another learning rate, or a stack trace. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a,fast,3.5,,,false,         | calibration.csv:2: learning_rate 'fast' is not a number",
                "a,0.1,3.5,,,perhaps,        | calibration.csv:2: chosen 'perhaps' is neither true nor false"
            })
    void aDamagedRowIsNamed(String row, String message) {
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> read(HEADER + row + "\n"))
                .withMessageContaining(message);
    }

    @Test
    void aMissingColumnIsNamed() {
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> read("task,learning_rate\na,0.1\n"))
                .withMessageContaining("calibration.csv:2: column 'geometric_mean_rmst' is missing");
    }

    private static List<Calibration.Row> read(String table) throws IOException {
        return Calibration.read(new ByteArrayInputStream(table.getBytes(StandardCharsets.UTF_8)));
    }
}
