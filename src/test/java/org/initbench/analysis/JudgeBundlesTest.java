package org.initbench.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.initbench.analysis.MadeUpClaims.A;
import static org.initbench.analysis.MadeUpClaims.B;
import static org.initbench.analysis.MadeUpClaims.claim;
import static org.initbench.analysis.MadeUpClaims.judge;
import static org.initbench.analysis.MadeUpClaims.places;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.initbench.analysis.MadeUpEvidence.Law;
import org.initbench.common.Streams;
import org.initbench.hypothesis.Arm;
import org.initbench.hypothesis.Best;
import org.initbench.hypothesis.Direction;
import org.initbench.hypothesis.Hypotheses;
import org.initbench.hypothesis.Hypothesis;
import org.initbench.hypothesis.Measure;
import org.initbench.hypothesis.Place;
import org.junit.jupiter.api.Test;

/** Verdicts that draw on several bundles, and on arms that are no two. */
class JudgeBundlesTest {
    private static final Law FAST = new Law(10, 0.2, 1);
    private static final Law SLOW = new Law(20, 0.2, 1);
    private static final Hypothesis FASTER = claim("faster", "faster", Measure.COST, Direction.FASTER, A, B, places(5));

    private static MadeUpEvidence bundle(String name, Hypothesis... own) {
        return new MadeUpEvidence(name, new Hypotheses(List.of(own)), Streams.of(31, "bundle", name));
    }

    /** Arms of two bundles share no replicates: a place is measured where one bundle has both. */
    @Test
    void aComparisonComesFromTheFirstBundleThatHasBothArms() {
        MadeUpEvidence half = bundle("half", FASTER);
        half.put("task-0", A, Sample.of(100, 30, 31, 32, 33));
        MadeUpEvidence first = bundle("first", FASTER).add("task-0", 20, A, FAST, B, SLOW);
        MadeUpEvidence second =
                bundle("second", FASTER).add("task-0", 20, A, SLOW, B, FAST).add("task-1", 20, A, FAST, B, SLOW);
        Judgement judgement = judge(FASTER, half, first, second);
        assertThat(judgement.comparisons()).extracting(Comparison::bundle).containsExactly("first", "second");
        assertThat(judgement.comparisons()).extracting(Comparison::verdict).containsOnly(TaskVerdict.FOR);
        assertThat(judgement.missing()).containsExactly(Place.of("task-2"), Place.of("task-3"), Place.of("task-4"));
        assertThat(judgement.confirmatory()).isTrue();
        assertThat(judge(FASTER, second, first).comparisons().get(0).verdict()).isEqualTo(TaskVerdict.AGAINST);
    }

    /** What a bundle holds no copy of, or another version of, may have been thought of after its runs. */
    @Test
    void eachComparisonIsConfirmatoryForTheBundleThatHadTheClaimBeforeItsRuns() {
        Hypothesis changed = claim("faster", "faster", Measure.COST, Direction.EQUIVALENT, A, B, places(5));
        MadeUpEvidence with = bundle("with", FASTER).add("task-0", 20, A, FAST, B, SLOW);
        MadeUpEvidence without = bundle("without").add("task-1", 20, A, FAST, B, SLOW);
        MadeUpEvidence other = bundle("other", changed).add("task-2", 20, A, FAST, B, SLOW);
        List<Judgement> judgements = new Judge(List.of(with, without, other), new Hypotheses(List.of(changed))).all();
        assertThat(judgements).hasSize(1);
        Judgement judgement = judgements.get(0);
        assertThat(judgement.hypothesis()).isEqualTo(FASTER);
        assertThat(judgement.comparisons()).extracting(Comparison::confirmatory).containsExactly(true, false, false);
        assertThat(judgement.confirmatory()).isFalse();
        assertThat(ClaimWords.caveats(judgement, false))
                .contains("confirmatory in part: with held this hypothesis before the runs, without and other did not");
    }

