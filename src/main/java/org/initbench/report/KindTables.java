package org.initbench.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.initbench.analysis.Agreement;
import org.initbench.analysis.KindBest;
import org.initbench.analysis.KindsAnalysis;
import org.initbench.analysis.Parametrization;
import org.initbench.analysis.Sensitivity;
import org.initbench.analysis.Sensitivity.ScaleFlip;
import org.initbench.analysis.Sensitivity.Varied;
import org.initbench.analysis.Sensitivity.VerdictFlip;
import org.initbench.report.Table.Cell;
import org.initbench.report.Table.Column;

/** The tables of how kinds of networks differ, and of what depends on the criterion. */
final class KindTables {
    private KindTables() {}

    /** A row a network, family and way to write its scale. */
    static Table best(KindsAnalysis kinds) {
        Table.Builder table = new Table.Builder(
                "Best scales on the digits ladder, as powers of ten",
                Column.text("Task"),
                Column.text("Kind of network"),
                Column.text("Initializer"),
                Column.text("Scale as"),
                Column.number("log₁₀ of the best"),
                Column.number("n"));
        for (KindBest best : kinds.best()) {
            table.row(
                    false,
                    Cell.of(best.task()),
                    Cell.of(best.kind()),
                    Cell.of(best.initializer()),
                    Cell.of(word(best.parametrization())),
                    new Cell(
                            decimals(best.log10()),
                            (best.openBelow() ? "≤ " : decimals(best.low()) + " to ")
                                    + (best.openAbove() ? "…" : decimals(best.high())),
                            ""),
                    Cell.of(best.n()));
        }
        return table.build();
    }

    /** A row a scope and way to write scales: how far the best ones spread. */
    static Table agreements(KindsAnalysis kinds) {
        Table.Builder table = new Table.Builder(
                "How well networks agree on the best scale of normal weights",
                Column.text("Networks"),
                Column.text("Scale as"),
                Column.number("Spread in decades"),
                Column.number("Smallest in bootstrap samples"));
        for (Agreement agreement : kinds.agreements()) {
            for (Agreement.Spread spread : agreement.spreads()) {
                table.row(
                        agreement.shown() && spread.parametrization() == agreement.best(),
                        Cell.of(scope(agreement)),
                        table.noted(
                                word(spread.parametrization()),
                                spread.parametrization() == Parametrization.HE
                                        ? List.of("a fixed multiple of std·√fan-in, hence never the only smallest")
                                        : List.of()),
                        new Cell(
                                Numbers.of(spread.deviation()),
                                Numbers.of(spread.low()) + "–" + Numbers.of(spread.high()),
                                ""),
                        Cell.of(Math.round(100 * spread.share()) + " %"));
            }
        }
        return table.build();
    }

    /** A row a conclusion that would be another. */
    static Table flips(Sensitivity sensitivity) {
        Table.Builder table = new Table.Builder(
                "Conclusions that depend on the threshold level or the budget",
                Column.text("Criterion"),
                Column.text("Conclusion"),
                Column.text("Headline"),
                Column.text("There"));
        for (Varied varied : sensitivity.variations()) {
            for (ScaleFlip flip : varied.scaleFlips()) {
                Double other = flip.other();
                table.row(
                        false,
                        Cell.of(varied.name()),
                        Cell.of("best std of normal weights on " + flip.task()),
                        Cell.of(Numbers.scale(flip.headline())),
                        Cell.of(other == null ? "none" : Numbers.scale(other)));
            }
            for (VerdictFlip flip : varied.verdictFlips()) {
                table.row(
                        false,
                        Cell.of(varied.name()),
                        Cell.of("verdict on " + flip.id()),
                        Cell.of(QuestionTables.word(flip.headline())),
                        Cell.of(QuestionTables.word(flip.other())));
            }
        }
        return table.build();
    }

    private static String scope(Agreement agreement) {
        return switch (agreement.scope()) {
            case KINDS -> agreement.networks() + " kinds";
            case WIDTHS -> agreement.networks() + " networks of one kind, by width";
            case ALL -> agreement.networks() + " networks";
        };
    }

    static String word(Parametrization way) {
        return switch (way) {
            case STD -> "std";
            case NORMALIZED -> "std·√fan-in";
            case GLOROT -> "Glorot's gain";
            case HE -> "He's gain";
        };
    }

    private static String decimals(double log10) {
        BigDecimal rounded = BigDecimal.valueOf(log10).setScale(2, RoundingMode.HALF_EVEN);
        return (rounded.signum() == 0 ? "0" : rounded.toPlainString()).replace('-', '−');
    }
}
