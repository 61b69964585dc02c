package org.initbench.report;

/** Lines for a terminal; nothing in a text can send control sequences to it. */
final class TerminalWriter {
    private static final int NARROWEST = 40;

    private final StringBuilder out = new StringBuilder();
    private final boolean ansi;
    private final int width;

    /**
     * A writer.
     *
     * @param ansi whether the terminal understands bold and dim
     * @param width columns of the terminal
     */
    TerminalWriter(boolean ansi, int width) {
        this.ansi = ansi;
        this.width = Math.max(width, NARROWEST);
    }

    /** All lines, each ended by a line feed. */
    String text() {
        return out.toString();
    }

    /** Columns of the terminal. */
    int width() {
        return width;
    }

    void gap() {
        out.append('\n');
    }

    /** A line as it is, however long. */
    void line(String text) {
        out.append(clean(text)).append('\n');
    }

    void bold(String text) {
        out.append(weighted(clean(text), "1")).append('\n');
    }

    void dim(String text) {
        out.append(weighted(clean(text), "2")).append('\n');
    }

    /** Text that is wrapped to the width. */
    void paragraph(String sentence, String indent) {
        paragraph(sentence, indent, "");
    }

    /** The same in bold. */
    void boldParagraph(String sentence, String indent) {
        paragraph(sentence, indent, "1");
    }

    /** The same, dim. */
    void dimParagraph(String sentence, String indent) {
        paragraph(sentence, indent, "2");
    }

    private void paragraph(String sentence, String indent, String weight) {
        StringBuilder line = new StringBuilder(indent);
        for (String word : clean(sentence).split(" +", -1)) {
            if (line.length() > indent.length() && line.length() + 1 + word.length() > width) {
                out.append(weighted(line.toString(), weight)).append('\n');
                line = new StringBuilder(indent);
            }
            line.append(line.length() > indent.length() ? " " : "").append(word);
        }
        out.append(weighted(line.toString(), weight)).append('\n');
    }

    private String weighted(String text, String weight) {
        return ansi && !weight.isEmpty() ? "\u001b[" + weight + "m" + text + "\u001b[0m" : text;
    }

    /** Text without control characters and changes of direction. */
    static String clean(String text) {
        return text.replaceAll("\\p{Cc}", " ").replaceAll("[\\u202a-\\u202e\\u2066-\\u2069]", "");
    }
}
