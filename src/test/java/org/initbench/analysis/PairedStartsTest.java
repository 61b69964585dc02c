package org.initbench.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.OptionalDouble;
import org.initbench.analysis.PairedTask.Adjusted;
import org.initbench.analysis.PairedTask.Finding;
import org.initbench.common.UsageException;
import org.initbench.hypothesis.Arm;
import org.initbench.run.ArmDescription;
import org.initbench.run.Cause;
import org.junit.jupiter.api.Test;

/** Any two starts of a study; the tests themselves have their receipts in {@link PairedComparisonTest} and {@link FamilyTestsTest}. */
class PairedStartsTest {
    private static final ArmDescription SMALL = SymmetryStudy.std("normal", 0.1);
    private static final ArmDescription LARGE = SymmetryStudy.std("normal", 1);
    private static final Arm FIRST = new Arm("normal", 0.1);
    private static final Arm SECOND = new Arm("normal", 1.0);

    /** The first start is faster on one task, alike on the next, absent from the third. */
    private static SymmetryStudy study() {
        return new SymmetryStudy()
                .task("faster", 1, null)
                .converged("faster", SMALL, Cause.NONE, 10, 11, 12, 13, 14, 15, 16, 17)
                .converged("faster", LARGE, Cause.NONE, 20, 22, 24, 26, 28, 30, 32, 34)
                .task("alike", 1, null)
                .converged("alike", SMALL, Cause.NONE, 40, 41, 42, 43, 44, 45, 46, 47)
                .converged("alike", LARGE, Cause.NONE, 41, 40, 43, 42, 45, 44, 47, 46)
                .task("lacking", 1, null)
                .converged("lacking", SMALL, Cause.NONE, 10, 11, 12, 13, 14, 15, 16, 17);
    }

    private static PairedStarts compare(List<String> tasks) {
        return PairedStarts.of(study().bundle(), FIRST, SECOND, tasks, 1.25);
    }

    /**
     * Eight differences of one sign: 2 of 2⁸ sign patterns are as far from zero. Of two tests the smaller p-value is doubled by Holm.
     * Every ratio is ½.
     */
    @Test
    void aFasterStartIsFoundTaskByTask() {
        PairedStarts compared = compare(List.of());
        PairedTask faster = compared.tasks().get(0);
        assertThat(faster.finding()).isEqualTo(Finding.FIRST_FASTER);
        assertThat(faster.time()).isEqualTo(new Adjusted(2.0 / 256, 4.0 / 256));
        assertThat(faster.difference()).as("mean of −10, −11, …, −17").isEqualTo(-13.5);
        assertThat(faster.ratio().value()).isCloseTo(0.5, within(1e-12));
        assertThat(faster.superiority()).isEqualTo(1);
        assertThat(compared.missing()).containsExactly("lacking");
        assertThat(compared.count(Finding.FIRST_FASTER)).isEqualTo(1);
    }

    /** Differences of ±1 that add up to nothing: every sign pattern is as far from zero, and every ratio is within 1/40 of 1. */
    @Test
    void startsThatDifferTooLittleToMatterAreEquivalent() {
        PairedTask alike = compare(List.of()).tasks().get(1);
        assertThat(alike.time()).isEqualTo(new Adjusted(1, 1));
        assertThat(alike.finding()).isEqualTo(Finding.EQUIVALENT);
    }

    @Test
    void swappedStartsSwapTheFindings() {
        PairedStarts turned = PairedStarts.of(study().bundle(), SECOND, FIRST, List.of(), 1.25);
        assertThat(turned.tasks())
                .extracting(PairedTask::finding)
                .containsExactly(Finding.SECOND_FASTER, Finding.EQUIVALENT);
        assertThat(turned.tasks().get(0).ratio().value()).isCloseTo(2, within(1e-12));
        assertThat(turned.tasks().get(0).difference()).isEqualTo(13.5);
        assertThat(turned.tasks().get(0).superiority()).isZero();
    }

    /** The ratio is known among pairs that both converged only: no equivalence where a run failed. */
    @Test
    void aRunThatFailedRulesEquivalenceOut() {
        SymmetryStudy failing = new SymmetryStudy()
                .task("task", 1, null)
                .converged("task", SMALL, Cause.NONE, 40, 41, 42, 43, 44, 45, 46)
                .run("task", SMALL, 7, OptionalDouble.empty(), Cause.SATURATED, 1.9, 0, 1)
                .converged("task", LARGE, Cause.NONE, 40, 41, 42, 43, 44, 45, 46, 47);
        PairedTask task = PairedStarts.of(failing.bundle(), FIRST, SECOND, List.of(), 1.25)
                .tasks()
                .get(0);
        assertThat(task.equivalence().holm()).isLessThan(0.05);
        assertThat(task.finding()).isEqualTo(Finding.OPEN);
    }

    /** With fewer tasks the family is smaller. */
    @Test
    void namedTasksAreTheFamily() {
        PairedStarts compared = compare(List.of("faster"));
        assertThat(compared.tasks()).hasSize(1);
        assertThat(compared.tasks().get(0).time().holm()).isEqualTo(2.0 / 256);
    }

    @Test
    void mistakesAreNamed() {
        assertThatThrownBy(() -> PairedStarts.of(study().bundle(), new Arm("normal", 0.2), SECOND, List.of(), 1.25))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("unknown start 'normal=0.2'")
                .hasMessageContaining("normal=0.1");
        assertThatThrownBy(() -> PairedStarts.of(study().bundle(), FIRST, FIRST, List.of(), 1.25))
                .hasMessageContaining("compared with itself");
        assertThatThrownBy(() -> compare(List.of("slower"))).hasMessageContaining("unknown task 'slower'");
        assertThatThrownBy(() -> compare(List.of("lacking"))).hasMessageContaining("no task has runs of both");
        assertThatThrownBy(() -> PairedStarts.of(study().bundle(), FIRST, SECOND, List.of(), 1))
                .hasMessageContaining("must be a ratio above 1");
    }
}
