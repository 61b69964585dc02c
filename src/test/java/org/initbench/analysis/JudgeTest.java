package org.initbench.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.initbench.analysis.MadeUpClaims.A;
import static org.initbench.analysis.MadeUpClaims.B;
import static org.initbench.analysis.MadeUpClaims.TASKS;
import static org.initbench.analysis.MadeUpClaims.claim;
import static org.initbench.analysis.MadeUpClaims.judge;
import static org.initbench.analysis.MadeUpClaims.places;

import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.commons.rng.UniformRandomProvider;
import org.initbench.analysis.MadeUpEvidence.Law;
import org.initbench.common.Streams;
import org.initbench.hypothesis.Best;
import org.initbench.hypothesis.Direction;
import org.initbench.hypothesis.Hypotheses;
import org.initbench.hypothesis.Hypothesis;
import org.initbench.hypothesis.Measure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Verdicts on made-up bundles of which the truth is known. */
class JudgeTest {

    private static final int BUNDLES = 1000;

    private static MadeUpEvidence bundle(UniformRandomProvider random, Law a, Law b) {
        MadeUpEvidence evidence = new MadeUpEvidence(random);
        for (int i = 0; i < TASKS; i++) {
            evidence.add("task-" + i, 20, A, a, B, b);
        }
        return evidence;
    }

    /**
     * A start against itself in 1000 bundles: in 5 % of them at most may any task speak for one arm, so that no claim is supported, or
     * depends, or is refuted by a difference. That the arms are equivalent may be found: it is true.
     */
    @ParameterizedTest
    @CsvSource({"COST, FASTER, 0.9, 1", "COST, FASTER, 0.3, 1", "COST, FASTER, 0.5, 0.7", "CONVERGED, SAFER, 0.3, 0.5"})
    void aStartAgainstItselfIsNotPreferred(Measure measure, Direction direction, double spread, double converge) {
        UniformRandomProvider random = Streams.of(9, "a against a", measure, spread);
        Law law = new Law(20, spread, converge);
        Set<TaskVerdict> preferences = EnumSet.of(TaskVerdict.FOR, TaskVerdict.AGAINST);
        int wrong = 0;
        int decided = 0;
        for (int b = 0; b < BUNDLES; b++) {
            Judgement judgement = judge(claim(measure, direction, A, B), bundle(random, law, law));
            boolean preferred = judgement.comparisons().stream().anyMatch(c -> preferences.contains(c.verdict()));
            wrong += preferred ? 1 : 0;
            decided += judgement.verdict() == Verdict.UNDECIDED ? 0 : 1;
            assertThat(judgement.verdict()).isNotEqualTo(preferred ? null : Verdict.SUPPORTED);
        }
        assertThat(wrong / (double) BUNDLES).isLessThanOrEqualTo(0.05);
        if (spread > 0.5) {
            assertThat(decided / (double) BUNDLES)
                    .as("too few runs to show anything")
                    .isLessThanOrEqualTo(0.05);
        }
    }

    /** Two arms that converge equally often, in 1000 bundles: in 5 % at most are they said not to, over all tasks or on one. */
    @ParameterizedTest
    @CsvSource({"0.5", "0.9", "1"})
    void armsThatLearnEquallyOftenAreNotSaidToDiffer(double converge) {
        UniformRandomProvider random = Streams.of(27, "likes", converge);
        Law law = new Law(20, 0.3, converge);
        int wrong = 0;
        for (int b = 0; b < BUNDLES; b++) {
            Judgement judgement = judge(claim(Measure.CONVERGED, Direction.EQUIVALENT, A, B), bundle(random, law, law));
            boolean differ = judgement.comparisons().stream().anyMatch(c -> c.verdict() == TaskVerdict.AGAINST);
            wrong += differ || judgement.verdict() == Verdict.REFUTED ? 1 : 0;
        }
        assertThat(wrong / (double) BUNDLES).isLessThanOrEqualTo(0.05);
    }

