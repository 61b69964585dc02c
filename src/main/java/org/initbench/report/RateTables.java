package org.initbench.report;

import java.util.List;
import org.initbench.analysis.CellSummary;
import org.initbench.analysis.RateAnalysis;
import org.initbench.analysis.RateComparison;
import org.initbench.analysis.RateSide;
import org.initbench.analysis.RateVerdict;
import org.initbench.analysis.RatedCell;
import org.initbench.analysis.TuningGain;
import org.initbench.report.Table.Cell;
import org.initbench.report.Table.Column;
import org.jspecify.annotations.Nullable;

/** The tables of what other learning rates do to a task's answer. */
final class RateTables {
    private RateTables() {}

    /** A row an initializer and learning rate: what is best there. Null if there is nothing to compare. */
    static @Nullable Table comparisons(@Nullable RateAnalysis rates) {
        if (rates == null || rates.comparisons().isEmpty()) {
            return null;
        }
        Table.Builder table = new Table.Builder(
                "Best scales by learning rate",
                Column.text("Initializer"),
                Column.text("Learning rate"),
                Column.number("Best scale"),
                Column.number("ERT there"),
                Column.text("Good range"),
                Column.text("Depends on the rate?"));
        for (RateComparison comparison : rates.comparisons()) {
            for (RateSide side : comparison.sides()) {
                boolean first = side.equals(comparison.sides().get(0));
                side(table, comparison, side, first ? verdict(comparison.verdict()) : "");
            }
        }
        return table.build();
    }

    private static void side(Table.Builder table, RateComparison comparison, RateSide side, String verdict) {
        Double best = side.byErt().best();
        table.row(
                false,
                Cell.of(comparison.initializer()),
                new Cell(side.label(), side.learningRate() == null ? "" : Numbers.of(side.learningRate()), ""),
                best == null ? Cell.of(Numbers.MISSING) : new Cell(Numbers.scale(best), Family.set(side.byErt()), ""),
                side.bestErt() == null ? Cell.of(Numbers.MISSING) : table.estimate(side.bestErt()),
                Cell.of(Family.range(side.goodRange())),
                Cell.of(verdict));
    }

    private static String verdict(RateVerdict verdict) {
        return switch (verdict) {
            case DEPENDS ->
                "yes: at two of the rates, no scale is left that may be as good as the best (within 1.25) at both";
            case OVERLAPS -> "not shown: at any two rates, a scale may be as good as the best (within 1.25) at both";
            case OPEN -> "open: no two rates to compare";
        };
    }

    /** A row a cell at another rate: the numbers of the picture beside those of the task's own rate. */
    static @Nullable Table cells(@Nullable RateAnalysis rates) {
        if (rates == null) {
            return null;
        }
        Table.Builder table = new Table.Builder(
                "Epochs to the threshold at other learning rates, by cell",
                Column.text("Initializer"),
                Column.number("Scale"),
                Column.text("Learning rate"),
                Column.number("Converged"),
                Column.number("Diverged"),
                Column.number("Median epochs"),
                Column.number("ERT"),
                Column.number("Ratio to the best at this rate"));
        for (RatedCell rated : rates.cells()) {
            CellSummary cell = rated.summary();
            table.row(
                    false,
                    Cell.of(cell.initializer()),
                    Cell.of(Numbers.scale(cell.scale())),
                    new Cell(rated.label(), Numbers.of(rated.learningRate()), ""),
                    Cell.of(cell.converged() + "/" + cell.n()),
                    Cell.of(cell.diverged()),
                    table.estimate(cell.median()),
                    table.estimate(cell.ert()),
                    table.estimate(cell.ertRatio()));
        }
        return table.build();
    }

    /** A row a tuned cell: the chosen rate, what it saves, and ERT as a multiple of that of the fastest start. Null if no rate is tuned. */
    static @Nullable Table gains(@Nullable RateAnalysis rates) {
        if (rates == null || rates.gains().isEmpty()) {
            return null;
        }
        Table.Builder table = new Table.Builder(
                "What tuning the learning rate is worth",
                Column.text("Initializer"),
                Column.number("Scale"),
                Column.number("Chosen rate"),
                Column.number("ERT, own rate ÷ chosen (simultaneous limits)"),
                Column.number("Price at own rates"),
                Column.number("Price tuned"));
        for (TuningGain gain : rates.gains()) {
            Cell rate = table.noted(
                    gain.label(), gain.edge() ? List.of("the smallest or the largest rate that was tried") : List.of());
            table.row(
                    false,
                    Cell.of(gain.initializer()),
                    Cell.of(Numbers.scale(gain.scale())),
                    new Cell(rate.text(), Numbers.of(gain.learningRate()), rate.noteLetters()),
                    table.estimate(gain.ratio()),
                    table.estimate(gain.price()),
                    table.estimate(gain.tunedPrice()));
        }
        return table.build();
    }
}
