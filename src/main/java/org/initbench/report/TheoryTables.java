package org.initbench.report;

import java.util.List;
import org.initbench.analysis.DepthProfile;
import org.initbench.analysis.TaskAnalysis;
import org.initbench.analysis.TheoryComparison;
import org.initbench.analysis.TheoryComparison.Match;
import org.initbench.report.Table.Cell;
import org.initbench.report.Table.Column;
import org.initbench.theory.MeanField;
import org.jspecify.annotations.Nullable;

/** The tables of theory beside measurement. */
final class TheoryTables {

    private TheoryTables() {}

    /** What theory says of the cells whose signals and gradients are drawn. */
    static List<TheoryComparison> drawn(TaskAnalysis task) {
        List<DepthProfile> profiles = task.insight().profiles();
        return task.insight().theory().stream()
                .filter(cell -> profiles.stream()
                        .anyMatch(profile -> !profile.end()
                                && name(cell)
                                        .equals(Names.cell(
                                                profile.initializer(), profile.scaleKind(), profile.scale()))))
                .toList();
    }

    /** A cell's name. */
    static String name(TheoryComparison cell) {
        return Names.cell(cell.initializer(), cell.scaleKind(), cell.scale());
    }

    /** A row a drawn cell and layer. */
    static Table layers(TaskAnalysis task) {
        Table.Builder table = new Table.Builder(
                "Theory beside measurement, by layer, before the first update",
                Column.text("Cell"),
                Column.number("Layer, from 0"),
                Column.number("Gain, predicted"),
                Column.number("Activation variance, predicted"),
                Column.number("measured"),
                Column.text("within what width allows"),
                Column.number("Derivative², predicted"),
                Column.number("measured"),
                Column.text("within what width allows"));
        for (TheoryComparison cell : drawn(task)) {
            for (TheoryComparison.Layer layer : InsightTables.thinned(cell.layers())) {
                Match variance = layer.activationVariance();
                Match derivative = layer.derivative();
                table.row(
                        false,
                        table.noted(name(cell), notes(cell)),
                        Cell.of(layer.layer()),
                        Cell.of(Numbers.of(layer.gain())),
                        Cell.of(Numbers.of(variance.predicted())),
                        Cell.of(Numbers.of(variance.measured())),
                        Cell.of(verdict(variance)),
                        Cell.of(Numbers.of(derivative == null ? null : (Double) derivative.predicted())),
                        Cell.of(Numbers.of(derivative == null ? null : derivative.measured())),
                        Cell.of(verdict(derivative)));
            }
        }
        return table.build();
    }

    private static List<String> notes(TheoryComparison cell) {
        return cell.approximate()
                ? List.of("weights of a matrix depend on each other; theory takes them as independent")
                : List.of();
    }

    /** The verdict and the factor that it rests on. */
    private static String verdict(@Nullable Match match) {
        if (match == null) {
            return Numbers.MISSING;
        }
        return switch (match.verdict()) {
            case AGREES -> "yes" + allowed(match);
            case DISAGREES -> "no" + allowed(match);
            case NOT_COMPARED -> Numbers.MISSING;
        };
    }

    private static String allowed(Match match) {
        return match.factor() == null ? "" : " (" + Numbers.of(match.factor(), 2) + "×)";
    }

    /** A row a cell: where ever more of its hidden layers would lead, and where theory ends. */
    static Table meanField(TaskAnalysis task) {
        Table.Builder table = new Table.Builder(
                "Mean field of the hidden layers, by cell",
                Column.text("Cell"),
                Column.number("σ_w²"),
                Column.number("σ_b²"),
                Column.number("Fixed point q*"),
                Column.number("χ₁"),
                Column.number("Depth scale, layers"),
                Column.text("Theory reaches"));
        for (TheoryComparison cell : task.insight().theory()) {
            MeanField field = cell.meanField();
            table.row(
                    false,
                    table.noted(name(cell), notes(cell)),
                    Cell.of(Numbers.of(field == null ? null : (Double) field.weightVariance())),
                    Cell.of(Numbers.of(field == null ? null : (Double) field.biasVariance())),
                    Cell.of(Numbers.of(field == null ? null : (Double) field.fixedPoint())),
                    Cell.of(Numbers.of(field == null ? null : (Double) field.susceptibility())),
                    Cell.of(Numbers.of(field == null ? null : (Double) field.depthScale())),
                    reach(table, cell));
        }
        return table.build();
    }

    private static Cell reach(Table.Builder table, TheoryComparison cell) {
        String limit = cell.limit();
        if (limit == null) {
            return Cell.of("all layers");
        }
        int layers = cell.layers().size();
        String text = layers == 0 ? "none" : "the first " + layers;
        return table.noted(text, List.of(limit));
    }
}
