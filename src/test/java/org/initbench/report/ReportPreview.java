package org.initbench.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes all renderings of the fixture into a folder, to be looked at. */
public final class ReportPreview {
    private ReportPreview() {}

    /** Takes the folder as its only argument. */
    public static void main(String[] args) throws IOException {
        Path folder = Files.createDirectories(Path.of(args[0]));
        Reports.write(AnalysisFixture.quick(), folder);
        System.out.print(TerminalReport.render(AnalysisFixture.quick(), false, 80));
    }
}
