package org.initbench.report;

/** Lines for a terminal: wrapped to its width, bold or dim where it understands that, and harmless whatever they say. */
abstract class TerminalWriter {
    private static final int NARROWEST = 40;

    private final StringBuilder out = new StringBuilder();
    private final boolean ansi;
    private final int width;

    /**
     * An empty text.
     *
     * @param ansi whether the terminal understands bold and dim
     * @param width columns of the terminal
     */
    TerminalWriter(boolean ansi, int width) {
        this.ansi = ansi;
        this.width = Math.max(width, NARROWEST);
    }

    /** All lines, each ended by a line feed. */
    final String text() {
        return out.toString();
    }

    /** Columns to which words are wrapped. */
    final int width() {
        return width;
    }

    final void paragraph(String sentence, String indent, boolean dim) {
        StringBuilder line = new StringBuilder(indent);
        for (String word : clean(sentence).split(" +", -1)) {
            if (line.length() > indent.length() && line.length() + 1 + word.length() > width) {
                line(dim ? dim(line.toString()) : line.toString());
                line = new StringBuilder(indent);
            }
            line.append(line.length() > indent.length() ? " " : "").append(word);
        }
        line(dim ? dim(line.toString()) : line.toString());
    }

    /** Text without control characters and without marks that turn the direction of writing. */
    static String clean(String text) {
        return text.replaceAll("\\p{Cc}", " ").replaceAll("[\\u202a-\\u202e\\u2066-\\u2069]", "");
    }

    final String bold(String text) {
        return ansi ? "\u001b[1m" + text + "\u001b[0m" : text;
    }

    final String dim(String text) {
        return ansi ? "\u001b[2m" + text + "\u001b[0m" : text;
    }

    final void line(String text) {
        out.append(text).append('\n');
    }
}
