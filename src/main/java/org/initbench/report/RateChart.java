package org.initbench.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.initbench.analysis.CellSummary;
import org.initbench.analysis.RateAnalysis;
import org.initbench.analysis.RateComparison;
import org.initbench.analysis.RateSide;
import org.initbench.analysis.RatedCell;
import org.initbench.analysis.TaskAnalysis;
import org.initbench.run.RateKind;
import org.jspecify.annotations.Nullable;

/**
 * What the chart of one initializer by learning rate draws.
 *
 * @param initializer the initializer
 * @param kind what its scales mean
 * @param lines one a learning rate
 */
record RateChart(String initializer, String kind, List<Line> lines) {

    /** One learning rate: cells by scale. */
    record Line(String label, boolean own, List<Point> points) {}

    /** A cell; {@code never} if no run arrived. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Point(double scale, boolean never, ChartData.Interval ert, String tip) {

        static Point of(CellSummary cell, String label) {
            double scale = Objects.requireNonNullElse(cell.scale(), Double.NaN);
            return new Point(
                    scale,
                    cell.converged() == 0,
                    ChartData.Interval.of(cell.ert()),
                    "learning rate " + label + "\n" + Tips.cell(cell));
        }
    }

    /** One chart a compared initializer. */
    static List<RateChart> of(TaskAnalysis task) {
        RateAnalysis rates = task.rates();
        return rates == null
                ? List.of()
                : rates.comparisons().stream()
                        .map(comparison -> of(task, rates, comparison))
                        .toList();
    }

    private static RateChart of(TaskAnalysis task, RateAnalysis rates, RateComparison comparison) {
        List<Line> lines = new ArrayList<>();
        for (RateSide side : comparison.sides()) {
            List<Point> points = side.rule() == RateKind.TASK
                    ? task.cells().stream()
                            .filter(cell -> drawn(cell, comparison))
                            .map(cell -> Point.of(cell, side.label()))
                            .toList()
                    : rates.cells().stream()
                            .filter(cell -> isOf(cell, side) && drawn(cell.summary(), comparison))
                            .map(cell -> Point.of(cell.summary(), label(cell)))
                            .toList();
            lines.add(new Line(side.label(), side.rule() == RateKind.TASK, points));
        }
        return new RateChart(comparison.initializer(), comparison.scaleKind().label(), List.copyOf(lines));
    }

    private static String label(RatedCell cell) {
        return cell.rule() == RateKind.TUNED ? "tuned: " + Numbers.of(cell.learningRate()) : cell.label();
    }

    private static boolean isOf(RatedCell cell, RateSide side) {
        Double factor = side.factor();
        return cell.rule() == side.rule() && (factor == null || factor == cell.factor());
    }

    private static boolean drawn(CellSummary cell, RateComparison comparison) {
        @Nullable Double scale = cell.scale();
        return cell.initializer().equals(comparison.initializer()) && scale != null && scale > 0;
    }
}
