package org.initbench.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.initbench.analysis.Analysis;
import org.initbench.analysis.Analyzer;
import org.initbench.report.Reports;
import org.initbench.report.TerminalReport;
import org.initbench.run.BundleReader;
import picocli.CommandLine.Parameters;

/** {@code analyze BUNDLE}: recomputes everything from a bundle's raw files. */
@picocli.CommandLine.Command(
        name = "analyze",
        description = {
            "Analyses a bundle anew from its raw files, writes analysis.json, summary.csv, answers.md and report.html",
            "into it, and prints the answer."
        })
public final class AnalyzeCommand extends Command {

    private static final int WIDTH = 100;

    @Parameters(paramLabel = "BUNDLE", description = "The folder of a study's results, finished or not.")
    private Path bundle;

    @Override
    public Integer call() {
        analyze(bundle, out());
        return ExitCodes.DONE;
    }

    /**
     * Analyses a bundle, writes what was derived into it, and prints the short form.
     *
     * @param bundle the bundle's folder
     * @param out where the answer is printed
     * @throws org.initbench.common.DataException if the bundle is damaged
     */
    public static void analyze(Path bundle, PrintWriter out) {
        Analysis analysis = Analyzer.analyze(BundleReader.read(bundle), new RegisteredRules());
        try {
            Reports.write(analysis, bundle);
        } catch (IOException e) {
            throw new UncheckedIOException("the report cannot be written into " + bundle + ": " + e.getMessage(), e);
        }
        out.print(TerminalReport.render(analysis, Terminal.colorsOnOutput(), WIDTH));
        out.println();
        out.println("Report, with pictures, every task and more caveats: "
                + bundle.resolve("report.html").toAbsolutePath().normalize());
        out.flush();
    }
}
