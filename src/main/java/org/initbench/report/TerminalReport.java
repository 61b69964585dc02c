package org.initbench.report;

import java.util.List;
import org.initbench.analysis.Analysis;
import org.initbench.analysis.ClaimVerdict;
import org.initbench.analysis.Conclusions;
import org.initbench.analysis.Laboratory;
import org.initbench.analysis.LaboratoryAnswer;
import org.initbench.analysis.RegretAnalysis;
import org.initbench.analysis.Verdict;
import org.jspecify.annotations.Nullable;

/** The short report that a terminal shows: one table with a row a task, then the answer in words. */
public final class TerminalReport extends TerminalWriter {
    private TerminalReport(boolean ansi, int width) {
        super(ansi, width);
    }

    /**
     * Renders the table and the answer.
     *
     * @param analysis what to show
     * @param ansi whether the terminal understands bold and dim
     * @param width columns of the terminal; words are wrapped to it, the table is at most 80 wide unless names are longer
     * @return lines, each ended by a line feed; nothing in the analysis can send control sequences to the terminal
     */
    public static String render(Analysis analysis, boolean ansi, int width) {
        TerminalReport report = new TerminalReport(ansi, width);
        report.table(TerminalTable.of(analysis));
        report.answer(analysis);
        report.questions(analysis.conclusions());
        report.laboratory(analysis.laboratory());
        return report.text();
    }

    private void table(TerminalTable table) {
        int columns = table.headings().size();
        List<String> whole = table.lines(columns);
        boolean wide = whole.stream().allMatch(line -> clean(line).length() <= width());
        List<String> lines = wide ? whole : table.lines(columns - 1);
        line(dim(clean(lines.get(0))));
        for (int i = 0; i < table.rows().size(); i++) {
            line(bold(clean(lines.get(i + 1))));
            String fastest =
                    wide ? "" : "; fastest start: " + table.rows().get(i).get(columns - 1);
            paragraph(table.kinds().get(i) + fastest, "  ", true);
        }
        paragraph(
                "std: of normal weights, as power of ten (10^-0.5 = 0.32); good: shown to take at most 1.5 times the epochs"
                        + " of the fastest start; epochs: median at the best std; zero, all equal: epochs as a multiple of"
                        + " the fastest start, which has the fewest expected epochs with restarts (ERT); –: none",
                "",
                true);
        line("");
    }

    private void answer(Analysis analysis) {
        if (!analysis.complete()) {
            paragraph("Incomplete: planned runs are missing.", "", false);
            line("");
        }
        line(bold("Answer"));
        analysis.answer().forEach(sentence -> paragraph(sentence, "  ", false));
        if (!analysis.caveats().isEmpty()) {
            paragraph(analysis.caveats().get(0), "  ", true);
        }
    }

    /** The verdicts that are decided, and how many are not. */
    private void questions(@Nullable Conclusions conclusions) {
        if (conclusions == null || conclusions.isEmpty()) {
            return;
        }
        line("");
        line(bold("Questions"));
        List<ClaimVerdict> decided = conclusions.measured().stream()
                .filter(claim -> claim.verdict() != Verdict.UNDECIDED)
                .toList();
        decided.forEach(claim -> paragraph(
                QuestionTables.word(claim.verdict()) + QuestionTables.part(claim) + ": " + claim.claim(), "  ", false));
        int open = conclusions.measured().size() - decided.size();
        int missing = conclusions.verdicts().size() - conclusions.measured().size();
        paragraph("undecided: " + open + "; not measured by this study: " + missing, "  ", true);
        RegretAnalysis regret = conclusions.regret();
        if (regret != null) {
            regret.answer().stream().limit(2).forEach(sentence -> paragraph(sentence, "  ", false));
        }
    }

    /** The short answers, of studies that are made for these questions. */
    private void laboratory(@Nullable Laboratory laboratory) {
        if (laboratory != null && laboratory.isDedicated()) {
            line("");
            line(bold("Symmetry laboratory"));
            laboratory.answers().stream()
                    .filter(LaboratoryAnswer::measured)
                    .forEach(answer -> paragraph(answer.question() + " " + answer.brief(), "  ", false));
        }
    }
}
