package org.initbench.report;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import org.initbench.analysis.Analysis;

/**
 * {@code report.html}: one file that opens from disk and loads nothing. Words and tables are in the markup; scripts add the
 * charts.
 */
final class HtmlReport {
    private static final String TEMPLATES = "org.initbench.report.template";

    private HtmlReport() {}

    /**
     * The whole page.
     *
     * @throws IOException if a part of the program's own resources is missing
     */
    static String render(Analysis analysis) throws IOException {
        return render("report.jte", ReportPage.of(analysis, PageAssets.load()));
    }

    /** A page of any template. */
    static String render(String template, Object page) {
        TemplateEngine engine =
                TemplateEngine.createPrecompiled(null, ContentType.Html, HtmlReport.class.getClassLoader(), TEMPLATES);
        StringOutput output = new StringOutput(1 << 20);
        engine.render(template, page, output);
        return output.toString();
    }
}