    /** A true ratio just at the margin: whatever is claimed, it may be supported in 5 % of the bundles at most. */
    @Test
    void aDifferenceAtTheMarginSupportsNothing() {
        UniformRandomProvider random = Streams.of(10, "margin");
        int equivalent = 0;
        int faster = 0;
        for (int b = 0; b < BUNDLES; b++) {
            MadeUpEvidence evidence = bundle(random, new Law(16, 0.3, 1), new Law(20, 0.3, 1));
            for (Comparison c : judge(claim(Measure.COST, Direction.EQUIVALENT, A, B), evidence)
                    .comparisons()) {
                equivalent += c.verdict() == TaskVerdict.FOR ? 1 : 0;
            }
            for (Comparison c :
                    judge(claim(Measure.COST, Direction.FASTER, A, B), evidence).comparisons()) {
                faster += c.verdict() == TaskVerdict.FOR ? 1 : 0;
            }
        }
        assertThat(equivalent).as("bundles, even if each error were in another").isLessThanOrEqualTo(BUNDLES / 20);
        assertThat(faster).isLessThanOrEqualTo(BUNDLES / 20);
    }

    /** Tasks on which one arm is better, worse, alike or unclear, with failures and with none: each verdict turns round. */
    @Test
    void swappingTheArmsSwapsSupportedAndRefuted() {
        UniformRandomProvider random = Streams.of(11, "swap");
        Set<Verdict> seen = EnumSet.noneOf(Verdict.class);
        for (int b = 0; b < 300; b++) {
            MadeUpEvidence evidence = new MadeUpEvidence(random);
            double edge = Math.exp(3 * random.nextDouble() - 1.5);
            double noise = b % 3 == 0 ? 0.5 : 0;
            for (int i = 0; i < TASKS; i++) {
                double ratio = edge * Math.exp(noise * (2 * random.nextDouble() - 1));
                double slower = i % 7 == 6 ? 0 : i % 5 == 4 ? 0.9 : 1;
                evidence.add(
                        "task-" + i,
                        20,
                        A,
                        new Law(20, 0.2, edge < 1 ? slower : 1),
                        B,
                        new Law(20 * ratio, 0.2, edge < 1 ? 1 : slower));
            }
            Judgement own = judge(claim(Measure.COST, Direction.FASTER, A, B), evidence);
            Judgement swapped = judge(claim(Measure.COST, Direction.FASTER, B, A), evidence);
            for (int i = 0; i < TASKS; i++) {
                assertThat(swapped.comparisons().get(i).verdict())
                        .isEqualTo(opposite(own.comparisons().get(i).verdict()));
            }
            seen.add(own.verdict());
            boolean difference = own.comparisons().stream().noneMatch(c -> c.verdict() == TaskVerdict.EQUIVALENT);
            if (own.verdict() == Verdict.SUPPORTED) {
                assertThat(swapped.verdict()).isEqualTo(Verdict.REFUTED);
            }
            if (own.verdict() == Verdict.REFUTED && difference) {
                assertThat(swapped.verdict()).isEqualTo(Verdict.SUPPORTED);
            }
            Judgement alike = judge(claim(Measure.COST, Direction.EQUIVALENT, A, B), evidence);
            assertThat(judge(claim(Measure.COST, Direction.EQUIVALENT, B, A), evidence)
                            .verdict())
                    .isEqualTo(alike.verdict());
        }
        assertThat(seen).containsExactlyInAnyOrder(Verdict.values());
    }

    private static TaskVerdict opposite(TaskVerdict verdict) {
        return switch (verdict) {
            case FOR -> TaskVerdict.AGAINST;
            case AGAINST -> TaskVerdict.FOR;
            case EQUIVALENT, OPEN, SAME -> verdict;
        };
    }

    /** 0.05 among ten comparisons; three of them were not run: no interval is shorter for it, and seven of ten are no four of five. */
    @ParameterizedTest
    @CsvSource({"5, UNDECIDED", "7, UNDECIDED", "8, SUPPORTED", "10, SUPPORTED"})
    void whatWasNotRunIsNamedAndCountsAsOpen(int run, Verdict verdict) {
        MadeUpEvidence evidence = new MadeUpEvidence(Streams.of(12, "missing"));
        for (int i = 0; i < run; i++) {
            evidence.add("task-" + i, 20, A, new Law(10, 0.2, 1), B, new Law(20, 0.2, 1));
        }
        Judgement judgement = judge(claim(Measure.COST, Direction.FASTER, A, B), evidence);
        assertThat(judgement.verdict()).isEqualTo(verdict);
        assertThat(judgement.whereMeasured()).isEqualTo(Verdict.SUPPORTED);
        assertThat(judgement.missing()).isEqualTo(places(TASKS).subList(run, TASKS));
        assertThat(judgement.places()).isEqualTo(TASKS);
        assertThat(judgement.confidence()).isCloseTo(0.995, within(1e-12));
        Judgement nothing = judge(claim(Measure.COST, Direction.FASTER, A, new Best("glorot-normal")), evidence);
        assertThat(nothing.verdict()).isEqualTo(Verdict.UNDECIDED);
        assertThat(nothing.missing()).hasSize(10);
    }

