package org.initbench.report;

/**
 * A picture that the page's scripts draw.
 *
 * @param chart what draws it: the class of its element
 * @param name its place among the charts' data
 * @param title what it shows
 * @param caption how it is to be read
 * @param alt the picture in words
 */
public record Figure(String chart, String name, String title, String caption, String alt) {

    /** The same where the data of several studies stand side by side. */
    Figure under(String prefix) {
        return new Figure(chart, prefix + name, title, caption, alt);
    }
}
