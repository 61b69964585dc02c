package org.initbench.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.initbench.hypothesis.Arm;
import org.initbench.hypothesis.Measure;
import org.initbench.run.Bundle;
import org.initbench.run.Cause;
import org.initbench.run.Quantity;
import org.initbench.run.RateKind;
import org.initbench.run.RunRecord;
import org.junit.jupiter.api.Test;

/** The arm that a hypothesis names must be the cell that was run, and no other. */
class BundleEvidenceTest {

    private final Bundle bundle = new SyntheticStudy().hidden("mlp", -1).bundle(true);
    private final BundleEvidence evidence = new BundleEvidence(bundle);
    private final Arm normal = new Arm("normal", 0.1);

    private List<RunRecord> runs() {
        return bundle.runs().stream()
                .filter(run -> run.initializer().equals("normal") && run.scale().orElse(0) == 0.1)
                .toList();
    }

    @Test
    void findsTheCellOfAnArm() {
        Sample sample = evidence.start("mlp", normal).orElseThrow().sample();
        assertThat(sample.n()).isEqualTo(runs().size());
        for (int i = 0; i < sample.n(); i++) {
            assertThat(sample.time(i)).isEqualTo(runs().get(i).epochs().orElseThrow());
        }
        assertThat(evidence.start("mlp", new Arm("normal", 0.11))).isEmpty();
        assertThat(evidence.start("mlp", new Arm("zero", null))).isPresent();
        assertThat(evidence.start("mlp", new Arm("normal", 0.1, true)))
                .as("no rate was tuned")
                .isEmpty();
        assertThat(evidence.start("cnn", normal)).isEmpty();
    }

    /** 2 without a scale or with a value, 11 normal, 6 uniform and 12 of schemes, without the arm itself. */
    @Test
    void theOthersAreAllButTheArm() {
        assertThat(evidence.others("mlp", normal, null)).hasSize(2 + 11 + 6 + 12 - 1);
        assertThat(evidence.others("mlp", normal, "normal")).hasSize(10);
        assertThat(evidence.others("mlp", new Arm("zero", null), "normal")).hasSize(11);
    }

    @Test
    void aTunedArmIsTheTunedCell() {
        Bundle rated = RateFixture.bundle(1);
        RunRecord tuned = rated.runs().stream()
                .filter(run -> run.rateKind() == RateKind.TUNED && run.scale().isPresent())
                .findFirst()
                .orElseThrow();
        Arm arm = new Arm(tuned.initializer(), tuned.scale().getAsDouble(), true);
        List<RunRecord> own = rated.runs().stream()
                .filter(run -> run.rateKind() == RateKind.TUNED
                        && run.task().equals(tuned.task())
                        && run.initializer().equals(tuned.initializer())
                        && run.scale().equals(tuned.scale()))
                .toList();
        Sample sample =
                new BundleEvidence(rated).start(tuned.task(), arm).orElseThrow().sample();
        assertThat(sample.n()).isEqualTo(own.size());
        assertThat(sample.successes()).isEqualTo((int)
                own.stream().filter(run -> run.epochs().isPresent()).count());
    }

    /** All losses at the start are equal in the made-up study, and nothing was looked into: the one can be told, the other is missing. */
    @Test
    void whatWasNotObservedIsMissingAndWhatTellsNothingSaysWhy() {
        Effect nearness =
                evidence.within("mlp", normal, Measure.NEARNESS, 0.025).orElseThrow();
        assertThat(nearness.remark()).isEqualTo(Remark.ALL_ALIKE);
        assertThat(nearness.n()).isEqualTo(10);
        assertThat(nearness.limits().value()).isNaN();
        assertThat(nearness.limits().low()).isEqualTo(-1);
        assertThat(nearness.limits().high()).isEqualTo(1);
        assertThat(evidence.within("mlp", normal, Measure.SPREAD, 0.025)).isEmpty();
        assertThat(evidence.within("mlp", new Arm("normal", 0.11), Measure.NEARNESS, 0.025))
                .isEmpty();
    }

    private static SymmetryStudy network() {
        return new SymmetryStudy()
                .task("net", 2, null)
                .converged("net", SymmetryStudy.std("normal", 0.1), Cause.NONE, 5, 6, 7, 8)
                .censored("net", SymmetryStudy.std("normal", 1), Cause.NONE, 2, 2, 2, 2);
    }

    private static Effect spread(SymmetryStudy study) {
        return new BundleEvidence(study.bundle())
                .within("net", new Arm("normal", 0.1), Measure.SPREAD, 0.025)
                .orElseThrow();
    }

