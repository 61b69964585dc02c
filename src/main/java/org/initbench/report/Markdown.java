package org.initbench.report;

import java.util.List;
import java.util.stream.Collectors;
import org.initbench.report.Table.Cell;
import org.initbench.report.Table.Column;
import org.initbench.report.Table.Row;

/** Writes CommonMark with tables: whatever text it is given, nothing in it becomes markup but exponents. */
final class Markdown {
    private final StringBuilder out = new StringBuilder();

    /** The document. */
    String text() {
        return out.toString();
    }

    /** A line as it is, markup included. */
    void line(String markup) {
        out.append(markup).append('\n');
    }

    /** An empty line. */
    void gap() {
        line("");
    }

    /** A paragraph. */
    void paragraph(String text) {
        gap();
        line(escape(text));
    }

    /** A heading of that level. */
    void heading(int level, String text) {
        gap();
        line("#".repeat(level) + " " + escape(text));
    }

    void bullet(String sentence) {
        line("- " + escape(sentence));
    }

    /** A list; nothing where there is nothing. */
    void bullets(List<String> sentences) {
        if (!sentences.isEmpty()) {
            gap();
            sentences.forEach(this::bullet);
        }
    }

    /** A list that is folded up where the reader's program can. */
    void folded(String summary, List<String> sentences) {
        if (!sentences.isEmpty()) {
            gap();
            line("<details><summary>" + escape(summary) + "</summary>");
            bullets(sentences);
            gap();
            line("</details>");
        }
    }

    /** A table, after an empty line. */
    void table(Table table) {
        gap();
        line("**" + escape(table.caption()) + "**");
        gap();
        line(row(table.columns().stream().map(c -> escape(c.title())).toList()));
        line(row(table.columns().stream().map(Markdown::rule).toList()));
        for (Row row : table.rows()) {
            line(row(row.cells().stream().map(c -> cell(c, row.strong())).toList()));
        }
        for (int i = 0; i < table.notes().size(); i++) {
            gap();
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
