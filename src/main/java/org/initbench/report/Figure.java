package org.initbench.report;

/**
 * A picture that the page's scripts draw.
 *
 * @param chart what draws it: the class of its element
 * @param name its place among the charts' data
 * @param title what it shows
 * @param caption how it is to be read
 * @param alt the picture in words
 * @param folded whether it is so large that it is shown on demand only
 */
public record Figure(String chart, String name, String title, String caption, String alt, boolean folded) {

    /** A picture that is shown at once. */
    Figure(String chart, String name, String title, String caption, String alt) {
        this(chart, name, title, caption, alt, false);
    }

    /** The same where the data of several studies stand side by side. */
    Figure under(String prefix) {
        return new Figure(chart, prefix + name, title, caption, alt, folded);
    }
}
