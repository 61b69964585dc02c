package org.initbench.report;

import java.util.List;
import org.initbench.analysis.Analysis;
import org.initbench.analysis.Overview;
import org.initbench.report.QuestionsSection.Part;

/** The short report that a terminal shows: of one study a table with a row a task, and then the answers. */
public final class TerminalReport {
    private final TerminalWriter out;

    private TerminalReport(boolean ansi, int width) {
        this.out = new TerminalWriter(ansi, width);
    }

    /**
     * Renders the table and the answers of a study.
     *
     * @param analysis what to show
     * @param ansi whether the terminal understands bold and dim
     * @param width columns of the terminal; words are wrapped to it, the table is at most 80 wide unless names are longer
     * @return lines, each ended by a line feed; nothing in the analysis can send control sequences to the terminal
     */
    public static String render(Analysis analysis, boolean ansi, int width) {
        TerminalReport report = new TerminalReport(ansi, width);
        report.table(TerminalTable.of(analysis));
        if (!analysis.complete()) {
            report.out.paragraph("Incomplete: planned runs are missing.", "");
            report.out.gap();
        }
        report.answers(analysis);
        if (!analysis.caveats().isEmpty()) {
            report.out.dimParagraph(analysis.caveats().get(0), "  ");
        }
        return report.out.text();
    }

    /**
     * Renders the answers of several studies.
     *
     * @param overview what to show
     * @param analyses the analyses of its bundles, in their order
     * @param ansi whether the terminal understands bold and dim
     * @param width columns of the terminal
     * @return as above
     */
    public static String render(Overview overview, List<Analysis> analyses, boolean ansi, int width) {
        TerminalReport report = new TerminalReport(ansi, width);
        report.questions(QuestionsSection.of(overview, Reports.views(overview, analyses)));
        for (Overview.Source source : overview.bundles()) {
            report.out.dimParagraph(
                    source.name() + ": study " + source.study() + ", " + Numbers.of((double) source.runs(), 15)
                            + " runs" + (source.complete() ? "" : ", incomplete"),
                    "  ");
        }
        return report.out.text();
    }

    private void table(TerminalTable table) {
        int columns = table.headings().size();
        List<String> whole = table.lines(columns);
        boolean wide =
                whole.stream().allMatch(line -> TerminalWriter.clean(line).length() <= out.width());
        List<String> lines = wide ? whole : table.lines(columns - 1);
        out.dim(lines.get(0));
        for (int i = 0; i < table.rows().size(); i++) {
            out.bold(lines.get(i + 1));
            String fastest =
                    wide ? "" : "; fastest start: " + table.rows().get(i).get(columns - 1);
            out.dimParagraph(table.kinds().get(i) + fastest, "  ");
        }
        out.dimParagraph(
                "std: of normal weights, as power of ten (10^-0.5 = 0.32); good: shown to take at most 1.5 times the epochs"
                        + " of the fastest start; epochs: median at the best std; zero, all equal: epochs as a multiple of"
                        + " the fastest start, which has the fewest expected epochs with restarts (ERT); –: none",
                "");
        out.gap();
    }

    private void answers(Analysis analysis) {
        QuestionsSection section = QuestionsSection.of(analysis);
        if (section == null) {
            out.bold("Answer");
            analysis.answer().forEach(sentence -> out.paragraph(sentence, "  "));
        } else {
            questions(section);
        }
    }

    /** The question, the answer and the verdict; and what was not measured in one paragraph. */
    private void questions(QuestionsSection section) {
        out.bold("Answers");
        for (Part part : section.measured()) {
            boolean judged = !part.judged().isEmpty();
            out.boldParagraph(part.answer().question() + (judged ? "" : " (" + part.word() + ")"), "  ");
            out.paragraph(part.answer().sentence(), "    ");
            if (judged) {
                out.dimParagraph(part.word() + " " + part.judged(), "    ");
            }
        }
        if (!section.missing().isEmpty()) {
            out.dimParagraph(
                    "Not measured here: "
                            + String.join(
                                    " ",
                                    section.missing().stream()
                                            .map(part -> part.answer().question())
                                            .toList()),
                    "  ");
            section.missing().stream()
                    .map(part -> part.answer().sentence())
                    .distinct()
                    .forEach(sentence -> out.dimParagraph(sentence, "    "));
        }
    }
}
