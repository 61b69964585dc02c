package org.initbench.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.initbench.analysis.Analysis;
import org.initbench.analysis.Analyzer;
import org.initbench.report.Reports;
import org.initbench.report.TerminalReport;
import org.initbench.run.Bundle;
import org.initbench.run.BundleReader;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code analyze BUNDLE…}: recomputes everything from the raw files of one bundle or of several. */
@picocli.CommandLine.Command(
        name = "analyze",
        description = {
            "Analyses a bundle anew from its raw files, writes analysis.json, summary.csv, answers.md and report.html",
            "into it, and prints the answers.",
            "Of several bundles it does the same, and then answers from all of them together: analysis.json, answers.md",
            "and report.html, with links to the bundles' own reports, go into the folder --output. Where two bundles",
            "measure the same, the one that is named first counts."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./run-benchmarks.sh analyze reports/reference/quick",
            "  ./run-benchmarks.sh analyze --json my-results | jq '.tasks[].task.name'",
            "  ./run-benchmarks.sh analyze --output my-answers my-standard my-symmetry my-optimizers"
        })
public final class AnalyzeCommand extends Command {

    private static final int WIDTH = 100;

    @Parameters(
            arity = "1..*",
            paramLabel = "BUNDLE",
            description = "The folder of a study's results, finished or not; several for answers from all of them.")
    private List<Path> bundles;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FOLDER",
            description =
                    "Where the result goes. Of one bundle: into the bundle unless given. Of several it must be given.")
    private @Nullable Path output;

    @Option(
            names = "--json",
            description = "Print the analysis as JSON, the content of analysis.json, instead of the answers.")
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
        if (bundles.size() > 1) {
            new OverviewAnalysis(bundles, output, reader()).run(json, out());
        } else {
            Path bundle = bundles.get(0);
            Path folder = output == null ? bundle : OverviewAnalysis.created(OverviewAnalysis.noOther(output, bundle));
            Analysis analysis = derive(reader().apply(bundle), folder);
            if (json) {
                out().print(Files.readString(folder.resolve("analysis.json")));
                out().flush();
            } else {
                print(analysis, folder, out());
            }
        }
        return ExitCodes.DONE;
    }

    private Function<Path, Bundle> reader() {
        return despiteDamage ? BundleReader::salvage : BundleReader::read;
    }

    /**
     * Analyses a bundle, writes what was derived into it, and prints the short form.
     *
     * @param bundle the bundle's folder
     * @param out where the answer is printed
     * @throws org.initbench.common.DataException if the bundle is damaged
     */
    public static void analyze(Path bundle, PrintWriter out) {
        print(derive(BundleReader.read(bundle), bundle), bundle, out);
    }

    private static void print(Analysis analysis, Path folder, PrintWriter out) {
        out.print(TerminalReport.render(analysis, Terminal.colorsOnOutput(), WIDTH));
        out.println();
        out.println("Report, with pictures, every task and more caveats: "
                + folder.resolve("report.html").toAbsolutePath().normalize());
        out.flush();
    }

    /** Analyses a bundle and writes what was derived into a folder. */
    static Analysis derive(Bundle bundle, Path folder) {
        Analysis analysis = Analyzer.analyze(bundle, new RegisteredRules());
        try {
            Reports.write(analysis, folder);
        } catch (IOException e) {
            throw new UncheckedIOException("the report cannot be written into " + folder + ": " + e.getMessage(), e);
        }
        return analysis;
    }
}
