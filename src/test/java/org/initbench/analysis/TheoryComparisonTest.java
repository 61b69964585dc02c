package org.initbench.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.initbench.analysis.TheoryComparison.Verdict;
import org.initbench.init.Initializer;
import org.initbench.init.Initializers;
import org.initbench.run.Bundle;
import org.initbench.run.Diagnostic;
import org.initbench.run.Quantity;
import org.initbench.run.ResolvedStudy;
import org.initbench.run.RunRecord;
import org.initbench.task.DescribedLayers;
import org.initbench.task.TaskDescription;
import org.junit.jupiter.api.Test;

/** Two layers of 16 and 8 units, without nonlinearity, on 16 inputs of mean square 2: variances are exact by hand. */
class TheoryComparisonTest {

    private static final Bundle TEMPLATE =
            new SyntheticStudy().hidden("mlp", -1).bundle(true);

    private static final class Known implements WeightVariance {
        @Override
        public double at(String initializer, int fanIn, int fanOut) {
            return SyntheticStudy.variance(initializer, fanIn, fanOut);
        }

        @Override
        public Optional<Initializer> rule(String initializer) {
            return initializer.equals("normal") ? Optional.of(Initializers.byName(initializer)) : Optional.empty();
        }
    }

    private static TaskAnalysis analyze(boolean inputs, double off) {
        Bundle t = TEMPLATE;
        List<TaskDescription> tasks = List.of(linear(t.study().tasks().get(0), inputs));
        Bundle bundle = new Bundle(
                t.folder(),
                new ResolvedStudy(
                        t.study().schema(),
                        t.study().name(),
                        t.study().description(),
                        t.study().seed(),
                        t.study().replicates(),
                        t.study().stackReplicates(),
                        t.study().stackSize(),
                        t.study().workers(),
                        tasks,
                        t.study().arms(),
                        t.study().timing(),
                        t.study().skipped()),
                t.environment(),
                t.runs(),
                t.crossings(),
                t.curves(),
                looks(off),
                t.timings(),
                t.costs(),
                true);
        return Analyzer.analyze(bundle, new Known()).tasks().get(0);
    }

    /** Layer 0 as predicted but for a tenth, layer 1 off by a factor; derivatives fall to 8·std² per layer, as predicted. */
    private static List<Diagnostic> looks(double off) {
        List<Diagnostic> all = new ArrayList<>();
        for (RunRecord run : TEMPLATE.runs()) {
            if (run.initializer().equals("normal") && run.replicate() < 3) {
                double square = run.scale().orElseThrow() * run.scale().orElseThrow();
                String id = run.runId();
                all.add(new Diagnostic(id, 0, Quantity.ACTIVATION_VARIANCE, 0, 1.1 * 32 * square));
                all.add(new Diagnostic(id, 0, Quantity.ACTIVATION_VARIANCE, 1, off * 32 * 16 * square * square));
                all.add(new Diagnostic(id, 0, Quantity.DERIVATIVE_MEAN_SQUARE, 0, 5 * 8 * square));
                all.add(new Diagnostic(id, 0, Quantity.DERIVATIVE_MEAN_SQUARE, 1, 5));
            }
        }
        return all;
    }

    @Test
    void predictionsStandBesideMedians() {
        TaskAnalysis task = analyze(true, 1);
        long normal = task.cells().stream()
                .filter(cell -> cell.initializer().equals("normal"))
                .count();
        assertThat(task.insight().theory()).as("only the rule that is known").hasSize((int) normal);
        for (TheoryComparison cell : task.insight().theory()) {
            double square = Math.pow(Objects.requireNonNull(cell.scale()), 2);
            TheoryComparison.Layer first = cell.layers().get(0);
            assertThat(first.activationVariance().predicted()).isCloseTo(32 * square, within(1e-9 * square));
            assertThat(first.activationVariance().verdict()).isEqualTo(Verdict.AGREES);
            TheoryComparison.Match derivative = Objects.requireNonNull(first.derivative());
            assertThat(derivative.predicted()).isCloseTo(8 * square, within(1e-9 * square));
            assertThat(derivative.measured()).isCloseTo(8 * square, within(1e-9 * square));
        }
        assertThat(sentence(task))
                .startsWith("Before the first update mean-field theory predicts " + 2 * normal + " of " + 2 * normal
                        + " variances of activations, and " + 2 * normal + " of " + 2 * normal
                        + " mean squares of derivatives")
                .endsWith("networks of this width stray.");
    }

    /** A disagreement that only a table showed would be read by nobody. */
    @Test
    void aDisagreementIsFlaggedAndTold() {
        TaskAnalysis task = analyze(true, 1000);
        int cells = task.insight().theory().size();
        assertThat(task.insight().theory())
                .allSatisfy(cell -> assertThat(
                                cell.layers().get(1).activationVariance().verdict())
                        .isEqualTo(Verdict.DISAGREES));
        assertThat(sentence(task))
                .contains(cells + " of " + 2 * cells + " variances of activations")
                .contains("farthest off is the variance of layer 2 from normal at std");
    }

    @Test
    void aBundleThatDoesNotSayHowLargeInputsAreHasNoTheory() {
        TaskAnalysis task = analyze(false, 1);
        assertThat(task.insight().theory()).isEmpty();
        assertThat(task.answer()).noneMatch(sentence -> sentence.contains("theory"));
    }

    private static String sentence(TaskAnalysis task) {
        return task.answer().stream()
                .filter(sentence -> sentence.contains("mean-field theory"))
                .findFirst()
                .orElseThrow();
    }

    private static TaskDescription linear(TaskDescription t, boolean inputs) {
        return new TaskDescription(
                t.name(),
                t.description(),
                t.kind(),
                t.dataSet(),
                t.dataDigest(),
                t.trainingSamples(),
                t.evaluationSamples(),
                t.testSamples(),
                "16",
                List.of(DescribedLayers.dense(16, 16, "identity"), DescribedLayers.dense(16, 8, "identity")),
                t.loss(),
                t.optimizer(),
                t.optimizerConstants(),
                t.learningRate(),
                t.gradientClip(),
                t.batchSize(),
                t.updatesPerEpoch(),
                false,
                t.levels(),
                t.levelLosses(),
                t.headline(),
                t.chanceLoss(),
                t.metric(),
                t.budgetEpochs(),
                null,
                t.precision(),
                null,
                inputs ? List.of(1.0, 3.0) : null,
                inputs ? 1.0 : null);
    }
}
