package org.initbench.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.initbench.analysis.PairedStarts;
import org.initbench.common.UsageException;
import org.initbench.hypothesis.Arm;
import org.initbench.report.AnalysisJson;
import org.initbench.report.PairedText;
import org.initbench.run.BundleReader;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code contrast BUNDLE START START}: any two starts of a study, paired by replicate. */
@picocli.CommandLine.Command(
        name = "contrast",
        description = {
            "Compares two starts of a study on every task, paired by replicate: sign-flip permutation test,",
            "McNemar, Hodges-Lehmann ratio, A12 and equivalence, adjusted for the number of tasks (Holm)."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./run-benchmarks.sh contrast reports/reference/quick he-normal=1 normal=0.1",
            "  ./run-benchmarks.sh contrast --task digits-mlp-tanh reports/reference/quick uniform=0.1 normal=0.1",
            "  ./run-benchmarks.sh contrast --json reports/reference/quick zero normal=0.1 | jq '.tasks[].finding'"
        })
final class ContrastCommand extends Command {

    @Parameters(index = "0", paramLabel = "BUNDLE", description = "The folder of a study's results.")
    private Path bundle;

    @Parameters(
            index = "1",
            paramLabel = "START",
            description =
                    "An initializer and its scale, such as normal=0.1; without a scale where it takes none: zero.")
    private String first;

    @Parameters(index = "2", paramLabel = "START", description = "What it is compared with.")
    private String second;

    @Option(names = "--task", paramLabel = "TASK", description = "A task; may be repeated. Default: all.")
    private List<String> tasks = new ArrayList<>();

    @Option(
            names = "--margin",
            paramLabel = "RATIO",
            defaultValue = "1.25",
            description = "Ratio of epochs up to which a difference does not matter. Default: ${DEFAULT-VALUE}.")
    private double margin;

    @Option(names = "--json", description = "Print the comparison as JSON.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        PairedStarts compared = PairedStarts.of(BundleReader.read(bundle), start(first), start(second), tasks, margin);
        out().print(json ? AnalysisJson.toJson(compared) + "\n" : PairedText.render(compared));
        out().flush();
        return ExitCodes.DONE;
    }

    private static Arm start(String text) {
        int equals = text.indexOf('=');
        if (equals < 0) {
            return new Arm(text, null);
        }
        try {
            return new Arm(text.substring(0, equals), Double.valueOf(text.substring(equals + 1)));
        } catch (NumberFormatException e) {
            throw new UsageException(
                    "start '" + text + "': '" + text.substring(equals + 1) + "' is no scale; write normal=0.1", e);
        }
    }
}
