package org.initbench.report;

import java.util.ArrayList;
import java.util.List;
import org.initbench.analysis.CellSummary;
import org.initbench.analysis.Rating;

/** What a pointer over a cell brings up. */
final class Tips {
    private Tips() {}

    /** Everything about a cell that matters at a glance, a line each. */
    static String cell(CellSummary cell) {
        List<String> lines = new ArrayList<>();
        lines.add(Names.cell(cell));
        lines.add(Names.outcomes(cell));
        if (!cell.exact()) {
            lines.add("P(converge) " + Numbers.probabilityWithInterval(cell.pConverge()));
        }
        lines.add("median " + Numbers.withInterval(cell.median()) + " epochs");
        lines.add("ERT " + Numbers.withInterval(cell.ert()) + " epochs");
        if (cell.ertRatio().value() != null) {
            lines.add("ratio to the best " + Numbers.withInterval(cell.ertRatio()) + rating(cell.rating()));
        }
        if (cell.exact()) {
            lines.add("exact: a start without chance");
        }
        if (cell.atStart() > 0) {
            lines.add(cell.atStart() + " at the threshold before the first update");
        }
        return String.join("\n", lines);
    }

    private static String rating(Rating rating) {
        return ": " + Names.word(rating);
    }
}
