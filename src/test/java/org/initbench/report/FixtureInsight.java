package org.initbench.report;

import java.util.ArrayList;
import java.util.List;
import org.initbench.analysis.DepthProfile;
import org.initbench.analysis.Estimate;
import org.initbench.analysis.IncidenceCurve;
import org.initbench.analysis.LayerTrace;
import org.initbench.analysis.SymmetryBreaking;
import org.initbench.analysis.TaskInsight;
import org.initbench.analysis.TheoryComparison;
import org.initbench.analysis.TheoryComparison.Verdict;
import org.initbench.init.ScaleKind;
import org.initbench.theory.MeanField;
import org.jspecify.annotations.Nullable;

/** Made-up diagnostics: two hidden layers, signals that shrink or grow with depth, and an equal start that comes apart. */
final class FixtureInsight {
    private FixtureInsight() {}

    static TaskInsight of(String family, double best) {
        List<DepthProfile> profiles = new ArrayList<>();
        for (boolean end : new boolean[] {false, true}) {
            for (double exponent = -4; exponent <= 1; exponent += 0.5) {
                profiles.add(profile(family, Math.pow(10, exponent), Math.pow(10, exponent - best), end));
            }
        }
        Estimate never = Estimate.undefined(10, "undefined: equal units came apart in 0 of 10 runs");
        Estimate some = new Estimate(12.5, 7.0, 33.0, 0.95, 10, List.of());
        return new TaskInsight(
                List.of(
                        new SymmetryBreaking("zero", ScaleKind.NONE, null, 10, 0, never, 10, 0, never),
                        new SymmetryBreaking("constant", ScaleKind.VALUE, 0.1, 10, 10, some, 10, 0, never)),
                List.of(
                        trace(family, ScaleKind.STD, 0.1, "best", 0, 32, 0.5),
                        trace(family, ScaleKind.STD, 0.1, "best", 1, 16, 0.8),
                        trace("zero", ScaleKind.NONE, null, "zero", 0, 1, 0),
                        trace("constant", ScaleKind.VALUE, 0.1, "constant", 0, 1, 1e-8)),
                profiles,
                profiles.stream()
                        .filter(profile -> !profile.end())
                        .map(FixtureInsight::theory)
                        .toList(),
                List.of(
                        incidence(family, ScaleKind.STD, 0.1, "best", 0.3, 0.7),
                        incidence("zero", ScaleKind.NONE, null, "zero")));
    }

    /** Ten runs, of which a third each converges at two times, one diverges, and the rest stay. */
    private static IncidenceCurve incidence(
            String family, ScaleKind kind, @Nullable Double scale, String role, double... shares) {
        List<IncidenceCurve.Step> steps = new ArrayList<>();
        List<IncidenceCurve.Risk> risk = new ArrayList<>();
        for (int i = 0; i < shares.length; i++) {
            steps.add(new IncidenceCurve.Step(4 * (i + 1), shares[i], 0.1));
        }
        for (int i = 0; i < 3; i++) {
            double share = i == 0 || shares.length == 0 ? 0 : shares[Math.min(i, shares.length) - 1];
            risk.add(new IncidenceCurve.Risk(4 * (i + 1), 10 - (int) Math.round(10 * share), share, 0));
        }
        return new IncidenceCurve(family, kind, scale, role, 10, steps, risk);
    }

    /** As measured but for a twentieth more; the last layer is off. */
    private static TheoryComparison theory(DepthProfile profile) {
        List<TheoryComparison.Layer> layers = new ArrayList<>();
        for (DepthProfile.Layer layer : profile.layers()) {
            boolean off = layer.layer() == 3;
            double measured = layer.activationVariance();
            layers.add(new TheoryComparison.Layer(
                    layer.layer(),
                    0.9,
                    new TheoryComparison.Match(
                            (off ? 9 : 1.05) * measured, measured, 1.6, off ? Verdict.DISAGREES : Verdict.AGREES),
                    new TheoryComparison.Match(
                            Math.pow(2, layer.layer() - 3), Math.pow(2.1, layer.layer() - 3), 1.7, Verdict.AGREES)));
        }
        return new TheoryComparison(
                profile.initializer(),
                profile.scaleKind(),
                profile.scale(),
                layers,
                null,
                false,
                new MeanField(1.5, 0, Double.POSITIVE_INFINITY, 0.75, 3.476));
    }

    private static LayerTrace trace(
            String initializer,
            ScaleKind kind,
            @Nullable Double scale,
            String role,
            int layer,
            int distinct,
            double spread) {
        List<LayerTrace.Point> points = new ArrayList<>();
        for (double epoch : new double[] {0, 0.02, 0.1, 0.5, 2, 8, 30, 120}) {
            double growth = spread * (1 + epoch);
            boolean apart = spread > 0 && epoch > 1;
            points.add(new LayerTrace.Point(epoch, apart ? 32 : distinct, growth > 1e-6 ? 32 : 1, growth, 3));
        }
        return new LayerTrace(initializer, kind, scale, role, layer, 32, points);
    }

    private static DepthProfile profile(String family, double std, double gain, boolean end) {
        List<DepthProfile.Layer> layers = new ArrayList<>();
        for (int layer = 0; layer < 4; layer++) {
            boolean output = layer == 3;
            layers.add(new DepthProfile.Layer(
                    layer,
                    Math.pow(gain * gain, layer) * (end ? 2 : 1),
                    layer == 1 ? null : (Double) Math.pow(gain, 3 - layer),
                    output ? null : (Double) 0.25,
                    null));
        }
        return new DepthProfile(family, ScaleKind.STD, std, end, layers);
    }
}
