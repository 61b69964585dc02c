package org.initbench.report;

import java.util.ArrayList;
import java.util.List;
import org.initbench.analysis.Analysis;
import org.initbench.analysis.CellSummary;
import org.initbench.analysis.Estimate;
import org.initbench.analysis.ScaleResponse;
import org.initbench.analysis.ScaleResponse.Range;
import org.initbench.analysis.TaskAnalysis;
import org.jspecify.annotations.Nullable;

/** The short report that a terminal shows: a table a task, a row an initializer, then the answer in words. */
public final class TerminalReport {
    private static final List<String> HEADINGS =
            List.of("initializer", "best scale", "epochs", "P(converge)", "good range");
    private static final int NARROWEST = 40;

    private final StringBuilder out = new StringBuilder();
    private final boolean ansi;
    private final int width;

    private TerminalReport(boolean ansi, int width) {
        this.ansi = ansi;
        this.width = Math.max(width, NARROWEST);
    }

    /**
     * Renders the tables and the answer.
     *
     * @param analysis what to show
     * @param ansi whether the terminal understands bold and dim
     * @param width columns of the terminal; words are wrapped to it, tables are at most 80 wide unless names are longer
     * @return lines, each ended by a line feed; nothing in the analysis can send control sequences to the terminal
     */
    public static String render(Analysis analysis, boolean ansi, int width) {
        TerminalReport report = new TerminalReport(ansi, width);
        analysis.tasks().forEach(report::task);
        report.answer(analysis);
        return report.out.toString();
    }

    private void task(TaskAnalysis task) {
        line(bold(clean(task.task().name())) + dim("  " + clean(task.task().kind())));
        List<List<String>> rows = new ArrayList<>();
        List<Boolean> strong = new ArrayList<>();
        for (Family family : Family.of(task)) {
            rows.add(row(family));
            strong.add(family.bestOfTask());
        }
        int[] widths = widths(rows);
        line(dim(cells(HEADINGS, widths)));
        for (int i = 0; i < rows.size(); i++) {
            String text = cells(rows.get(i), widths);
            line(strong.get(i) ? bold("* " + text.substring(2)) : text);
        }
        task.answer().forEach(sentence -> paragraph(sentence, "  "));
        line("");
    }

    private static List<String> row(Family family) {
        CellSummary best = family.best();
        ScaleResponse response = family.response();
        return List.of(
                "  " + clean(family.initializer()),
                best == null ? Numbers.MISSING : scale(family, best),
                best == null ? Numbers.MISSING : Numbers.asciiValue(best.median()),
                best == null ? Numbers.MISSING : probability(best.pConverge()),
                response == null ? Numbers.MISSING : range(response.goodRange()));
    }

    private static String scale(Family family, CellSummary best) {
        String scale = Numbers.ascii(best.scale(), 3);
        String formatted = family.bestScale();
        return formatted.startsWith("≤") ? "<= " + scale : formatted.startsWith("≥") ? ">= " + scale : scale;
    }

    private static String probability(Estimate p) {
        boolean interval = Numbers.isKnown(p.value()) && p.low() != null && p.high() != null;
        return Numbers.probability(p.value())
                + (interval ? " [" + Numbers.probability(p.low()) + ", " + Numbers.probability(p.high()) + "]" : "");
    }

    private static String range(@Nullable Range range) {
        if (range == null) {
            return Numbers.MISSING;
        }
        String low = Numbers.ascii(range.low(), 2);
        String high = Numbers.ascii(range.high(), 2);
        if (range.openBelow() && range.openAbove()) {
            return "all that were run";
        }
        return range.openBelow() ? "<= " + high : range.openAbove() ? ">= " + low : low + " to " + high;
    }

    private static int[] widths(List<List<String>> rows) {
        int[] widths = new int[HEADINGS.size()];
        for (int i = 0; i < widths.length; i++) {
            widths[i] = HEADINGS.get(i).length() + (i == 0 ? 2 : 0);
            for (List<String> row : rows) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        return widths;
    }

    private static String cells(List<String> row, int[] widths) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String cell = i == 0 && !row.get(0).startsWith("  ") ? "  " + row.get(0) : row.get(i);
            String padding = " ".repeat(widths[i] - cell.length());
            boolean left = i == 0 || i >= 3;
            text.append(i == 0 ? "" : "   ").append(left ? cell + padding : padding + cell);
        }
        return text.toString().stripTrailing();
    }

    private void answer(Analysis analysis) {
        line(dim("* the fastest start of its task; epochs: median; P: 95 % interval"));
        line("");
        if (!analysis.complete()) {
            paragraph("Incomplete: planned runs are missing.", "");
            line("");
        }
        line(bold("Answer"));
        analysis.answer().forEach(sentence -> paragraph(sentence, "  "));
        if (!analysis.caveats().isEmpty()) {
            line("");
            line(bold("Caveats"));
            analysis.caveats().forEach(sentence -> paragraph(sentence, "  "));
        }
    }

    private void paragraph(String sentence, String indent) {
        StringBuilder line = new StringBuilder(indent);
        for (String word : clean(sentence).split(" +", -1)) {
            if (line.length() > indent.length() && line.length() + 1 + word.length() > width) {
                line(line.toString());
                line = new StringBuilder(indent);
            }
            line.append(line.length() > indent.length() ? " " : "").append(word);
        }
        line(line.toString());
    }

    private static String clean(String text) {
        return text.replaceAll("\\p{Cc}", " ").replaceAll("[\\u202a-\\u202e\\u2066-\\u2069]", "");
    }

    private String bold(String text) {
        return ansi ? "\u001b[1m" + text + "\u001b[0m" : text;
    }

    private String dim(String text) {
        return ansi ? "\u001b[2m" + text + "\u001b[0m" : text;
    }

    private void line(String text) {
        out.append(text).append('\n');
    }
}
