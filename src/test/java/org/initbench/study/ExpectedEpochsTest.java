package org.initbench.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.initbench.common.DataException;
import org.initbench.init.ScaleKind;
import org.initbench.run.ArmDescription;
import org.initbench.task.TaskDescription;
import org.initbench.task.Tasks;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A prediction that takes one start for another is off by the budget. */
class ExpectedEpochsTest {

    private static final String TASK = "digits-mlp-tanh";
    private static final TaskDescription DESCRIPTION = Tasks.byName(TASK).describe();

    private static final ExpectedEpochs TABLE = ExpectedEpochs.of(List.of(
            new ExpectedEpochs.Row(TASK, "normal", 0.01, 4),
            new ExpectedEpochs.Row(TASK, "normal", 1, 8),
            new ExpectedEpochs.Row(TASK, "normal", 10, 100),
            new ExpectedEpochs.Row(TASK, "constant", 0.1, 11),
            new ExpectedEpochs.Row(TASK, "constant-plus-normal:0.1", 1e-12, 10),
            new ExpectedEpochs.Row(TASK, "constant-plus-normal:0.1", 1e-6, 7)));

    private static double epochs(String initializer, ScaleKind kind, @Nullable Double scale) {
        return TABLE.of(DESCRIPTION, new ArmDescription(initializer, kind, scale, false));
    }

    /** Half-way between 0.01 and 1 on a logarithmic scale is 0.1; beyond the ends the end holds; the budget, 12, is not exceeded. */
    @ParameterizedTest
    @CsvSource({"0.01, 4", "0.1, 6", "1, 8", "0.0001, 4", "10, 12", "1000, 12"})
    void aScaleBetweenTwoIsInterpolatedInItsLogarithm(double std, double expected) {
        assertThat(epochs("normal", ScaleKind.STD, std)).isCloseTo(expected, within(1e-12));
    }

    /**
     * 64–32–10: Glorot's standard deviations are √(2/96) and √(2/42), whose geometric mean is 0.17746; log10 of it is −0.75089, so
     * that 4 + (2 − 0.75089)/2·4 = 6.49821.
     */
    @Test
    void aSchemeIsTakenForTheNormalLawOfItsStandardDeviation() {
        assertThat(epochs("glorot-normal", ScaleKind.GAIN, 1.0)).isCloseTo(6.49821, within(1e-4));
        assertThat(epochs("glorot-uniform", ScaleKind.GAIN, 1.0)).isCloseTo(6.49821, within(1e-4));
        assertThat(epochs("duplicated:2:normal", ScaleKind.STD, 0.1)).isCloseTo(6, within(1e-12));
    }

    @Test
    void equalAndNearlyEqualStartsHaveTheirOwnRows() {
        assertThat(epochs("zero", ScaleKind.NONE, null)).isEqualTo(11);
        assertThat(epochs("constant", ScaleKind.VALUE, 1.0)).isEqualTo(11);
        assertThat(epochs("constant-plus-normal:0.5", ScaleKind.STD, 1e-9)).isCloseTo(8.5, within(1e-12));
    }

    /** Too long a prediction is seen; too short a one is not. */
    @Test
    void whatIsNotInTheTableSpendsItsBudget() {
        TaskDescription other = Tasks.byName("digits-logistic").describe();
        assertThat(TABLE.of(other, new ArmDescription("normal", ScaleKind.STD, 0.1, false)))
                .isEqualTo(20);
    }

    static Stream<String> surveyed() {
        return ExpectedEpochs.committed().rows().stream()
                .map(ExpectedEpochs.Row::task)
                .distinct();
    }

    /** A row that is no longer true of its task, because the task has another budget now or is gone. */
    @ParameterizedTest
    @MethodSource("surveyed")
    void theCommittedTableHoldsTasksWithinTheirBudgets(String name) {
        List<ExpectedEpochs.Row> rows = ExpectedEpochs.committed().rows().stream()
                .filter(row -> row.task().equals(name))
                .toList();
        assertThat(rows).extracting(ExpectedEpochs.Row::initializer).contains("normal", "constant");
        double budget = Tasks.byName(name).budgetEpochs();
        assertThat(rows).allSatisfy(row -> assertThat(row.epochs()).isBetween(0.0, budget));
    }

    @Test
    void aDamagedRowIsNamed() {
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> read("task,initializer,scale,epochs\na,normal,0.1,many\n"))
                .withMessage("expected-epochs.csv:2: epochs 'many' is not a number");
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> read("task,initializer,scale\na,normal,0.1\n"))
                .withMessage("expected-epochs.csv:2: column 'epochs' is missing");
    }

    private static List<ExpectedEpochs.Row> read(String table) throws IOException {
        return ExpectedEpochs.read(new ByteArrayInputStream(table.getBytes(StandardCharsets.UTF_8)));
    }
}
