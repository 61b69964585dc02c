package org.initbench.report;

import java.io.IOException;
import java.nio.file.Path;
import org.initbench.analysis.Analysis;
import org.initbench.common.WholeFile;

/** Writes everything that is derived from a bundle next to its raw files. */
public final class Reports {
    private Reports() {}

    /**
     * Writes {@code analysis.json}, {@code summary.csv}, {@code answers.md} and {@code report.html}, replacing older ones.
     * All are rendered before the first is written, and each appears complete or not at all.
     *
     * @param analysis what to render
     * @param bundleFolder an existing folder
     * @throws IOException if a file cannot be written
     */
    public static void write(Analysis analysis, Path bundleFolder) throws IOException {
        String json = AnalysisJson.toJson(analysis) + "\n";
        String csv = SummaryCsv.render(analysis);
        String answers = AnswersMarkdown.render(analysis);
        String html = HtmlReport.render(analysis);
        WholeFile.write(bundleFolder.resolve("analysis.json"), json);
        WholeFile.write(bundleFolder.resolve("summary.csv"), csv);
        WholeFile.write(bundleFolder.resolve("answers.md"), answers);
        WholeFile.write(bundleFolder.resolve("report.html"), html);
    }
}
