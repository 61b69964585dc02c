package org.initbench.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class OutcomesTest {
    private static final double NEVER = Double.POSITIVE_INFINITY;

    /** Closed form: p = 2 · (1 + 10) / 2¹⁰ of ten runs that end differently, nine of them one way. The limit: SciPy, {@code beta.ppf(0.95, 11, 4)}. */
    @Test
    void isTheExactTestOfTheRunsThatEndDifferently() {
        MadeUpBundle first = new MadeUpBundle("first");
        MadeUpBundle second = new MadeUpBundle("second");
        for (int i = 0; i < 10; i++) {
            first.run("task", 1, i, i < 9 ? 20 : NEVER);
            second.run("task", 1, i, i < 9 ? NEVER : 20);
        }
        for (int i = 10; i < 13; i++) {
            first.run("task", 1, i, 20);
            second.run("task", 1, i, 30);
        }
        first.run("task", 1, 13, NEVER);
        second.run("task", 1, 13, NEVER);
        Outcomes outcomes =
                Outcomes.of(CommonRuns.of(first.bundle(), second.bundle()).all());
        assertThat(outcomes.onlyFirst()).isEqualTo(9);
        assertThat(outcomes.onlySecond()).isEqualTo(1);
        assertThat(outcomes.both()).isEqualTo(3);
        assertThat(outcomes.neither()).isEqualTo(1);
        assertThat(outcomes.atMost()).isCloseTo(0.8959526924076343, within(1e-12));
        assertThat(outcomes.p()).isCloseTo(22 / 1024.0, within(1e-12));
    }

    /**
     * Two tasks and both together are three tests. Of twelve runs that end differently all one way p = 2/2¹² on the task and over
     * both; by Holm three times that. The other task has p = 1.
     */
    @Test
    void allTestsOfAComparisonAreOneFamily() {
        StudyComparison comparison = comparison(12);
        BundlePair pair = comparison.pairs().get(0);
        assertThat(pair.outcomes().adjusted()).isCloseTo(3 * 2 / 4096.0, within(1e-12));
        assertThat(pair.tasks().get(0).outcomes().adjusted()).isCloseTo(3 * 2 / 4096.0, within(1e-12));
        assertThat(pair.tasks().get(1).outcomes().adjusted()).isEqualTo(1);
        assertThat(comparison.accord()).isEqualTo(Accord.DIFFERS);
        assertThat(comparison.answer().get(0)).contains("A converges more often", "other runs converge on one");
    }

    /** p = 2/2⁶ = 0.031 alone; 0.094 as one of three. */
    @Test
    void whatOneTestWouldShowThreeMayNot() {
        StudyComparison comparison = comparison(6);
        assertThat(comparison.pairs().get(0).outcomes().p()).isCloseTo(2 / 64.0, within(1e-12));
        assertThat(comparison.pairs().get(0).outcomes().differ()).isFalse();
        assertThat(comparison.accord()).isEqualTo(Accord.INCONCLUSIVE);
    }

    /**
     * Seven of 300 runs that end differently, four one way, are at most 4.3 % of them (SciPy, {@code beta.ppf(0.95, 8, 293)}): that is
     * tolerated. Seven of 30 are not.
     */
    @Test
    void bundlesAgreeWhereNearlyAllRunsEndAlike() {
        StudyComparison comparison = mixed(300);
        assertThat(comparison.pairs().get(0).outcomes().atMost()).isCloseTo(0.04337867564300364, within(1e-12));
        assertThat(comparison.accord()).isEqualTo(Accord.AGREES);
        assertThat(comparison.answer().get(0)).endsWith("at most 5 % of the runs of a task end differently.");
        StudyComparison few = mixed(30);
        assertThat(few.accord()).isEqualTo(Accord.INCONCLUSIVE);
        assertThat(few.answer().get(0))
                .endsWith("but runs end differently, perhaps more than 5 % of them, on one (7 of 30).");
    }

    /** Four runs converge in the first bundle only, three in the second only, the others in both. */
    private static StudyComparison mixed(int runs) {
        MadeUpBundle first = new MadeUpBundle("first");
        MadeUpBundle second = new MadeUpBundle("second");
        for (int i = 0; i < runs; i++) {
            first.run("one", 1, i, i < 3 ? NEVER : 20);
            second.run("one", 1, i, i >= 3 && i < 7 ? NEVER : 20);
        }
        return compared(first, second);
    }

    /** Runs of task one converge in the first bundle only; those of task two are equal. */
    private static StudyComparison comparison(int differing) {
        MadeUpBundle first = new MadeUpBundle("first");
        MadeUpBundle second = new MadeUpBundle("second");
        for (int i = 0; i < differing; i++) {
            first.run("one", 1, i, 20).run("two", 1, i, 20);
            second.run("one", 1, i, NEVER).run("two", 1, i, 20);
        }
        return compared(first, second);
    }

    private static StudyComparison compared(MadeUpBundle first, MadeUpBundle second) {
        Comparer comparer = new Comparer(first.bundle(), 2, 1.25);
        comparer.add(second.bundle());
        return comparer.result();
    }
}
