package org.initbench.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.initbench.analysis.Analysis;
import org.initbench.analysis.CellSummary;
import org.initbench.analysis.Conclusions;
import org.initbench.analysis.CurveBand;
import org.initbench.analysis.DepthProfile;
import org.initbench.analysis.Estimate;
import org.initbench.analysis.IncidenceCurve;
import org.initbench.analysis.LayerTrace;
import org.initbench.analysis.TaskAnalysis;
import org.initbench.analysis.TheoryComparison;
import org.initbench.init.ScaleKind;
import org.initbench.task.TaskDescription;
import org.jspecify.annotations.Nullable;

/**
 * What the charts of {@code report.html} draw, rounded to what a picture shows.
 *
 * @param families initializers, by what their scale means and then by first appearance: the order of colours and symbols
 * @param tasks the tasks
 * @param costs how the cost of an epoch grows; empty if that was not timed
 * @param laboratory the pictures of questions, by name
 */
record ChartData(
        List<String> families, List<Task> tasks, List<CostSweep> costs, Map<String, LaboratoryFigure> laboratory) {

    /** The data of all charts. */
    static ChartData of(Analysis analysis) {
        Set<String> families = new LinkedHashSet<>();
        for (ScaleKind kind : HeatMap.ORDER) {
            for (TaskAnalysis task : analysis.tasks()) {
                task.cells().stream()
                        .filter(cell -> cell.scaleKind() == kind)
                        .forEach(cell -> families.add(cell.initializer()));
            }
        }
        return new ChartData(
                List.copyOf(families),
                analysis.tasks().stream().map(Task::of).toList(),
                CostSweep.of(analysis.costs()),
                figures(analysis));
    }

    private static Map<String, LaboratoryFigure> figures(Analysis analysis) {
        Map<String, LaboratoryFigure> figures = new LinkedHashMap<>(QuestionPictures.drawn(analysis));
        Conclusions conclusions = analysis.conclusions();
        if (conclusions != null) {
            figures.putAll(ClaimFigures.all(analysis.questions(), conclusions.verdicts()));
        }
        return figures;
    }

    /** The data of some pictures alone. */
    static ChartData ofFigures(Map<String, LaboratoryFigure> figures) {
        return new ChartData(List.of(), List.of(), List.of(), figures);
    }

    /**
     * A task.
     *
     * @param kind kind of network
     * @param budget epochs
     * @param update one update in epochs: the least that a log axis can show
     * @param chance loss of the best constant predictor
     * @param threshold loss of the headline level; absent where the criterion is not a loss
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Task(
            String name,
            String kind,
            double budget,
            double update,
            double chance,
            @Nullable Double threshold,
            List<Cell> cells,
            List<Curve> curves,
            List<Trace> traces,
            List<Profile> profiles,
            List<RateChart> rates,
            List<Theory> theory,
            List<Incidence> incidence) {

        static Task of(TaskAnalysis analysis) {
            TaskDescription task = analysis.task();
            int headline = task.levels().indexOf(task.headline());
            boolean known = headline >= 0 && headline < task.levelLosses().size();
            return new Task(
                    task.name(),
                    task.kind(),
                    task.budgetEpochs(),
                    1.0 / task.updatesPerEpoch(),
                    task.chanceLoss(),
                    known ? task.levelLosses().get(headline) : null,
                    analysis.cells().stream().map(Cell::of).toList(),
                    analysis.curves().stream().map(Curve::of).toList(),
                    analysis.insight().traces().stream().map(Trace::of).toList(),
                    analysis.insight().profiles().stream().map(Profile::of).toList(),
                    RateChart.of(analysis),
                    TheoryTables.drawn(analysis).stream().map(Theory::of).toList(),
                    analysis.insight().incidence().stream().map(Incidence::of).toList());
        }
    }

    /** A cell; numbers that do not exist and what is false are absent, an infinite limit is open. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Cell(
            String family,
            String kind,
            @Nullable Double scale,
            @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean exact,
            @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean never,
            @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean diverged,
            Interval p,
            Interval median,
            Interval ert,
            String tip) {

        static Cell of(CellSummary cell) {
            return new Cell(
                    cell.initializer(),
                    cell.scaleKind().label(),
                    cell.scale(),
                    cell.exact(),
                    cell.converged() == 0,
                    2 * cell.diverged() >= cell.n(),
                    Interval.of(cell.pConverge()),
                    Interval.of(cell.median()),
                    Interval.of(cell.ert()),
                    Tips.cell(cell));
        }
    }

    /** A number and its limits. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Interval(
            @Nullable Double value,
            @Nullable Double low,
            @Nullable Double high,
            @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean open) {

        static Interval of(Estimate estimate) {
            Double high = estimate.high();
            boolean open = high != null && high == Double.POSITIVE_INFINITY;
            return new Interval(drawn(estimate.value()), drawn(estimate.low()), drawn(high), open);
        }
    }

    /** A learning curve: points of epoch, 10 % quantile, median and 90 % quantile; null where not finite. */
    record Curve(String label, String role, List<List<@Nullable Double>> points) {

        static Curve of(CurveBand band) {
            List<List<@Nullable Double>> points = new ArrayList<>();
            for (CurveBand.Point point : band.points()) {
                List<@Nullable Double> values = new ArrayList<>();
                values.add(drawn(point.epoch()));
                values.add(drawn(point.low()));
                values.add(drawn(point.median()));
                values.add(drawn(point.high()));
                points.add(values);
            }
            return new Curve(Names.cell(band.initializer(), band.scaleKind(), band.scale()), band.role(), points);
        }
    }

    /** A hidden layer: points of epoch, distinct units, those that differ by more than 10⁻⁶, and spread; null where not finite. */
    record Trace(String label, String role, int layer, int units, List<List<@Nullable Double>> points) {

        static Trace of(LayerTrace trace) {
            List<List<@Nullable Double>> points = new ArrayList<>();
            for (LayerTrace.Point point : trace.points()) {
                List<@Nullable Double> values = new ArrayList<>();
                values.add(drawn(point.epoch()));
                values.add(drawn(point.distinct()));
                values.add(drawn(point.dissimilar()));
                values.add(drawn(point.spread()));
                points.add(values);
            }
            return new Trace(
                    Names.cell(trace.initializer(), trace.scaleKind(), trace.scale()),
                    trace.role(),
                    trace.layer(),
                    trace.units(),
                    points);
        }
    }

    /** A cell by depth: points of layer, activation variance and gradient norm; null where there is none or it is not finite. */
    record Profile(String label, boolean end, List<List<@Nullable Double>> points) {

        static Profile of(DepthProfile profile) {
            List<List<@Nullable Double>> points = new ArrayList<>();
            for (DepthProfile.Layer layer : profile.layers()) {
                List<@Nullable Double> values = new ArrayList<>();
                values.add((double) layer.layer());
                values.add(drawn(layer.activationVariance()));
                values.add(drawn(layer.gradientNorm()));
                points.add(values);
            }
            return new Profile(
                    Names.cell(profile.initializer(), profile.scaleKind(), profile.scale()), profile.end(), points);
        }
    }

    /**
     * Theory of a cell by depth: points of layer, activation variance as predicted and measured and whether they disagree (1), and
     * the same three of derivatives; null where there is none or it is not finite.
     */
    record Theory(String label, List<List<@Nullable Double>> points) {

        static Theory of(TheoryComparison cell) {
            List<List<@Nullable Double>> points = new ArrayList<>();
            for (TheoryComparison.Layer layer : cell.layers()) {
                List<@Nullable Double> values = new ArrayList<>();
                values.add((double) layer.layer());
                add(values, layer.activationVariance());
                add(values, layer.derivative());
                points.add(values);
            }
            return new Theory(TheoryTables.name(cell), points);
        }

        private static void add(List<@Nullable Double> values, TheoryComparison.@Nullable Match match) {
            values.add(match == null ? null : drawn(match.predicted()));
            values.add(match == null ? null : drawn(match.measured()));
            values.add(match != null && match.verdict() == TheoryComparison.Verdict.DISAGREES ? 1.0 : 0.0);
        }
    }

    /**
     * A cell by epoch: steps of epoch, share converged and share diverged; and epoch, runs at risk at some epochs.
     *
     * @param n runs
     */
    record Incidence(
            String label, String role, int n, List<List<@Nullable Double>> steps, List<List<@Nullable Double>> risk) {

        static Incidence of(IncidenceCurve curve) {
            return new Incidence(
                    Names.cell(curve.initializer(), curve.scaleKind(), curve.scale()),
                    curve.role(),
                    curve.n(),
                    curve.steps().stream()
                            .map(step -> points(step.epoch(), step.converged(), step.diverged()))
                            .toList(),
                    curve.risk().stream()
                            .map(risk -> points(risk.epoch(), (double) risk.atRisk()))
                            .toList());
        }

        private static List<@Nullable Double> points(Double... values) {
            List<@Nullable Double> drawn = new ArrayList<>();
            for (Double value : values) {
                drawn.add(ChartData.drawn(value));
            }
            return drawn;
        }
    }

    /** A number as a picture takes it: four digits; null where it does not exist or is not finite. */
    static @Nullable Double drawn(@Nullable Double value) {
        if (value == null || !Numbers.isKnown(value)) {
            return null;
        }
        return value == 0 ? 0.0 : Double.valueOf(String.format(java.util.Locale.ROOT, "%.3e", value));
    }
}
