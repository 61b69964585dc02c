package org.initbench.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.initbench.analysis.Analysis;
import org.initbench.analysis.Analyzer;
import org.initbench.report.Reports;
import org.initbench.report.TerminalReport;
import org.initbench.run.Bundle;
import org.initbench.run.BundleReader;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code analyze BUNDLE}: recomputes everything from a bundle's raw files. */
@picocli.CommandLine.Command(
        name = "analyze",
        description = {
            "Analyses a bundle anew from its raw files, writes analysis.json, summary.csv, answers.md and report.html",
            "into it, and prints the answer."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./run-benchmarks.sh analyze reports/reference/quick",
            "  ./run-benchmarks.sh analyze --json my-results | jq '.tasks[].task.name'"
        })
public final class AnalyzeCommand extends Command {

    private static final int WIDTH = 100;

    @Parameters(paramLabel = "BUNDLE", description = "The folder of a study's results, finished or not.")
    private Path bundle;

    @Option(
            names = "--json",
            description = "Print the analysis as JSON, the content of analysis.json, instead of the answer.")
    private boolean json;

    @Option(
            names = "--despite-damage",
            description = {
                "Analyse a damaged bundle all the same: what cannot be read or contradicts itself is left out, and the",
                "report says so. 'verify' lists the damage."
            })
    private boolean despiteDamage;

    @Override
    public Integer call() throws IOException {
        if (json) {
            derive(content());
            out().print(Files.readString(bundle.resolve("analysis.json")));
            out().flush();
        } else {
            print(derive(content()), bundle, out());
        }
        return ExitCodes.DONE;
    }

    private Bundle content() {
        return despiteDamage ? BundleReader.salvage(bundle) : BundleReader.read(bundle);
    }

    /**
     * Analyses a bundle, writes what was derived into it, and prints the short form.
     *
     * @param bundle the bundle's folder
     * @param out where the answer is printed
     * @throws org.initbench.common.DataException if the bundle is damaged
     */
    public static void analyze(Path bundle, PrintWriter out) {
        print(derive(BundleReader.read(bundle)), bundle, out);
    }

    private static void print(Analysis analysis, Path bundle, PrintWriter out) {
        out.print(TerminalReport.render(analysis, Terminal.colorsOnOutput(), WIDTH));
        out.println();
        out.println("Report, with pictures, every task and more caveats: "
                + bundle.resolve("report.html").toAbsolutePath().normalize());
        out.flush();
    }

    private static Analysis derive(Bundle content) {
        Path bundle = content.folder();
        Analysis analysis = Analyzer.analyze(content, new RegisteredRules());
        try {
            Reports.write(analysis, bundle);
        } catch (IOException e) {
            throw new UncheckedIOException("the report cannot be written into " + bundle + ": " + e.getMessage(), e);
        }
        return analysis;
    }
}