    /** One missing task of ten may shift the mean difference by 0.1, two by 0.2, which is the margin itself. */
    @ParameterizedTest
    @CsvSource({"10, SUPPORTED", "9, SUPPORTED", "8, UNDECIDED"})
    void aPooledClaimAllowsForWhatWasNotMeasured(int run, Verdict verdict) {
        MadeUpEvidence evidence = new MadeUpEvidence(Streams.of(19, "missing"));
        for (int i = 0; i < run; i++) {
            evidence.add("task-" + i, 20, A, new Law(10, 0.2, 1), B, new Law(20, 0.2, 1));
        }
        Judgement judgement = judge(claim(Measure.CONVERGED, Direction.EQUIVALENT, A, B), evidence);
        assertThat(judgement.verdict()).isEqualTo(verdict);
        assertThat(judgement.whereMeasured()).isEqualTo(Verdict.SUPPORTED);
        if (verdict == Verdict.UNDECIDED) {
            Wanted wanted =
                    Objects.requireNonNull(judgement.comparisons().get(0).wanted());
            assertThat(wanted.why()).isEqualTo(NoNumber.TASKS_MISSING);
        }
    }

    /**
     * Seven tasks on which every run of both arms converged, sixteen comparisons in the family: each task's difference reaches 1 − n/(n+z²)
     * down (Wilson), z = 2.955, and the mean 1/√7 of that: 0.197 with 8 replicates, 0.224 with 6.
     */
    @ParameterizedTest
    @CsvSource({"8, 0.197, SUPPORTED", "6, 0.224, UNDECIDED"})
    void perfectAgreementOnSevenTasksTakesEightReplicates(int n, double half, Verdict verdict) {
        Hypothesis one = claim("one", "both", Measure.CONVERGED, Direction.EQUIVALENT, A, B, places(7));
        Hypothesis two = claim("two", "both", Measure.CONVERGED, Direction.EQUIVALENT, B, A, places(7));
        MadeUpEvidence evidence = new MadeUpEvidence(Streams.of(18, "agreement"));
        for (int i = 0; i < 7; i++) {
            evidence.add("task-" + i, n, A, new Law(10, 0.2, 1), B, new Law(20, 0.2, 1));
        }
        Judgement judgement = new Judge(List.of(evidence), new Hypotheses(List.of(one, two)))
                .all()
                .get(0);
        Comparison together = Objects.requireNonNull(judgement.together());
        assertThat(judgement.confidence()).isCloseTo(1 - 0.05 / 16, within(1e-12));
        assertThat(together.effect().limits().low()).isCloseTo(-half, within(5e-4));
        assertThat(together.effect().limits().high()).isCloseTo(half, within(5e-4));
        assertThat(judgement.verdict()).isEqualTo(verdict);
        Wanted wanted = together.wanted();
        assertThat(wanted == null ? (Integer) 8 : Objects.requireNonNull(wanted.replicates()))
                .isEqualTo(8);
    }

    /** Shares of convergence, 20 replicates, differences from none to all. */
    @Test
    void swappingTheArmsSwapsWhichIsSafer() {
        UniformRandomProvider random = Streams.of(20, "swap shares");
        Set<Verdict> seen = EnumSet.noneOf(Verdict.class);
        for (int b = 0; b < 300; b++) {
            MadeUpEvidence evidence =
                    bundle(random, new Law(20, 0.2, random.nextDouble()), new Law(20, 0.2, random.nextDouble()));
            Judgement own = judge(claim(Measure.CONVERGED, Direction.SAFER, A, B), evidence);
            Judgement swapped = judge(claim(Measure.CONVERGED, Direction.SAFER, B, A), evidence);
            for (int i = 0; i < TASKS; i++) {
                assertThat(swapped.comparisons().get(i).verdict())
                        .isEqualTo(opposite(own.comparisons().get(i).verdict()));
            }
            seen.add(own.verdict());
            if (own.verdict() == Verdict.SUPPORTED) {
                assertThat(swapped.verdict()).isEqualTo(Verdict.REFUTED);
            }
        }
        assertThat(seen).contains(Verdict.SUPPORTED, Verdict.REFUTED, Verdict.UNDECIDED);
    }

