package org.initbench.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.initbench.init.ScaleKind;
import org.initbench.run.Bundle;
import org.initbench.run.Diagnostic;
import org.initbench.run.Quantity;
import org.initbench.run.RunRecord;
import org.junit.jupiter.api.Test;

class InsightsTest {

    private static final Bundle TEMPLATE =
            new SyntheticStudy().hidden("mlp", -1).bundle(true);

    private static Analysis analyze(List<Diagnostic> diagnostics) {
        Bundle t = TEMPLATE;
        return Analyzer.analyze(
                new Bundle(
                        t.folder(),
                        t.study(),
                        t.environment(),
                        t.runs(),
                        t.crossings(),
                        t.curves(),
                        diagnostics,
                        t.timings(),
                        t.costs(),
                        true),
                SyntheticStudy::variance);
    }

    private static List<RunRecord> zero() {
        return TEMPLATE.runs().stream()
                .filter(run -> run.initializer().equals("zero"))
                .toList();
    }

    /** Replicates 0 to 5 of ten come apart after 3, 5, 7, … epochs in layer 0; replicate 1 after 1 in a layer above. */
    private static List<Diagnostic> comingApart() {
        List<Diagnostic> all = new ArrayList<>();
        for (RunRecord run : zero()) {
            String id = run.runId();
            int r = run.replicate();
            all.add(new Diagnostic(id, 0, Quantity.EQUAL_UNITS, 0, 32));
            all.add(new Diagnostic(id, 0, Quantity.ALIKE_UNITS, 0, 32));
            if (r < 6) {
                all.add(new Diagnostic(id, 3 + 2 * r, Quantity.SYMMETRY_BROKEN, 0, 2));
            }
            if (r == 1) {
                all.add(new Diagnostic(id, 1, Quantity.SYMMETRY_BROKEN, 1, 2));
            }
            if (r == 2) {
                all.add(new Diagnostic(id, 9, Quantity.SYMMETRY_BROKEN_VISIBLY, 0, 5));
            }
        }
        return all;
    }

    /** A run that never came apart is no run that came apart at its end: times are 1, 3, 7, 9, 11, 13 and four above. */
    @Test
    void theEpochOfSymmetryBreakingIsTheMedianOverRunsThatNeverBrokeIncluded() {
        TaskAnalysis task = analyze(comingApart()).tasks().get(0);
        SymmetryBreaking breaking = task.insight().symmetry().get(0);
        assertThat(task.insight().symmetry()).hasSize(1);
        assertThat(breaking.initializer()).isEqualTo("zero");
        assertThat(breaking.equal()).isEqualTo(10);
        assertThat(breaking.broken()).isEqualTo(6);
        assertThat(breaking.epochs().value()).isEqualTo(12);
        assertThat(breaking.epochs().n()).isEqualTo(10);
        assertThat(breaking.visible()).isEqualTo(1);
        assertThat(breaking.visibleEpochs().value()).isNull();
        assertThat(breaking.visibleEpochs().caveats())
                .containsExactly("undefined: equal units came apart in 1 of 10 runs");
        assertThat(task.answer())
                .contains(
                        "Started from all weights zero, hidden units that started equal differed in some bit in 6 of 10"
                                + " runs (median: after 12 epochs), and by more than a millionth in 1.");
    }

    @Test
    void unitsThatNeverComeApartAreSaidToStayEqual() {
        List<Diagnostic> equal = comingApart().stream()
                .filter(d -> d.quantity() == Quantity.EQUAL_UNITS || d.quantity() == Quantity.ALIKE_UNITS)
                .toList();
        assertThat(analyze(equal).tasks().get(0).answer())
                .contains(
                        "Started from all weights zero, hidden units that started equal stayed equal to the last bit in all 10"
                                + " runs.");
    }

    /** A bundle without diagnostics says nothing about symmetry, rather than that nothing was equal. */
    @Test
    void withoutDiagnosticsNothingIsTold() {
        TaskAnalysis task = analyze(List.of()).tasks().get(0);
        TaskInsight insight = task.insight();
        assertThat(insight.symmetry()).isEmpty();
        assertThat(insight.traces()).isEmpty();
        assertThat(insight.profiles()).isEmpty();
        assertThat(insight.theory()).isEmpty();
        assertThat(insight.incidence()).as("when runs ended is known").hasSameSizeAs(task.curves());
        assertThat(task.answer()).noneMatch(sentence -> sentence.contains("some bit"));
    }

    /** Medians over the runs looked into; a run that left keeps its last look. */
    @Test
    void tracesAndProfilesAreMediansOverTheRunsLookedInto() {
        List<Diagnostic> all = new ArrayList<>();
        List<RunRecord> looked = TEMPLATE.runs().stream()
                .filter(run -> run.initializer().equals("normal")
                        && Math.abs(run.scale().orElse(0) - 0.1) < 1e-9
                        && run.replicate() < 3)
                .toList();
        for (RunRecord run : looked) {
            for (double epoch : run.replicate() == 2 ? new double[] {0, 1} : new double[] {0, 1, 4}) {
                if (epoch == 0) {
                    all.add(new Diagnostic(run.runId(), 0, Quantity.UNITS, 0, 32));
                }
                all.add(new Diagnostic(run.runId(), epoch, Quantity.DISTINCT_UNITS, 0, 30 + run.replicate()));
                all.add(new Diagnostic(run.runId(), epoch, Quantity.DISSIMILAR_UNITS, 0, 20));
                all.add(new Diagnostic(run.runId(), epoch, Quantity.SPREAD, 0, epoch + run.replicate()));
                all.add(new Diagnostic(run.runId(), epoch, Quantity.ACTIVATION_VARIANCE, 0, epoch + 1));
                all.add(new Diagnostic(run.runId(), epoch, Quantity.ACTIVATION_VARIANCE, 1, 10 * epoch));
                all.add(new Diagnostic(run.runId(), epoch, Quantity.GRADIENT_NORM, 1, run.replicate()));
            }
        }
        TaskInsight insight = analyze(all).tasks().get(0).insight();
        assertThat(insight.symmetry()).isEmpty();
        LayerTrace trace = insight.traces().get(0);
        assertThat(trace.units()).isEqualTo(32);
        assertThat(trace.points())
                .containsExactly(
                        new LayerTrace.Point(0, 31, 20, 1, 3),
                        new LayerTrace.Point(1, 31, 20, 2, 3),
                        new LayerTrace.Point(4, 31, 20, 4, 2));
        double scale = looked.get(0).scale().orElseThrow();
        assertThat(insight.profiles())
                .containsExactly(
                        new DepthProfile("normal", ScaleKind.STD, scale, false, layers(1, 0)),
                        new DepthProfile("normal", ScaleKind.STD, scale, true, layers(5, 40)));
    }

    private static List<DepthProfile.Layer> layers(double first, double second) {
        return List.of(
                new DepthProfile.Layer(0, first, null, null, null), new DepthProfile.Layer(1, second, 1.0, null, null));
    }
}
