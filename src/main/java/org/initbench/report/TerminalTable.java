package org.initbench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.initbench.analysis.Analysis;
import org.initbench.analysis.CellSummary;
import org.initbench.analysis.ScaleResponse;
import org.initbench.analysis.ScaleResponse.BestSet;
import org.initbench.analysis.ScaleResponse.Range;
import org.initbench.analysis.TaskAnalysis;
import org.initbench.init.ScaleKind;

/**
 * The table that a terminal shows: a row a task.
 *
 * @param headings column headings
 * @param rows cells by task, as many as there are headings
 * @param kinds kind of network by task
 */
record TerminalTable(List<String> headings, List<List<String>> rows, List<String> kinds) {
    private static final String FAMILY = "normal";
    private static final int GAP = 2;

    TerminalTable {
        headings = List.copyOf(headings);
        rows = List.copyOf(rows);
        kinds = List.copyOf(kinds);
    }

    static TerminalTable of(Analysis analysis) {
        List<Equal> equal = equalStarts(analysis);
        List<String> headings = new ArrayList<>(List.of("task", "best std 10^", "epochs", "good std 10^"));
        equal.forEach(start -> headings.add(start.heading()));
        headings.add("fastest start");
        return new TerminalTable(
                headings,
                analysis.networks().stream().map(task -> row(task, equal)).toList(),
                analysis.networks().stream().map(task -> task.task().kind()).toList());
    }

    /** A start with all weights equal. */
    private record Equal(String initializer, String heading) {}

    private static List<Equal> equalStarts(Analysis analysis) {
        return analysis.networks().stream()
                .flatMap(task -> task.cells().stream())
                .filter(cell -> cell.initializer().equals("zero") || cell.scaleKind() == ScaleKind.VALUE)
                .map(cell -> new Equal(
                        cell.initializer(),
                        cell.scale() == null ? cell.initializer() : "all " + Numbers.ascii(cell.scale(), 2)))
                .distinct()
                .limit(2)
                .toList();
    }

    private static List<String> row(TaskAnalysis task, List<Equal> equal) {
        List<String> row = new ArrayList<>();
        row.add(task.task().name());
        row.addAll(normal(task));
        equal.forEach(start -> row.add(fate(task, start)));
        row.add(task.best().isEmpty() ? "none" : fastest(task.best().get(0)));
        return row;
    }

    private static List<String> normal(TaskAnalysis task) {
        for (Family family : Family.of(task)) {
            ScaleResponse response = family.response();
            if (family.initializer().equals(FAMILY) && response != null) {
                CellSummary best = family.best();
                return List.of(
                        set(response.byErt()),
                        best == null ? Numbers.MISSING : Numbers.asciiValue(best.median()),
                        response.goodRange() == null ? Numbers.MISSING : exponents(response.goodRange()));
            }
        }
        return List.of(Numbers.MISSING, Numbers.MISSING, Numbers.MISSING);
    }

    private static String set(BestSet set) {
        Double low = set.low();
        Double high = set.high();
        return low == null || high == null
                ? Numbers.MISSING
                : exponents(new Range(low, high, set.openBelow(), set.openAbove()));
    }

    private static String exponents(Range range) {
        String low = Numbers.exponent(range.low());
        String high = Numbers.exponent(range.high());
        if (range.openBelow() && range.openAbove()) {
            return "all tried";
        }
        if (range.openBelow()) {
            return "<= " + high;
        }
        if (range.openAbove()) {
            return ">= " + low;
        }
        return low.equals(high) ? low : low + " to " + high;
    }

    private static String fate(TaskAnalysis task, Equal start) {
        for (CellSummary cell : task.cells()) {
            if (cell.initializer().equals(start.initializer())) {
                return cell.converged() == 0
                        ? "never"
                        : Numbers.isKnown(cell.ertRatio().value())
                                ? Numbers.ascii(cell.ertRatio().value(), 2) + "x"
                                : "reached";
            }
        }
        return Numbers.MISSING;
    }

    private static String fastest(CellSummary cell) {
        return cell.scale() == null ? cell.initializer() : cell.initializer() + " " + Numbers.ascii(cell.scale(), 2);
    }

    /** The rows below their headings, one line each, at most {@code columns} first columns. */
    List<String> lines(int columns) {
        List<List<String>> all = new ArrayList<>(List.of(headings));
        all.addAll(rows);
        int[] widths = IntStream.range(0, columns)
                .map(i ->
                        all.stream().mapToInt(row -> row.get(i).length()).max().orElse(0))
                .toArray();
        return all.stream().map(row -> line(row, widths)).toList();
    }

    private static String line(List<String> row, int[] widths) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String padding = " ".repeat(widths[i] - row.get(i).length());
            boolean right = i == 2;
            text.append(i == 0 ? "" : " ".repeat(GAP)).append(right ? padding + row.get(i) : row.get(i) + padding);
        }
        return text.toString().stripTrailing();
    }
}
