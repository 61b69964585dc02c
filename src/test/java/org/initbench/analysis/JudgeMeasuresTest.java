package org.initbench.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.initbench.analysis.MadeUpClaims.A;
import static org.initbench.analysis.MadeUpClaims.TASKS;
import static org.initbench.analysis.MadeUpClaims.claim;
import static org.initbench.analysis.MadeUpClaims.judge;

import java.util.List;
import java.util.Objects;
import org.apache.commons.rng.UniformRandomProvider;
import org.initbench.analysis.BestStarts.Law;
import org.initbench.common.Streams;
import org.initbench.hypothesis.Arm;
import org.initbench.hypothesis.Best;
import org.initbench.hypothesis.Direction;
import org.initbench.hypothesis.Hypothesis;
import org.initbench.hypothesis.Measure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Verdicts on growths, rank correlations and ratios to the best, of which the truth is known. */
class JudgeMeasuresTest {
    private static final int BUNDLES = 1000;
    private static final Hypothesis WIDENS = claim(Measure.SPREAD, Direction.LARGER, A, null);
    private static final Hypothesis NEAR = claim(Measure.NEARNESS, Direction.LARGER, A, null);
    private static final Hypothesis GOOD = claim(Measure.COST, Direction.EQUIVALENT, A, new Best(null));

    private static MadeUpEvidence growths(UniformRandomProvider random, int n, double median, double spread) {
        MadeUpEvidence evidence = new MadeUpEvidence(random);
        for (int i = 0; i < TASKS; i++) {
            evidence.growth("task-" + i, n, median, spread);
        }
        return evidence;
    }

    private static MadeUpEvidence losses(UniformRandomProvider random, int n, double correlation) {
        MadeUpEvidence evidence = new MadeUpEvidence(random);
        for (int i = 0; i < TASKS; i++) {
            evidence.losses("task-" + i, n, correlation);
        }
        return evidence;
    }

    /** The first of the laws is that of the claim's start. */
    private static MadeUpEvidence starts(UniformRandomProvider random, int n, List<Law> laws) {
        MadeUpEvidence evidence = new MadeUpEvidence(random);
        for (int i = 0; i < TASKS; i++) {
            List<Sample> starts = BestStarts.draw(random, n, laws);
            for (int s = 0; s < starts.size(); s++) {
                evidence.put("task-" + i, s == 0 ? A : new Arm("start", (double) s), starts.get(s));
            }
        }
        return evidence;
    }

    private static boolean speaks(Judgement judgement) {
        return judgement.comparisons().stream()
                .anyMatch(c -> c.verdict() == TaskVerdict.FOR || c.verdict() == TaskVerdict.AGAINST);
    }

    /** What does not grow, three or twenty replicates a task: in 5 % of the bundles at most may a task say that it does, or that it shrinks. */
    @ParameterizedTest
    @CsvSource({"3, 0.3", "3, 1", "20, 0.3", "20, 1"})
    void aDistanceThatStaysIsNotSaidToGrow(int n, double spread) {
        UniformRandomProvider random = Streams.of(21, "growth", n, spread);
        int wrong = 0;
        int decided = 0;
        for (int b = 0; b < BUNDLES; b++) {
            Judgement judgement = judge(WIDENS, growths(random, n, 1, spread));
            wrong += speaks(judgement) ? 1 : 0;
            decided += judgement.verdict() == Verdict.UNDECIDED ? 0 : 1;
        }
        assertThat(wrong / (double) BUNDLES).isLessThanOrEqualTo(0.05);
        if (spread == 1) {
            assertThat(decided / (double) BUNDLES).isLessThanOrEqualTo(0.05);
        }
    }

