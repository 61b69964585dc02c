package org.initbench.report;

import java.util.ArrayList;
import java.util.List;
import org.initbench.analysis.DepthProfile;
import org.initbench.analysis.LayerTrace;
import org.initbench.analysis.SymmetryBreaking;
import org.initbench.analysis.TaskAnalysis;
import org.initbench.report.Table.Cell;
import org.initbench.report.Table.Column;

/** The tables of what was seen inside models. */
final class InsightTables {
    /** Layers of a profile that a table shows at most; a picture shows all. */
    private static final int LAYERS = 6;

    /** Rows of a layer by epoch, at most; the data of the picture have every epoch. */
    private static final int TRACE_ROWS = 7;

    private InsightTables() {}

    /** A row a cell in which units started equal or alike. */
    static Table symmetry(TaskAnalysis task) {
        Table.Builder table = new Table.Builder(
                "When hidden units that started equal came apart",
                Column.text("Cell"),
                Column.number("Runs with equal units"),
                Column.number("came to differ"),
                Column.number("Median epochs"),
                Column.number("Runs with units alike to 10⁻⁶"),
                Column.number("came to differ by more"),
                Column.number("Median epochs"));
        for (SymmetryBreaking cell : task.insight().symmetry()) {
            table.row(
                    false,
                    Cell.of(Names.cell(cell.initializer(), cell.scaleKind(), cell.scale())),
                    Cell.of(cell.equal()),
                    Cell.of(cell.broken()),
                    table.estimate(cell.epochs()),
                    Cell.of(cell.alike()),
                    Cell.of(cell.visible()),
                    table.estimate(cell.visibleEpochs()));
        }
        return table.build();
    }

    /** A row a layer and look of the chosen cells. */
    static Table traces(TaskAnalysis task) {
        Table.Builder table = new Table.Builder(
                "Units of hidden layers of chosen cells",
                Column.text("Cell"),
                Column.number("Layer, from 0"),
                Column.number("Units"),
                Column.number("Epoch"),
                Column.number("Distinct"),
                Column.number("Distinct to 10⁻⁶"),
                Column.number("Spread"),
                Column.number("Still training"));
        for (LayerTrace trace : task.insight().traces()) {
            for (LayerTrace.Point point : thinned(trace.points(), TRACE_ROWS)) {
                table.row(
                        false,
                        Cell.of(Names.cell(trace.initializer(), trace.scaleKind(), trace.scale())),
                        Cell.of(trace.layer()),
                        Cell.of(trace.units()),
                        Cell.of(Numbers.of(point.epoch())),
                        Cell.of(Numbers.of(point.distinct())),
                        Cell.of(Numbers.of(point.dissimilar())),
                        Cell.of(Numbers.of(point.spread())),
                        Cell.of(point.n()));
            }
        }
        return table.build();
    }

    /** A row a cell, time and layer. */
    static Table profiles(TaskAnalysis task) {
        Table.Builder table = new Table.Builder(
                "Signals and gradients by layer",
                Column.text("Cell"),
                Column.text("When"),
                Column.number("Layer, from 0"),
                Column.number("Activation variance"),
                Column.number("Gradient norm"),
                Column.number("Dead units"),
                Column.number("Saturated activations"));
        for (DepthProfile profile : task.insight().profiles()) {
            for (DepthProfile.Layer layer : thinned(profile.layers())) {
                table.row(
                        false,
                        Cell.of(Names.cell(profile.initializer(), profile.scaleKind(), profile.scale())),
                        Cell.of(profile.end() ? "end" : "start"),
                        Cell.of(layer.layer()),
                        Cell.of(Numbers.of(layer.activationVariance())),
                        Cell.of(Numbers.of(layer.gradientNorm())),
                        Cell.of(Numbers.probability(layer.deadFraction())),
                        Cell.of(Numbers.probability(layer.saturatedFraction())));
            }
        }
        return table.build();
    }

    /** Six of the layers, the first and the last among them; all where they are fewer. */
    static <T> List<T> thinned(List<T> layers) {
        return thinned(layers, LAYERS);
    }

    /** At most so many, evenly, the first and the last among them. */
    private static <T> List<T> thinned(List<T> all, int most) {
        if (all.size() <= most) {
            return all;
        }
        List<T> kept = new ArrayList<>();
        for (int i = 0; i < most; i++) {
            kept.add(all.get(Math.round(i * (all.size() - 1) / (most - 1f))));
        }
        return kept;
    }
}
