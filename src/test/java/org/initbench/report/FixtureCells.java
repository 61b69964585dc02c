package org.initbench.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.math3.stat.StatUtils;
import org.apache.commons.rng.UniformRandomProvider;
import org.initbench.analysis.CellSummary;
import org.initbench.analysis.CurveBand;
import org.initbench.analysis.Estimate;
import org.initbench.analysis.Rating;
import org.initbench.init.ScaleKind;
import org.initbench.run.Cause;
import org.jspecify.annotations.Nullable;

/** Draws cells and curves of one task of the fixture. Its intervals are of a plausible width, no more. */
final class FixtureCells {
    private final FixtureTask task;
    private final UniformRandomProvider random;

    FixtureCells(FixtureTask task, UniformRandomProvider random) {
        this.task = task;
        this.random = random;
    }

    CellSummary cell(String initializer, ScaleKind kind, @Nullable Double scale) {
        boolean exact = kind == ScaleKind.NONE && task.samples() == task.batch();
        int n = exact ? 1 : AnalysisFixture.REPLICATES;
        double x = std(kind, scale);
        double[] epochs = new double[n];
        int converged = 0;
        for (int i = 0; i < n; i++) {
            if (converges(kind, x)) {
                epochs[converged++] = epochs(x);
            }
        }
        double[] reached = Arrays.copyOf(epochs, converged);
        Arrays.sort(reached);
        int diverged = x > task.failsAbove() + 0.5 ? n - converged : 0;
        return exact
                ? exactCell(initializer, kind, scale, reached)
                : drawn(initializer, kind, scale, n, reached, diverged);
    }

    private double std(ScaleKind kind, @Nullable Double scale) {
        double fanIn = task.widths().get(Math.min(1, task.widths().size() - 2));
        double log = scale == null ? -9 : Math.log10(scale);
        return kind == ScaleKind.GAIN ? log - 0.5 * Math.log10(fanIn) : log;
    }

    private boolean converges(ScaleKind kind, double x) {
        if (kind == ScaleKind.NONE || kind == ScaleKind.VALUE) {
            return task.widths().size() == 2;
        }
        double margin = Math.min(x - task.failsBelow(), task.failsAbove() - x);
        return random.nextDouble() < 1 / (1 + Math.exp(-8 * margin));
    }

    private double epochs(double x) {
        double distance = x - task.best();
        double log = distance < 0 ? -task.steepness() * distance : 0.5 * distance * distance + 0.2 * distance;
        double noise = 0.06 * (random.nextDouble() + random.nextDouble() - 1);
        return Math.min(task.budget(), task.fastest() * Math.pow(10, Math.min(log, 1.2) + noise));
    }

    private CellSummary exactCell(String name, ScaleKind kind, @Nullable Double scale, double[] reached) {
        Estimate never = Estimate.undefined(1, "the one possible run did not reach the threshold");
        Estimate epochs = reached.length == 1 ? Estimate.exact(Math.rint(reached[0])) : never;
        Map<Cause, Integer> causes = reached.length == 1 ? Map.of() : Map.of(Cause.SYMMETRIC, 1);
        Estimate rmst = Estimate.exact(reached.length == 1 ? Math.rint(reached[0]) : task.budget());
        return new CellSummary(
                name,
                kind,
                scale,
                1,
                true,
                reached.length,
                1 - reached.length,
                0,
                0,
                causes,
                Estimate.exact(reached.length),
                epochs,
                epochs,
                epochs,
                rmst,
                epochs,
                epochs,
                epochs,
                null,
                epochs,
                Rating.UNCLEAR,
                List.of(),
                null);
    }

    private CellSummary drawn(
            String name, ScaleKind kind, @Nullable Double scale, int n, double[] reached, int diverged) {
        int s = reached.length;
        Map<Cause, Integer> causes = new EnumMap<>(Cause.class);
        if (s < n && (kind == ScaleKind.NONE || kind == ScaleKind.VALUE)) {
            causes.put(Cause.SYMMETRIC, n - s);
        }
        double[] wilson = wilson(s, n);
        Estimate p = new Estimate((double) s / n, wilson[0], wilson[1], 0.95, n, List.of());
        double failed = task.budget() * (n - s);
        Estimate ert = s == 0
                ? new Estimate(
                        null,
                        task.budget() * (1 - wilson[1]) / wilson[1],
                        Double.POSITIVE_INFINITY,
                        0.95,
                        n,
                        List.of("no run reached the threshold: only a lower limit is known"))
                : around((StatUtils.sum(reached) + failed) / s, s < n ? 0.35 : 0.08, s < 3, n);
        Estimate rmst = around((StatUtils.sum(reached) + failed) / n, 0.1, false, n);
        Estimate seconds =
                s * 2 > n ? around(quantile(reached, n, 0.5) * task.microseconds() / 1e6, 0.1, false, n) : null;
        return new CellSummary(
                name,
                kind,
                scale,
                n,
                false,
                s,
                n - s - diverged,
                diverged,
                0,
                causes,
                p,
                median(reached, n, 0.5),
                median(reached, n, 0.25),
                median(reached, n, 0.75),
                rmst,
                ert,
                ert,
                ert,
                s == 0 ? null : task.budget(),
                ert,
                Rating.UNCLEAR,
                List.of(new CellSummary.LevelSummary("20 %", s, median(reached, n, 0.5))),
                seconds);
    }

