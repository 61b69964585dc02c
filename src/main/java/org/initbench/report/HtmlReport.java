package org.initbench.report;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.initbench.analysis.Analysis;
import org.initbench.analysis.Overview;

/**
 * {@code report.html}: one file that opens from disk and loads nothing. Words and tables are in the markup; scripts add the
 * charts.
 */
final class HtmlReport {
    private static final String TEMPLATES = "org.initbench.report.template";

    /** End tags that HTML lets out, which are a tenth of the page. */
    private static final Pattern END_TAGS = Pattern.compile("</t[dr]>");

    private HtmlReport() {}

    /**
     * The whole page of a study.
     *
     * @throws IOException if a part of the program's own resources is missing
     */
    static String render(Analysis analysis) throws IOException {
        return render("report.jte", ReportPage.of(analysis, PageAssets.load()));
    }

    /**
     * The whole page of several studies, with links to their own.
     *
     * @param studies the studies, in the order of the overview's bundles
     * @throws IOException if a part of the program's own resources is missing
     */
    static String render(Overview overview, List<StudyView> studies) throws IOException {
        return render("overview.jte", OverviewPage.of(overview, studies, PageAssets.load()));
    }

    /** A page of any template. */
    static String render(String template, Object page) {
        TemplateEngine engine =
                TemplateEngine.createPrecompiled(null, ContentType.Html, HtmlReport.class.getClassLoader(), TEMPLATES);
        StringOutput output = new StringOutput(1 << 20);
        engine.render(template, page, output);
        return END_TAGS.matcher(output.toString()).replaceAll("");
    }
}