    /** Shares of convergence are equivalent over all tasks, unless a single one shows a clear difference. */
    @Test
    void pooledSharesAreEquivalentUnlessATaskSaysOtherwise() {
        Hypothesis claim = claim(Measure.CONVERGED, Direction.EQUIVALENT, A, B);
        MadeUpEvidence evidence = bundle(Streams.of(13, "pooled"), new Law(20, 0.2, 1), new Law(20, 0.2, 1));
        Judgement alike = judge(claim, evidence);
        assertThat(alike.comparisons()).hasSize(11);
        assertThat(alike.comparisons().get(0).place()).isNull();
        assertThat(alike.verdict()).isEqualTo(Verdict.SUPPORTED);
        evidence.add("task-3", 20, A, new Law(20, 0.2, 1), B, new Law(20, 0.2, 0));
        Judgement differs = judge(claim, evidence);
        assertThat(differs.comparisons().get(0).verdict()).isEqualTo(TaskVerdict.FOR);
        assertThat(differs.verdict()).isEqualTo(Verdict.DEPENDS);
    }

    /**
     * 0 of 20 against 20 of 20 is a clear difference. With four such tasks of ten the mean, −0.4, is beyond the margin of 0.2; two more
     * that differ the other way bring it to the margin: it is open then, and so is the claim, though six tasks are against it.
     */
    @ParameterizedTest
    @CsvSource({"4, 0, AGAINST, REFUTED", "4, 2, OPEN, UNDECIDED"})
    void pooledSharesDecideAlone(int lost, int won, TaskVerdict pooled, Verdict verdict) {
        MadeUpEvidence evidence = bundle(Streams.of(15, "pooled"), new Law(20, 0.2, 1), new Law(20, 0.2, 1));
        for (int task = 0; task < lost + won; task++) {
            Law never = new Law(20, 0.2, 0);
            Law always = new Law(20, 0.2, 1);
            evidence.add("task-" + task, 20, A, task < lost ? never : always, B, task < lost ? always : never);
        }
        Judgement judgement = judge(claim(Measure.CONVERGED, Direction.EQUIVALENT, A, B), evidence);
        assertThat(judgement.comparisons().get(0).effect().limits().value())
                .isCloseTo((won - lost) / 10.0, within(1e-12));
        assertThat(judgement.comparisons().get(0).verdict()).isEqualTo(pooled);
        assertThat(judgement.comparisons().subList(1, 11).stream()
                        .filter(c -> c.verdict() == TaskVerdict.AGAINST)
                        .count())
                .isEqualTo(lost + won);
        assertThat(judgement.verdict()).isEqualTo(verdict);
    }

    /** Only an open comparison wants more replicates, and only where repeating can tell more. */
    @Test
    void openComparisonsSayHowManyReplicatesTheyWant() {
        MadeUpEvidence evidence = bundle(Streams.of(14, "wanted"), new Law(20, 0.5, 1), new Law(20, 0.5, 1));
        evidence.add("task-0", 20, A, new Law(20, 0.01, 1), B, new Law(20, 0.01, 1));
        Sample exact = new Sample(new double[] {22}, new double[] {50}, new int[] {0}, 50, true);
        evidence.put("task-1", A, exact).put("task-1", B, exact);
        List<Comparison> comparisons =
                judge(claim(Measure.COST, Direction.FASTER, A, B), evidence).comparisons();
        assertThat(comparisons.get(0).verdict()).isEqualTo(TaskVerdict.EQUIVALENT);
        assertThat(comparisons.get(0).wanted()).isNull();
        assertThat(comparisons.get(1).verdict()).isEqualTo(TaskVerdict.EQUIVALENT);
        assertThat(comparisons.get(2).verdict()).isEqualTo(TaskVerdict.OPEN);
        assertThat(Objects.requireNonNull(comparisons.get(2).wanted()).replicates())
                .isBetween(21, Replicates.MOST);
    }
}
