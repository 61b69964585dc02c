package org.initbench.report;

import java.util.List;
import java.util.stream.Collectors;
import org.initbench.analysis.Analysis;
import org.initbench.analysis.TaskAnalysis;
import org.initbench.report.Table.Cell;
import org.initbench.report.Table.Column;
import org.initbench.report.Table.Row;
import org.jspecify.annotations.Nullable;

/** {@code answers.md}: the answers in words, a table a task, and the caveats. */
final class AnswersMarkdown {
    private final StringBuilder out = new StringBuilder();

    private AnswersMarkdown() {}

    /** The whole document, CommonMark with tables. */
    static String render(Analysis analysis) {
        AnswersMarkdown document = new AnswersMarkdown();
        document.head(analysis);
        document.questions(QuestionsSection.of(analysis));
        document.laboratory(LaboratorySection.of(analysis));
        document.tasks(analysis);
        document.legend(analysis);
        return document.out.toString();
    }

    private void head(Analysis analysis) {
        line("# How small should the initial weights be?");
        line("");
        line("Study *" + escape(analysis.study().name()) + "*: "
                + escape(analysis.study().description()));
        line(Numbers.of((double) analysis.runs(), 15) + " runs on "
                + escape(analysis.environment().cpuModel()) + ", "
                + Fact.when(analysis.environment().started()) + ".");
        if (!analysis.complete()) {
            line("");
            line("**Incomplete: planned runs are missing.**");
        }
        line("");
        analysis.answer().forEach(this::bullet);
        line("");
        table(TaskTables.overview(analysis));
        section("Caveats", analysis.caveats());
    }

    private void questions(@Nullable QuestionsSection section) {
        if (section == null) {
            return;
        }
        line("");
        line("## Questions");
        line("");
        line(escape(section.lede()));
        for (QuestionsSection.Part part : section.parts()) {
            line("");
            line("### " + escape(part.title()));
            line("");
            part.sentences().forEach(this::bullet);
            for (Table table : part.tables()) {
                line("");
                table(table);
            }
        }
    }

    private void laboratory(@Nullable LaboratorySection section) {
        if (section == null) {
            return;
        }
        line("");
        line("## The symmetry laboratory");
        for (LaboratorySection.Part part : section.parts()) {
            line("");
            line("### " + escape(part.answer().question()));
            line("");
            line(escape(part.answer().brief()));
            line("");
            part.answer().details().forEach(this::bullet);
        }
    }

    private void tasks(Analysis analysis) {
        for (TaskAnalysis task : analysis.tasks()) {
            line("");
            line("## " + escape(task.task().name()));
            line("");
            line(escape(task.task().description()));
            line("");
            task.answer().forEach(this::bullet);
            line("");
            table(TaskTables.families(task));
            if (!task.responses().isEmpty()) {
                line("");
                table(TaskTables.scales(task));
            }
            optional(RateTables.comparisons(task.rates()));
            optional(RateTables.gains(task.rates()));
        }
    }

    private void optional(@Nullable Table table) {
        if (table != null) {
            line("");
            table(table);
        }
    }

    private void legend(Analysis analysis) {
        line("");
        line("## How to read the tables");
        line("");
        Glossary.of(analysis).forEach(entry -> bullet(entry.term() + ": " + entry.meaning()));
    }

    private void section(String title, List<String> sentences) {
        if (!sentences.isEmpty()) {
            line("");
            line("## " + title);
            line("");
            sentences.forEach(this::bullet);
        }
    }

    private void table(Table table) {
        line("**" + escape(table.caption()) + "**");
        line("");
        line(row(table.columns().stream().map(c -> escape(c.title())).toList()));
        line(row(table.columns().stream().map(AnswersMarkdown::rule).toList()));
        for (Row row : table.rows()) {
            line(row(row.cells().stream().map(c -> cell(c, row.strong())).toList()));
        }
        for (int i = 0; i < table.notes().size(); i++) {
            line("");
            line("<sup>" + Table.letter(i) + "</sup> " + escape(table.notes().get(i)));
        }
    }

    private static String rule(Column column) {
        return column.numeric() ? "---:" : "---";
    }

    private static String cell(Cell cell, boolean strong) {
        String text = escape(cell.text());
        String shown = strong && !text.isEmpty() ? "**" + text + "**" : text;
        String detail = cell.detail().isEmpty() ? "" : " \\[" + escape(cell.detail()) + "\\]";
        return shown + detail + (cell.noteLetters().isEmpty() ? "" : "<sup>" + cell.noteLetters() + "</sup>");
    }

    private static String row(List<String> cells) {
        return cells.stream().collect(Collectors.joining(" | ", "| ", " |"));
    }

    private void bullet(String sentence) {
        line("- " + escape(sentence));
    }

    private void line(String text) {
        out.append(text).append('\n');
    }

    /** Text in which nothing is markup but raised exponents: what CommonMark or HTML gives a meaning is escaped. */
    static String escape(String text) {
        return Powers.markdown(escaped(text));
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '&' -> escaped.append("&amp;");
                case '\\', '`', '*', '_', '[', ']', '|', '#', '~', '!' ->
                    escaped.append('\\').append(c);
                default -> escaped.append(Character.isISOControl(c) ? ' ' : c);
            }
        }
        return escaped.toString();
    }
}
