package org.initbench.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.initbench.hypothesis.Arm;
import org.initbench.hypothesis.Measure;
import org.initbench.run.Bundle;
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

    /** All losses at the start are equal in the made-up study, and nothing was looked into: neither can be judged. */
    @Test
    void whatWasNotObservedIsMissing() {
        assertThat(evidence.within("mlp", normal, Measure.NEARNESS, 0.025)).isEmpty();
        assertThat(evidence.within("mlp", normal, Measure.SPREAD, 0.025)).isEmpty();
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