    private Estimate median(double[] reached, int n, double q) {
        if (Math.ceil(q * n) >= reached.length) {
            return Estimate.undefined(n, "fewer runs reached the threshold than this quantile needs");
        }
        return around(quantile(reached, n, q), 0.12, false, n);
    }

    private static double quantile(double[] reached, int n, double q) {
        return reached[(int) Math.ceil(q * n) - 1];
    }

    private static Estimate around(double value, double width, boolean openAbove, int n) {
        double high = openAbove ? Double.POSITIVE_INFINITY : value * (1 + 1.3 * width);
        return new Estimate(value, value * (1 - width), high, 0.95, n, List.of());
    }

    private static double[] wilson(int s, int n) {
        double z = 1.959964;
        double p = (double) s / n;
        double centre = (p + z * z / (2 * n)) / (1 + z * z / n);
        double half = z / (1 + z * z / n) * Math.sqrt(p * (1 - p) / n + z * z / (4.0 * n * n));
        return new double[] {Math.max(0, centre - half), Math.min(1, centre + half)};
    }

    /** The cells with the ratios of their ERTs to the least, and ratings. */
    static List<CellSummary> rated(List<CellSummary> cells) {
        double least = cells.stream()
                .filter(c -> c.converged() >= 5 && c.ert().value() != null)
                .mapToDouble(c -> c.ert().value())
                .min()
                .orElse(Double.NaN);
        return cells.stream().map(c -> rated(c, least)).toList();
    }

    private static CellSummary rated(CellSummary c, double least) {
        Estimate e = c.ert();
        if (e.value() == null || Double.isNaN(least)) {
            return with(c, Estimate.undefined(c.n(), "no ratio: the ERT is undefined"), Rating.BAD);
        }
        double ratio = e.value() / least;
        Double low = e.low() == null ? null : Double.valueOf(e.low() / least);
        Double high = e.high() == null ? null : Double.valueOf(e.high() / least);
        Rating rating = ratio <= 1.35 ? Rating.GOOD : ratio > 1.8 ? Rating.BAD : Rating.UNCLEAR;
        return with(c, new Estimate(ratio, low, high, e.confidence(), e.n(), e.caveats()), rating);
    }

    private static CellSummary with(CellSummary c, Estimate ratio, Rating rating) {
        return new CellSummary(
                c.initializer(),
                c.scaleKind(),
                c.scale(),
                c.n(),
                c.exact(),
                c.converged(),
                c.censored(),
                c.diverged(),
                c.atStart(),
                c.causes(),
                c.pConverge(),
                c.median(),
                c.lowerQuartile(),
                c.upperQuartile(),
                c.rmst(),
                c.ert(),
                c.ertDivergedOwn(),
                c.restartErt(),
                c.restartCutoff(),
                ratio,
                rating,
                c.levels(),
                c.secondsToThreshold());
    }

    CurveBand curve(String initializer, ScaleKind kind, @Nullable Double scale, String role) {
        double x = std(kind, scale);
        boolean stuck = (kind == ScaleKind.NONE && task.widths().size() > 2)
                || x < task.failsBelow() - 0.3
                || x > task.failsAbove() + 0.3;
        double chance = task.description().chanceLoss();
        double start = chance * (x > 0 ? 1 + 4 * x : 1);
        double arrival = epochs(x);
        List<CurveBand.Point> points = new ArrayList<>();
        for (double epoch = 0; epoch <= (stuck ? task.budget() : 4 * arrival); ) {
            double loss = stuck
                    ? chance * (1 + (start / chance - 1) * Math.exp(-epoch))
                    : 0.02 * chance + start / (1 + Math.pow(epoch / arrival, 2.5) * 4);
            points.add(new CurveBand.Point(epoch, loss * 0.85, loss, loss * 1.2, AnalysisFixture.REPLICATES));
            epoch = Math.max(epoch + 1, epoch * Math.pow(10, 1 / 40.0));
        }
        return new CurveBand(initializer, kind, scale, role, points);
    }
}