    @Test
    void aDistanceThatGrowsIsSaidToGrow() {
        UniformRandomProvider random = Streams.of(22, "growth");
        assertThat(judge(WIDENS, growths(random, 20, 4, 0.4)).verdict()).isEqualTo(Verdict.SUPPORTED);
        assertThat(judge(WIDENS, growths(random, 20, 0.25, 0.4)).verdict()).isEqualTo(Verdict.REFUTED);
        assertThat(judge(WIDENS, growths(random, 20, 1, 0.05)).verdict()).isEqualTo(Verdict.REFUTED);
        assertThat(judge(WIDENS, growths(random, 3, 4, 0.4)).verdict()).isEqualTo(Verdict.UNDECIDED);
        Judgement none = judge(WIDENS, growths(random, 1, 4, 0.4));
        assertThat(none.verdict()).isEqualTo(Verdict.UNDECIDED);
        assertThat(none.missing()).isEmpty();
        assertThat(none.comparisons()).allSatisfy(c -> {
            assertThat(c.effect().remark()).isEqualTo(Remark.TOO_FEW_LOOKS);
            assertThat(Objects.requireNonNull(c.wanted()).why()).isEqualTo(NoNumber.SIZE_UNKNOWN);
        });
    }

    /** Losses that have nothing to do with the epochs. */
    @ParameterizedTest
    @CsvSource({"5", "10", "20"})
    void whatDoesNotGoTogetherIsNotSaidTo(int n) {
        UniformRandomProvider random = Streams.of(23, "nearness", n);
        int decided = 0;
        for (int b = 0; b < BUNDLES; b++) {
            Judgement judgement = judge(NEAR, losses(random, n, 0));
            decided += speaks(judgement) || judgement.verdict() != Verdict.UNDECIDED ? 1 : 0;
        }
        assertThat(decided / (double) BUNDLES).isLessThanOrEqualTo(0.05);
    }

    @Test
    void whatGoesTogetherIsSaidTo() {
        UniformRandomProvider random = Streams.of(24, "nearness");
        assertThat(judge(NEAR, losses(random, 40, 0.9)).verdict()).isEqualTo(Verdict.SUPPORTED);
        assertThat(judge(NEAR, losses(random, 40, -0.9)).verdict()).isEqualTo(Verdict.REFUTED);
        Judgement few = judge(NEAR, losses(random, 4, 0.9));
        assertThat(few.verdict()).isEqualTo(Verdict.UNDECIDED);
        assertThat(few.comparisons())
                .hasSize(TASKS)
                .allSatisfy(c -> assertThat(c.effect().remark()).isEqualTo(Remark.TOO_FEW_LEARNED));
    }

    /** Six starts that are all alike, and never fail or often: none may be said to be worse than the best in more than 5 % of the bundles. */
    @ParameterizedTest
    @CsvSource({"10, 1", "20, 1", "20, 0.6"})
    void aStartAmongItsLikesIsNotSaidToBeWorse(int n, double converge) {
        UniformRandomProvider random = Streams.of(25, "likes", n, converge);
        Law law = new Law(10, converge);
        List<Law> laws = List.of(law, law, law, law, law, law);
        int wrong = 0;
        for (int b = 0; b < BUNDLES; b++) {
            Judgement judgement = judge(GOOD, starts(random, n, laws));
            wrong += judgement.comparisons().stream().anyMatch(c -> c.verdict() == TaskVerdict.AGAINST) ? 1 : 0;
        }
        assertThat(wrong / (double) BUNDLES).isLessThanOrEqualTo(0.05);
    }

    @Test
    void theBestIsAsGoodAsTheBestAndNoOther() {
        UniformRandomProvider random = Streams.of(26, "best");
        Law fast = new Law(10, 1);
        Law slow = new Law(20, 1);
        Law failing = new Law(12, 0.95);
        assertThat(judge(GOOD, starts(random, 20, List.of(fast, slow, failing, slow)))
                        .verdict())
                .isEqualTo(Verdict.SUPPORTED);
        assertThat(judge(GOOD, starts(random, 20, List.of(slow, fast, failing, slow)))
                        .verdict())
                .isEqualTo(Verdict.REFUTED);
        Judgement undecided = judge(GOOD, starts(random, 20, List.of(new Law(12.5, 1), fast, failing, slow)));
        assertThat(undecided.verdict()).isEqualTo(Verdict.UNDECIDED);
        assertThat(undecided.measured())
                .filteredOn(c -> c.verdict() == TaskVerdict.OPEN)
                .isNotEmpty()
                .allSatisfy(c -> assertThat(c.wanted()).isNotNull());
    }
}
