package org.initbench.report;

import java.io.IOException;
import org.initbench.compare.StudyComparison;

/**
 * {@code compare.html}: one file that opens from disk and loads nothing. Words and tables are in the markup; scripts add the
 * charts.
 */
public final class ComparisonHtml {
    private ComparisonHtml() {}

    /**
     * The whole page.
     *
     * @throws IOException if a part of the program's own resources is missing
     */
    public static String render(StudyComparison comparison) throws IOException {
        return HtmlReport.render("compare.jte", ComparisonPage.of(comparison, PageAssets.ofComparisons()));
    }
}
