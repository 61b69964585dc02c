package org.initbench.report;

import java.util.ArrayList;
import java.util.List;
import org.initbench.analysis.CellSummary;
import org.initbench.analysis.CurveBand;
import org.initbench.analysis.CurveBand.Point;
import org.initbench.analysis.Estimate;
import org.initbench.analysis.IncidenceCurve;
import org.initbench.analysis.TaskAnalysis;
import org.initbench.report.Table.Cell;
import org.initbench.report.Table.Column;
import org.initbench.run.EpochTiming;
import org.jspecify.annotations.Nullable;

/** The tables behind the pictures of {@code report.html}. */
final class PictureTables {
    private static final int CURVE_ROWS = 12;

    private PictureTables() {}

    /** A row a cell: the numbers of the response curve. */
    static Table response(TaskAnalysis task) {
        Table.Builder table = new Table.Builder(
                "Epochs to the threshold, by cell",
                Column.text("Initializer"),
                Column.number("Scale"),
                Column.number("Converged"),
                Column.number("Diverged"),
                Column.text("Cause shown"),
                Column.number("P(converge)"),
                Column.number("Median epochs"),
                Column.number("Lower quartile"),
                Column.number("Upper quartile"),
                Column.number("ERT"),
                Column.number("Restart ERT"),
                Column.number("RMST"));
        for (CellSummary cell : task.cells()) {
            table.row(
                    isBest(task, cell),
                    Cell.of(cell.initializer()),
                    Cell.of(Numbers.scale(cell.scale())),
                    Cell.of(cell.converged() + "/" + cell.n()),
                    Cell.of(cell.diverged()),
                    Cell.of(Names.causes(cell)),
                    table.probability(cell.pConverge()),
                    table.estimate(cell.median()),
                    table.estimate(cell.lowerQuartile()),
                    table.estimate(cell.upperQuartile()),
                    table.estimate(cell.ert()),
                    table.estimate(cell.restartErt()),
                    table.estimate(cell.rmst()));
        }
        return table.build();
    }

    /** A row a chosen cell and epoch: the share of runs that have converged, and the runs still at risk. */
    static Table incidence(TaskAnalysis task) {
        Table.Builder table = new Table.Builder(
                "Share converged by epoch, with runs at risk",
                Column.text("Cell"),
                Column.text("Chosen as"),
                Column.number("Epoch"),
                Column.number("At risk"),
                Column.number("Converged"),
                Column.number("Diverged"));
        for (IncidenceCurve curve : task.insight().incidence()) {
            for (IncidenceCurve.Risk risk : curve.risk()) {
                table.row(
                        false,
                        Cell.of(Names.cell(curve.initializer(), curve.scaleKind(), curve.scale())),
                        Cell.of(curve.role()),
                        Cell.of(Numbers.of(risk.epoch())),
                        Cell.of(risk.atRisk()),
                        Cell.of(Numbers.probability(risk.converged())),
                        Cell.of(Numbers.probability(risk.diverged())));
            }
        }
        return table.build();
    }

    /** A row a cell: the numbers of the heat map. */
    static Table ratios(TaskAnalysis task) {
        Table.Builder table = new Table.Builder(
                "ERT as a multiple of the best, by cell",
                Column.text("Initializer"),
                Column.text("Scale is"),
                Column.number("Scale"),
                Column.number("Ratio to the best"),
                Column.text("Rating"),
                Column.number("Milliseconds to the threshold"));
        for (CellSummary cell : task.cells()) {
            table.row(
                    isBest(task, cell),
                    Cell.of(cell.initializer()),
                    Cell.of(cell.scaleKind().label()),
                    Cell.of(Numbers.scale(cell.scale())),
                    table.estimate(cell.ertRatio()),
                    Cell.of(Names.word(cell.rating())),
                    seconds(table, cell.secondsToThreshold()));
        }
        return table.build();
    }

    private static Cell seconds(Table.Builder table, @Nullable Estimate seconds) {
        return seconds == null ? Cell.of(Numbers.MISSING) : table.estimate(milliseconds(seconds));
    }

    private static Estimate milliseconds(Estimate seconds) {
        return new Estimate(
                thousand(seconds.value()),
                thousand(seconds.low()),
                thousand(seconds.high()),
                seconds.confidence(),
                seconds.n(),
                seconds.caveats());
    }

    private static @Nullable Double thousand(@Nullable Double value) {
        return value == null ? null : (Double) (1000 * value);
    }

    private static boolean isBest(TaskAnalysis task, CellSummary cell) {
        return task.best().contains(cell);
    }

    /** The loss at about a dozen epochs, for each of the chosen cells. */
    static Table curves(TaskAnalysis task) {
        Table.Builder table = new Table.Builder(
                "Loss of chosen cells",
                Column.text("Cell"),
                Column.text("Chosen as"),
                Column.number("Epoch"),
                Column.number("Median loss"),
                Column.number("10–90 %"),
                Column.number("Still training"));
        for (CurveBand curve : task.curves()) {
            for (Point point : thinned(curve.points())) {
                table.row(
                        false,
                        Cell.of(Names.cell(curve.initializer(), curve.scaleKind(), curve.scale())),
                        Cell.of(curve.role()),
                        Cell.of(Numbers.of(point.epoch())),
                        Cell.of(Numbers.of(point.median())),
                        Cell.of(span(point)),
                        Cell.of(point.n()));
            }
        }
        return table.build();
    }

    private static String span(Point point) {
        String low = Numbers.of(point.low());
        String high = Numbers.of(point.high());
        return low.equals(high) ? low : low + "–" + high;
    }

    private static List<Point> thinned(List<Point> points) {
        if (points.size() <= CURVE_ROWS) {
            return points;
        }
        List<Point> kept = new ArrayList<>();
        for (int i = 0; i < CURVE_ROWS; i++) {
            kept.add(points.get(Math.round(i * (points.size() - 1) / (CURVE_ROWS - 1f))));
        }
        return kept;
    }

    /** What an epoch costs, by stack size; with the gain over one model at a time where that was timed. */
    static Table timing(TaskAnalysis task) {
        double alone = alone(task.timings());
        List<Column> columns = new ArrayList<>(List.of(
                Column.number("Models in the stack"),
                Column.number("µs per model and epoch"),
                Column.number("± (99.9 %)")));
        if (!Double.isNaN(alone)) {
            columns.add(Column.number("Faster than one at a time"));
        }
        Table.Builder table = new Table.Builder("Time of an epoch, per model", columns.toArray(new Column[0]));
        for (EpochTiming timing : task.timings()) {
            List<Cell> cells = new ArrayList<>(List.of(
                    Cell.of(timing.stackSize()),
                    Cell.of(Numbers.of(timing.microseconds())),
                    Cell.of(Numbers.of(timing.error(), 2))));
            if (!Double.isNaN(alone)) {
                cells.add(Cell.of(Numbers.of(alone / timing.microseconds(), 2) + "×"));
            }
            table.row(false, cells.toArray(new Cell[0]));
        }
        return table.build();
    }

    private static double alone(List<EpochTiming> timings) {
        for (EpochTiming timing : timings) {
            if (timing.stackSize() == 1) {
                return timing.microseconds();
            }
        }
        return Double.NaN;
    }
}
