package org.initbench.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.initbench.common.UsageException;
import org.initbench.common.WholeFile;
import org.initbench.compare.Accord;
import org.initbench.compare.Comparer;
import org.initbench.compare.StudyComparison;
import org.initbench.report.ComparisonHtml;
import org.initbench.report.ComparisonJson;
import org.initbench.report.ComparisonTerminal;
import org.initbench.run.BundleFolder;
import org.initbench.run.BundleReader;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code compare A B…}: do bundles of one study agree, and which machine is faster? */
@picocli.CommandLine.Command(
        name = "compare",
        description = {
            "Compares bundles of one study, run by run, with the first of them: are they equal to the bit, do the same runs",
            "converge, do they take as many epochs, do best scales and verdicts agree, what differs between the machines,",
            "and which one is faster? Writes nothing into the bundles.",
            "Exit code 3 if results differ beyond what may differ: one bundle is shown to converge more often, or more than a",
            "twentieth of the runs of a task to end differently, or the epochs of a task differ beyond the margin, or two sets of best",
            "scales have nothing in common, or a claim is supported by one bundle and refuted by the other. 0 if they agree,",
            "and also where too few runs leave it inconclusive, which is then said."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./run-benchmarks.sh compare mine theirs",
            "  ./run-benchmarks.sh compare mine theirs hers --margin 1.1 --output compare.html",
            "  ./run-benchmarks.sh compare --json mine theirs | jq .accord"
        })
final class CompareCommand extends Command {
    private static final int WIDTH = 100;

    /** Bundles are named by letters. */
    private static final int MOST = 26;

    /** Largest margin: beyond it nothing would differ. */
    private static final double LARGEST_MARGIN = 10;

    @Parameters(
            paramLabel = "BUNDLE",
            arity = "1..*",
            description = "The folders of 2 to " + MOST + " bundles; every other is compared with the first.")
    private List<Path> bundles;

    @Option(
            names = "--margin",
            paramLabel = "RATIO",
            description = "Ratio of epochs above 1 up to which they are equivalent. Default: ${DEFAULT-VALUE}.")
    private double margin = StudyComparison.MARGIN;

    @Option(names = "--json", description = "Print the comparison as JSON instead of words and tables.")
    private boolean json;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description =
                    "Also write the comparison, with pictures, as one HTML file such as compare.html; an earlier one is"
                            + " replaced.")
    private @Nullable Path output;

    @Override
    public Integer call() {
        requireNumber();
        requireMargin();
        requireOutput();
        requireDistinct();
        StudyComparison comparison = compare();
        if (json) {
            out().println(ComparisonJson.toJson(comparison));
        } else {
            out().print(ComparisonTerminal.render(comparison, Terminal.colorsOnOutput(), WIDTH));
        }
        write(comparison);
        out().flush();
        return comparison.accord() == Accord.DIFFERS ? ExitCodes.DIFFERENCE : ExitCodes.DONE;
    }

    private StudyComparison compare() {
        Comparer comparer = new Comparer(BundleReader.read(bundles.get(0)), bundles.size(), margin);
        for (Path bundle : bundles.subList(1, bundles.size())) {
            comparer.add(BundleReader.read(bundle));
        }
        return comparer.result();
    }

    private void requireNumber() {
        if (bundles.size() < 2 || bundles.size() > MOST) {
            throw new UsageException("compare takes 2 to " + MOST + " bundles, not " + bundles.size());
        }
    }

    private void requireMargin() {
        if (!(margin > 1 && margin <= LARGEST_MARGIN)) {
            throw new UsageException("--margin " + margin + ": a ratio above 1 and up to " + (int) LARGEST_MARGIN
                    + " is expected, such as " + StudyComparison.MARGIN);
        }
    }

    /** A bundle is equal to itself, which says nothing of machines. */
    private void requireDistinct() {
        Map<Path, Path> seen = new HashMap<>();
        for (Path bundle : bundles) {
            Path same = seen.put(real(bundle), bundle);
            if (same != null) {
                throw new UsageException(
                        bundle + " is the same folder as " + same + "; two runs of a study are expected");
            }
        }
    }

    /** The folder behind links; the path itself where there is none, which the reader tells better. */
    private static Path real(Path folder) {
        try {
            return folder.toRealPath();
        } catch (IOException e) {
            return folder;
        }
    }

    /** A page that cannot be written is known before anything is read. */
    private void requireOutput() {
        Path file = output;
        if (file == null) {
            return;
        }
        Path folder = file.toAbsolutePath().getParent();
        if (Files.isDirectory(file)) {
            throw new UsageException("--output " + file + ": is a folder; the name of a file is expected");
        }
        if (!file.toString().toLowerCase(Locale.ROOT).endsWith(".html")) {
            throw new UsageException("--output " + file + ": a name that ends with .html is expected");
        }
        BundleFolder.requireOutside(file);
        if (folder == null || !Files.isDirectory(folder) || !Files.isWritable(folder)) {
            throw new UsageException("--output " + file + ": " + folder + " is no folder that can be written to");
        }
    }

    private void write(StudyComparison comparison) {
        Path file = output;
        if (file == null) {
            return;
        }
        try {
            WholeFile.write(file, ComparisonHtml.render(comparison));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file + ": " + e.getMessage(), e);
        }
        if (!json) {
            out().println("With pictures: " + file.toAbsolutePath().normalize());
        }
    }
}