    private static SymmetryStudy seen(SymmetryStudy study, int replicate, int layer, double... distances) {
        return study.looks("net", SymmetryStudy.std("normal", 0.1), replicate, Quantity.SPREAD, layer, distances);
    }

    /** By hand: 2 · 8 in one replicate and 4 · 4 in the other, a geometric mean of 4 over the layers of each. */
    @Test
    void aGrowthIsTheMeanOverLayersAndReplicates() {
        SymmetryStudy study = network();
        seen(study, 0, 0, 1, 1.5, 2);
        seen(study, 0, 1, 1, 2, 8);
        seen(study, 1, 0, 0.5, 2);
        seen(study, 1, 1, 2, 8);
        Effect effect = spread(study);
        assertThat(effect.n()).isEqualTo(2);
        assertThat(effect.limits().value()).isCloseTo(4, within(1e-12));
        assertThat(effect.limits().low()).isCloseTo(4, within(1e-9));
        assertThat(effect.remark()).isNull();
    }

    @Test
    void aGrowthThatCannotBeToldSaysWhy() {
        assertThat(spread(seen(seen(network(), 0, 0, 1, 2), 1, 0, 1)).remark()).isEqualTo(Remark.TOO_FEW_LOOKS);
        assertThat(spread(seen(network(), 0, 0, 1, 2)).n()).isEqualTo(1);
        SymmetryStudy equal = seen(seen(network(), 0, 0, 0, 1), 1, 0, 0, 2);
        assertThat(spread(equal).remark()).isEqualTo(Remark.NO_DISTANCE);
    }

    @Test
    void aCorrelationOfTooFewRunsSaysWhy() {
        BundleEvidence few = new BundleEvidence(network().bundle());
        Effect effect = few.within("net", new Arm("normal", 0.1), Measure.NEARNESS, 0.025)
                .orElseThrow();
        assertThat(effect.remark()).isEqualTo(Remark.TOO_FEW_LEARNED);
        assertThat(effect.n()).isEqualTo(4);
        Effect none = few.within("net", new Arm("normal", 1.0), Measure.NEARNESS, 0.025)
                .orElseThrow();
        assertThat(none.n()).isZero();
    }

    /** The initial weights tell starts apart, whatever they are called. */
    @Test
    void startsAreTheSameIfTheirWeightsAre() {
        Start one = evidence.start("mlp", normal).orElseThrow();
        assertThat(one.same(one)).isTrue();
        assertThat(one.same(evidence.start("mlp", new Arm("uniform", 0.1)).orElseThrow()))
                .isFalse();
        assertThat(one.same(new Start(one.sample(), Map.of()))).isFalse();
        assertThat(one.weights()).hasSize(10);
    }

    /** The same interval as the report's, of a cell whose losses at the start fall in the order of its epochs. */
    @Test
    void nearnessIsSpearmansCorrelation() {
        List<RunRecord> runs = bundle.runs().stream()
                .map(run -> with(run, run.epochs().orElse(0) + run.replicate() % 3))
                .toList();
        Bundle changed = new Bundle(
                bundle.folder(),
                bundle.study(),
                bundle.environment(),
                runs,
                bundle.crossings(),
                bundle.curves(),
                List.of(),
                bundle.timings(),
                List.of(),
                true);
        Effect effect = new BundleEvidence(changed)
                .within("mlp", normal, Measure.NEARNESS, 0.025)
                .orElseThrow();
        List<RunRecord> own = runs.stream()
                .filter(run -> run.initializer().equals("normal") && run.scale().orElse(0) == 0.1)
                .toList();
        double rho = Nearnesses.spearman(
                own.stream().mapToDouble(run -> run.epochs().orElseThrow()).toArray(),
                own.stream().mapToDouble(RunRecord::initialLoss).toArray());
        Estimate estimate = Nearnesses.estimate(rho, own.size(), 1);
        assertThat(effect.limits().value()).isEqualTo(rho);
        assertThat(effect.limits().low()).isCloseTo(estimate.low(), within(1e-12));
        assertThat(effect.limits().high()).isCloseTo(estimate.high(), within(1e-12));
    }

    private static RunRecord with(RunRecord r, double initialLoss) {
        return new RunRecord(
                r.runId(),
                r.task(),
                r.initializer(),
                r.scaleKind(),
                r.scale(),
                r.replicate(),
                r.engine(),
                r.precision(),
                r.outcome(),
                r.cause(),
                r.epochs(),
                r.epochsRun(),
                r.stepsRun(),
                r.budget(),
                initialLoss,
                r.finalLoss(),
                r.finalMetric(),
                r.initialNorm(),
                r.distance(),
                r.signsKept(),
                r.initialDigest(),
                r.finalDigest());
    }
}
