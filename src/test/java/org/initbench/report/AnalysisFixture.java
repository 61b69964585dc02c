package org.initbench.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.initbench.analysis.Analysis;
import org.initbench.analysis.CellSummary;
import org.initbench.analysis.ScaleResponse;
import org.initbench.analysis.ScaleResponse.BestSet;
import org.initbench.analysis.ScaleResponse.Range;
import org.initbench.analysis.TaskAnalysis;
import org.initbench.init.ScaleKind;
import org.initbench.run.ArmDescription;
import org.initbench.run.CostTiming;
import org.initbench.run.Environment;
import org.initbench.run.EpochTiming;
import org.initbench.run.ResolvedStudy;
import org.initbench.task.LayerDescription;
import org.initbench.task.MatrixDescription;
import org.initbench.task.TaskDescription;

/**
 * An analysis of the shape of a quick study's: six tasks, 31 cells each, drawn from a formula (epochs grow on both sides
 * of a best scale, runs fail beyond a smaller and a larger one, and diverge beyond an even larger one).
 */
final class AnalysisFixture {
    static final int REPLICATES = 10;
    private static final List<String> SCHEMES = List.of("glorot-normal", "he-normal", "lecun-normal", "orthogonal");

    private AnalysisFixture() {}

    /** The whole study. */
    static Analysis quick() {
        UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(20260101L);
        List<TaskAnalysis> tasks =
                FixtureTask.all().stream().map(task -> analyse(task, random)).toList();
        return analysis(tasks);
    }

    /** A study of one task whose every name and sentence is the given text. */
    static Analysis named(String text) {
        TaskAnalysis task = quick().tasks().get(0);
        TaskDescription t = task.task();
        TaskDescription renamed = new TaskDescription(
                text,
                text,
                text,
                text,
                text,
                t.trainingSamples(),
                t.evaluationSamples(),
                t.testSamples(),
                text,
                List.of(new LayerDescription(
                        text, text, text, text, List.of(new MatrixDescription(text, 2, 2, 2, 2, text, null)))),
                text,
                text,
                text,
                t.learningRate(),
                t.gradientClip(),
                t.batchSize(),
                t.updatesPerEpoch(),
                t.drawnBiases(),
                List.of(text),
                List.of(0.1),
                text,
                t.chanceLoss(),
                text,
                t.budgetEpochs(),
                text);
        FixtureCells cells = new FixtureCells(FixtureTask.all().get(0), RandomSource.XO_RO_SHI_RO_128_PP.create(1L));
        List<CellSummary> own = List.of(
                cells.cell(text, ScaleKind.STD, 0.1),
                cells.cell(text, ScaleKind.STD, 1.0),
                cells.cell(text + "2", ScaleKind.NONE, null));
        ScaleResponse response = response(text, ScaleKind.STD, own.subList(0, 2));
        TaskAnalysis hostile = new TaskAnalysis(
                renamed,
                own,
                List.of(response),
                List.of(cells.curve(text, ScaleKind.STD, 0.1, text)),
                List.of(new EpochTiming(text, 1, 100, 3, 5)),
                List.of(own.get(0)),
                List.of(text),
                FixtureInsight.of(text, 0));
        Analysis plain = analysis(List.of(hostile));
        ResolvedStudy s = plain.study();
        ResolvedStudy study = new ResolvedStudy(
                s.schema(),
                text,
                text,
                s.seed(),
                s.replicates(),
                s.stackReplicates(),
                s.stackSize(),
                s.workers(),
                s.tasks(),
                s.arms(),
                s.timing());
        return new Analysis(
                Analysis.SCHEMA,
                text,
                study,
                plain.environment(),
                30,
                false,
                plain.tasks(),
                plain.costs(),
                List.of(text),
                List.of(text),
                FixtureLaboratory.of(text),
                FixtureConclusions.of(text),
                FixtureQuestions.of(text, text));
    }

    private static Analysis analysis(List<TaskAnalysis> tasks) {
        ResolvedStudy study = new ResolvedStudy(
                ResolvedStudy.SCHEMA,
                "quick",
                "Six small networks, every common way to start them, over five decades of scale.",
                42,
                REPLICATES,
                2,
                null,
                2,
                tasks.stream().map(TaskAnalysis::task).toList(),
                List.of(new ArmDescription("zero", ScaleKind.NONE, null, true)),
                new ResolvedStudy.Timing(List.of(1, 16, 64, 256, 1024), List.of("normal")));
        return new Analysis(
                Analysis.SCHEMA,
                "quick-host-20260101T120000Z",
                study,
                environment(),
                1824,
                true,
                tasks,
                costs(),
                List.of(
                        "Start small but not at zero: a normal distribution with a standard deviation between 0.1 and 0.3"
                                + " was good on 5 of 6 tasks.",
                        "Zero is a fine start for the network without a hidden layer, and never reached the threshold on any"
                                + " other task: hidden units that start equal stay equal.",
                        "No single standard deviation was good on every task: the deep ReLU network needs about 0.25, the"
                                + " classical XOR network 1 or more. Scaling by fan-in (He, gain 1) was good on 5 of 6 tasks."),
                List.of("10 replicates a cell: verdicts are preliminary."),
                FixtureLaboratory.of("digits-mlp-tanh"),
                FixtureConclusions.of("digits-mlp-tanh"),
                FixtureQuestions.of("quick-host-20260101T120000Z", "digits-mlp-tanh"));
    }

