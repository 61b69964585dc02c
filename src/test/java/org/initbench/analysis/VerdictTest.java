package org.initbench.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.initbench.hypothesis.Direction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rule of verdicts, case by case. */
class VerdictTest {

    /** Of a ratio with the margin 1.25: the limits, and what they say of faster, larger and equivalent. */
    @ParameterizedTest
    @CsvSource({
        "0.5, 0.79, FOR, AGAINST, AGAINST",
        "0.5, 0.81, OPEN, OPEN, OPEN",
        "0.8, 1.25, EQUIVALENT, EQUIVALENT, FOR",
        "1.1, 1.2, EQUIVALENT, EQUIVALENT, FOR",
        "0.9, 1.26, OPEN, OPEN, OPEN",
        "1.24, 3, OPEN, OPEN, OPEN",
        "1.26, 3, AGAINST, FOR, AGAINST",
        "1.26, Infinity, AGAINST, FOR, AGAINST",
        "0, Infinity, OPEN, OPEN, OPEN",
        "0, 0.1, FOR, AGAINST, AGAINST"
    })
    void ofOneComparison(double low, double high, TaskVerdict faster, TaskVerdict larger, TaskVerdict equivalent) {
        Limits limits = new Limits(Math.sqrt(low * high), low, high);
        assertThat(TaskVerdict.of(limits, 0.8, 1.25, Direction.FASTER)).isEqualTo(faster);
        assertThat(TaskVerdict.of(limits, 0.8, 1.25, Direction.LARGER)).isEqualTo(larger);
        assertThat(TaskVerdict.of(limits, 0.8, 1.25, Direction.SAFER)).isEqualTo(larger);
        assertThat(TaskVerdict.of(limits, 0.8, 1.25, Direction.EQUIVALENT)).isEqualTo(equivalent);
    }

    /** Comparisons that are for, against, equivalent and open. */
    @ParameterizedTest
    @CsvSource({
        "10, 0, 0, 0, SUPPORTED",
        "8, 0, 0, 2, SUPPORTED",
        "8, 0, 2, 0, SUPPORTED",
        "7, 0, 0, 3, UNDECIDED",
        "7, 0, 3, 0, DEPENDS",
        "9, 1, 0, 0, DEPENDS",
        "1, 1, 0, 8, DEPENDS",
        "0, 8, 0, 2, REFUTED",
        "0, 4, 4, 2, REFUTED",
        "0, 0, 10, 0, REFUTED",
        "0, 7, 0, 3, UNDECIDED",
        "1, 9, 0, 0, DEPENDS",
        "0, 0, 0, 10, UNDECIDED",
        "1, 0, 0, 0, SUPPORTED",
        "0, 0, 0, 0, UNDECIDED"
    })
    void ofAll(int pro, int against, int equivalent, int open, Verdict verdict) {
        List<TaskVerdict> comparisons = new ArrayList<>();
        comparisons.addAll(Collections.nCopies(pro, TaskVerdict.FOR));
        comparisons.addAll(Collections.nCopies(against, TaskVerdict.AGAINST));
        comparisons.addAll(Collections.nCopies(equivalent, TaskVerdict.EQUIVALENT));
        comparisons.addAll(Collections.nCopies(open, TaskVerdict.OPEN));
        assertThat(Verdict.of(comparisons)).isEqualTo(verdict);
    }
}
