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
                Outcomes.of(CommonRuns.of(first.bundle(), second.bundle()).all(), 1);
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
        assertThat(comparison.answer().get(0)).contains("A converges more often; A converges more often on one");
    }

    /** p = 2/2⁶ = 0.031 alone; 0.094 as one of three. At least 0.025^(1/6) = 54.1 % of six of six end differently. */
    @Test
    void whatOneTestWouldShowThreeMayNot() {
        StudyComparison comparison = comparison(6);
        assertThat(comparison.pairs().get(0).outcomes().p()).isCloseTo(2 / 64.0, within(1e-12));
        assertThat(comparison.pairs().get(0).outcomes().differ()).isFalse();
        assertThat(comparison.answer().get(0))
                .isEqualTo(
                        "A and B differ: more than 5 % of the runs end differently on one (6 of 6), at least 54.1 %.");
    }

    /**
     * As many one way as the other: no bundle converges more often, and yet they differ. SciPy, {@code beta.ppf(0.05, 50, 51)}.
     */
    @Test
    void differencesThatBalanceAreDifferences() {
        MadeUpBundle first = new MadeUpBundle("first");
        MadeUpBundle second = new MadeUpBundle("second");
        for (int i = 0; i < 100; i++) {
            first.run("one", 1, i, i < 25 ? NEVER : 20);
            second.run("one", 1, i, i >= 25 && i < 50 ? NEVER : 20);
        }
        StudyComparison comparison = compared(first, second);
        Outcomes outcomes = comparison.pairs().get(0).tasks().get(0).outcomes();
        assertThat(outcomes.p()).isEqualTo(1);
        assertThat(outcomes.atLeast()).isCloseTo(0.41362171463091174, within(1e-12));
        assertThat(comparison.accord()).isEqualTo(Accord.DIFFERS);
    }

    /** Of ten runs that never differ the share is at most 1 − 0.05^(1/10) in closed form, and they end alike. */
    @Test
    void noDifferenceIsNoProofOfNone() {
        Outcomes outcomes = Outcomes.of(
                CommonRuns.of(same("a", 10).bundle(), same("b", 10).bundle()).all(), 3);
        assertThat(outcomes.atLeast()).isZero();
        assertThat(outcomes.atMost()).isCloseTo(1 - Math.pow(0.05, 0.1), within(1e-12));
        assertThat(outcomes.alike()).isTrue();
    }

    private static MadeUpBundle same(String folder, int runs) {
        MadeUpBundle bundle = new MadeUpBundle(folder);
        for (int i = 0; i < runs; i++) {
            bundle.run("one", 1, i, 20);
        }
        return bundle;
    }

    /** To diverge is another end than to run out of epochs; and where nothing converges no epochs agree. */
    @Test
    void divergingIsAnEndOfItsOwn() {
        MadeUpBundle first = new MadeUpBundle("first");
        MadeUpBundle second = new MadeUpBundle("second");
        MadeUpBundle third = new MadeUpBundle("third");
        for (int i = 0; i < 4; i++) {
            first.run("one", 1, i, NEVER);
            second.diverged("one", 1, i);
            third.otherEnds().run("one", 1, i, NEVER);
        }
        StudyComparison comparison = compared(first, second);
        assertThat(comparison.pairs().get(0).outcomes().divergedInOne()).isEqualTo(4);
        assertThat(comparison.accord()).isEqualTo(Accord.DIFFERS);
        StudyComparison nothing = compared(first, third);
        assertThat(nothing.accord()).isEqualTo(Accord.INCONCLUSIVE);
        assertThat(nothing.answer().get(0)).endsWith("so that there are no epochs to compare.");
    }

    /**
     * Seven of 300 runs that end differently, four one way, are at most 4.3 % of them (SciPy, {@code beta.ppf(0.95, 8, 293)}): that is
     * tolerated. Seven of 100 are at least 3.3 % and at most 12.7 % ({@code beta.ppf([0.05, 0.95], [7, 8], [94, 93])}): that is open.
     */
    @Test
    void bundlesAgreeWhereNearlyAllRunsEndAlike() {
        StudyComparison comparison = mixed(300);
        assertThat(comparison.pairs().get(0).outcomes().atMost()).isCloseTo(0.04337867564300364, within(1e-12));
        assertThat(comparison.accord()).isEqualTo(Accord.AGREES);
        assertThat(comparison.answer().get(0)).endsWith("at most 5 % of the runs of a task end differently.");
        StudyComparison few = mixed(100);
        assertThat(few.accord()).isEqualTo(Accord.INCONCLUSIVE);
        assertThat(few.answer().get(0))
                .endsWith("but runs end differently, perhaps more than 5 % of them, on one (7 of 100).");
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
