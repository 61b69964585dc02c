package org.initbench.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.initbench.analysis.Analysis;
import org.initbench.analysis.Overview;
import org.initbench.common.WholeFile;

/** Writes everything that is derived from bundles. */
public final class Reports {
    private static final String ANALYSIS = "analysis.json";
    private static final String ANSWERS = "answers.md";
    private static final String REPORT = "report.html";

    private Reports() {}

    /**
     * Writes {@code analysis.json}, {@code summary.csv}, {@code answers.md} and {@code report.html}, replacing older ones.
     * All are rendered before the first is written, and each appears complete or not at all.
     *
     * @param analysis what to render
     * @param folder an existing folder, usually that of the bundle
     * @throws IOException if a file cannot be written
     */
    public static void write(Analysis analysis, Path folder) throws IOException {
        String json = AnalysisJson.toJson(analysis) + "\n";
        String csv = SummaryCsv.render(analysis);
        String answers = AnswersMarkdown.render(analysis);
        String html = HtmlReport.render(analysis);
        WholeFile.write(folder.resolve(ANALYSIS), json);
        WholeFile.write(folder.resolve("summary.csv"), csv);
        WholeFile.write(folder.resolve(ANSWERS), answers);
        WholeFile.write(folder.resolve(REPORT), html);
    }

    /**
     * Writes {@code analysis.json}, {@code answers.md} and {@code report.html} of several bundles, as above.
     *
     * @param overview what to render
     * @param analyses the analyses of its bundles, in their order
     * @param folder an existing folder, which is that of no bundle
     * @throws IOException if a file cannot be written
     */
    public static void write(Overview overview, List<Analysis> analyses, Path folder) throws IOException {
        List<StudyView> studies = views(overview, analyses);
        String json = AnalysisJson.toJson(overview) + "\n";
        String answers = OverviewMarkdown.render(overview, studies);
        String html = HtmlReport.render(overview, studies);
        WholeFile.write(folder.resolve(ANALYSIS), json);
        WholeFile.write(folder.resolve(ANSWERS), answers);
        WholeFile.write(folder.resolve(REPORT), html);
    }

    /** The studies as the overview's page shows them. */
    static List<StudyView> views(Overview overview, List<Analysis> analyses) {
        List<StudyView> studies = new ArrayList<>();
        for (int i = 0; i < analyses.size(); i++) {
            Overview.Source source = overview.bundles().get(i);
            studies.add(new StudyView(
                    source.name(), analyses.get(i), Hrefs.of(source.path() + "/" + REPORT), (i + 1) + "-"));
        }
        return studies;
    }
}