    private static Environment environment() {
        return new Environment(
                "host",
                "AMD EPYC 7B13",
                1,
                2,
                List.of("L1 32 KiB", "L2 512 KiB", "L3 32 MiB"),
                8L << 30,
                Map.of("cpu", "2", "memory", "8 GiB"),
                "Debian GNU/Linux 12",
                "amd64",
                0.42,
                "17.0.15",
                "Debian",
                List.of("-Xmx2g"),
                "0.1.0",
                "0123456789abcdef",
                false,
                "1.0.0-M2.1",
                "linux-x86_64-onednn-avx2",
                "OpenBLAS 0.3.19 Haswell",
                Map.of("OMP_NUM_THREADS", "1", "OPENBLAS_CORETYPE", "Haswell"),
                Map.of(),
                "5f2c9d",
                Map.of(),
                "2026-01-01T12:00:00Z",
                Map.of());
    }

    private static TaskAnalysis analyse(FixtureTask task, UniformRandomProvider random) {
        FixtureCells cells = new FixtureCells(task, random);
        List<CellSummary> all = new ArrayList<>();
        all.add(cells.cell("zero", ScaleKind.NONE, null));
        all.add(cells.cell("constant", ScaleKind.VALUE, 0.1));
        List<ScaleResponse> responses = new ArrayList<>();
        family(cells, "normal", ScaleKind.STD, grid(-4, 1, 0.5), all, responses);
        family(cells, "uniform", ScaleKind.STD, grid(-4, 1, 1), all, responses);
        for (String scheme : SCHEMES) {
            family(cells, scheme, ScaleKind.GAIN, grid(-0.5, 0.5, 0.5), all, responses);
        }
        List<CellSummary> rated = FixtureCells.rated(all);
        return new TaskAnalysis(
                task.description(),
                rated,
                responses,
                List.of(
                        cells.curve("normal", ScaleKind.STD, Math.pow(10, task.best()), "best"),
                        cells.curve("normal", ScaleKind.STD, 1e-3, "too small"),
                        cells.curve("normal", ScaleKind.STD, Math.pow(10, 0.5), "too large"),
                        cells.curve("zero", ScaleKind.NONE, null, "zero")),
                timings(task),
                best(rated),
                task.answer(),
                FixtureInsight.of("normal", task.best()));
    }

    private static void family(
            FixtureCells cells,
            String name,
            ScaleKind kind,
            List<Double> scales,
            List<CellSummary> all,
            List<ScaleResponse> responses) {
        List<CellSummary> own =
                scales.stream().map(scale -> cells.cell(name, kind, scale)).toList();
        all.addAll(own);
        responses.add(response(name, kind, FixtureCells.rated(own)));
    }

    private static ScaleResponse response(String name, ScaleKind kind, List<CellSummary> own) {
        List<Double> scales = own.stream().map(CellSummary::scale).toList();
        List<CellSummary> best = best(own);
        if (best.isEmpty()) {
            BestSet none = new BestSet(null, null, null, false, false, List.of());
            return new ScaleResponse(name, kind, scales, none, none, none, false, null, null, null, false);
        }
        double scale = Objects.requireNonNull(best.get(0).scale());
        double step = Math.sqrt(scales.get(1) / scales.get(0));
        boolean first = scale == scales.get(0);
        boolean last = scale == scales.get(scales.size() - 1);
        BestSet set = new BestSet(scale, scale / step, scale * step, first, last, List.of(scale));
        Range good = new Range(scale / step, scale * step, first, last);
        return new ScaleResponse(
                name,
                kind,
                scales,
                set,
                set,
                set,
                name.equals("uniform"),
                good,
                new Range(scale * 1.4, scale * 8, first, last),
                good,
                name.equals("normal"));
    }

    private static List<CellSummary> best(List<CellSummary> cells) {
        return cells.stream()
                .filter(c -> c.converged() >= 5 || (c.exact() && c.converged() == 1))
                .min(Comparator.comparingDouble(
                        c -> Objects.requireNonNull(c.ert().value())))
                .map(List::of)
                .orElse(List.of());
    }

    private static List<CostTiming> costs() {
        List<CostTiming> costs = new ArrayList<>();
        costs.add(cost(32, 2, 32, 32));
        for (int width : new int[] {8, 16, 64, 128, 256}) {
            costs.add(cost(width, 2, 32, 32));
        }
        for (int depth : new int[] {1, 4, 8, 16, 32}) {
            costs.add(cost(32, depth, 32, 32));
        }
        for (int batch : new int[] {4, 8, 16, 96, 288}) {
            costs.add(cost(32, 2, batch, 32));
        }
        for (int stack : new int[] {1, 4, 16, 64, 256}) {
            costs.add(cost(32, 2, 32, stack));
        }
        return costs;
    }

    private static CostTiming cost(int width, int depth, int batch, int stack) {
        double arithmetic = depth * (5.0 * width + 0.4 * width * width);
        double calls = 1440.0 / batch * (depth + 1) * (0.3 + 20.0 / stack);
        double time = arithmetic + calls;
        return new CostTiming(width, depth, batch, stack, time, stack == 256 ? Double.NaN : time * 0.06);
    }

    private static List<EpochTiming> timings(FixtureTask task) {
        List<EpochTiming> timings = new ArrayList<>();
        for (int stack : new int[] {1, 16, 64, 256, 1024}) {
            double time = task.microseconds() * (1 + 40.0 / stack);
            timings.add(new EpochTiming(task.name(), stack, time, time * 0.021, 5));
        }
        return timings;
    }

    private static List<Double> grid(double low, double high, double step) {
        List<Double> scales = new ArrayList<>();
        for (int i = 0; low + i * step <= high + 1e-9; i++) {
            scales.add(Math.pow(10, low + i * step));
        }
        return scales;
    }
}