    /** A second bundle knows more hypotheses, and a larger family: all are judged, with the stricter correction. */
    @Test
    void theHypothesesOfAllBundlesAreJudged() {
        Hypothesis more = claim("more", "faster", Measure.COST, Direction.FASTER, B, A, places(5));
        Hypothesis later = claim("later", "later", Measure.COST, Direction.FASTER, B, A, places(5));
        MadeUpEvidence old = bundle("old", FASTER).add("task-0", 20, A, FAST, B, SLOW);
        MadeUpEvidence young = bundle("young", FASTER, more).add("task-1", 20, A, FAST, B, SLOW);
        List<Judgement> judgements = new Judge(List.of(old, young), new Hypotheses(List.of(FASTER, more, later))).all();
        assertThat(judgements).extracting(j -> j.hypothesis().id()).containsExactly("faster", "more", "later");
        assertThat(judgements).extracting(Judgement::confirmatory).containsExactly(true, false, false);
        assertThat(judgements.get(0).confidence()).isCloseTo(1 - 0.05 / 10, within(1e-12));
        assertThat(judgements.get(2).confidence()).isCloseTo(1 - 0.05 / 5, within(1e-12));
    }

    private static Start start(double epochs, String... weights) {
        Map<Integer, String> byReplicate = new HashMap<>();
        double[] times = new double[weights.length];
        for (int r = 0; r < weights.length; r++) {
            byReplicate.put(r, weights[r]);
            times[r] = epochs + r;
        }
        return new Start(Sample.of(100, times), byReplicate);
    }

    /** The same run twice is no evidence that two starts are alike; nor does it hide that they differ elsewhere. */
    @Test
    void armsThatStartWithTheSameWeightsAreNotCompared() {
        MadeUpEvidence evidence = bundle("same", FASTER);
        evidence.put("task-0", A, start(10, "a", "b", "c")).put("task-0", B, start(10, "a", "b", "c"));
        for (int i = 1; i < 5; i++) {
            evidence.add("task-" + i, 20, A, FAST, B, SLOW);
        }
        Judgement judgement = judge(FASTER, evidence);
        assertThat(judgement.comparisons().get(0).verdict()).isEqualTo(TaskVerdict.SAME);
        assertThat(judgement.measured()).hasSize(4);
        assertThat(judgement.places()).isEqualTo(4);
        assertThat(judgement.verdict()).isEqualTo(Verdict.SUPPORTED);
        assertThat(ClaimWords.sentence(judgement, null))
                .contains("supported (for it on all 4 tasks)")
                .contains(" On task-0 both start with the same weights: there is nothing to compare.");
        evidence.put("task-0", B, start(10, "a", "b", "d"));
        assertThat(judge(FASTER, evidence).comparisons().get(0).verdict()).isNotEqualTo(TaskVerdict.SAME);
    }

    /** Two networks may start with the same weights: what differs is the network. */
    @Test
    void networksThatStartWithTheSameWeightsAreCompared() {
        Hypothesis networks = claim(
                "networks", "networks", Measure.COST, Direction.FASTER, A, A, List.of(new Place("task-0", "task-1")));
        MadeUpEvidence evidence = bundle("networks", networks)
                .put("task-0", A, start(10, "a", "b", "c", "d"))
                .put("task-1", A, start(50, "a", "b", "c", "d"));
        assertThat(judge(networks, evidence).verdict()).isEqualTo(Verdict.SUPPORTED);
    }

    /** A scheme that comes to the same weights as the start is no rival of it, whatever chance there is in its failures. */
    @Test
    void theSameStartUnderAnotherNameIsNoRival() {
        Hypothesis best = claim(
                "best", "best", Measure.COST, Direction.EQUIVALENT, A, new Best(null), List.of(Place.of("task-0")));
        MadeUpEvidence evidence = bundle("best", best)
                .put("task-0", A, start(10, "a", "b", "c", "d"))
                .put("task-0", B, start(10, "a", "b", "c", "d"));
        assertThat(judge(best, evidence).missing()).containsExactly(Place.of("task-0"));
        evidence.put("task-0", new Arm("normal", 1.0), start(80, "e", "f", "g", "h"));
        assertThat(judge(best, evidence).verdict()).isEqualTo(Verdict.SUPPORTED);
    }
}
