package org.initbench.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.initbench.analysis.Analysis;
import org.initbench.analysis.Overview;
import org.initbench.analysis.Overviews;
import org.initbench.common.UsageException;
import org.initbench.report.Reports;
import org.initbench.report.TerminalReport;
import org.initbench.run.Bundle;
import org.initbench.run.BundleReader;
import org.jspecify.annotations.Nullable;

/** Analyses several bundles, each by itself and then all together. */
final class OverviewAnalysis {
    private static final int WIDTH = 100;

    private final List<Path> folders;
    private final Path output;
    private final Function<Path, Bundle> reader;

    /**
     * Checks what was asked for.
     *
     * @param folders at least two bundles
     * @param output where the overview goes; null if it was not said
     * @param reader reads a bundle
     * @throws UsageException if it was not said, is a bundle itself, or two bundles cannot be told apart
     */
    OverviewAnalysis(List<Path> folders, @Nullable Path output, Function<Path, Bundle> reader) {
        if (output == null) {
            throw new UsageException("several bundles need --output FOLDER, where the answers from all of them go; for"
                    + " example: analyze --output my-answers "
                    + String.join(" ", folders.stream().map(Path::toString).toList()));
        }
        this.folders = List.copyOf(folders);
        this.output = output;
        this.reader = reader;
        checkNames();
        noBundle(output);
    }

    private static Path noBundle(Path output) {
        if (BundleReader.isBundle(output)) {
            throw new UsageException("--output " + output
                    + " is a bundle, whose own analysis would be overwritten; another folder is needed");
        }
        return output;
    }

    /** Where the analysis of one bundle goes: into any folder but that of another bundle. */
    static Path noOther(Path output, Path bundle) {
        return real(output).equals(real(bundle)) ? output : noBundle(output);
    }

    private void checkNames() {
        Map<String, Path> names = new HashMap<>();
        for (Path folder : folders) {
            Path other = names.put(Objects.toString(folder.getFileName(), ""), folder);
            if (other != null) {
                throw new UsageException(
                        real(other).equals(real(folder))
                                ? "the bundle " + folder + " is named twice"
                                : other + " and " + folder + " have the same name, by which bundles are told apart;"
                                        + " rename one of these folders");
            }
        }
    }

    private static Path real(Path folder) {
        return folder.toAbsolutePath().normalize();
    }

    /**
     * Writes what is derived from each bundle into it and the overview into its folder, and prints the answers or the overview's JSON.
     *
     * @throws org.initbench.common.DataException if the reader refuses a bundle, before anything is written; the message names its file
     */
    void run(boolean json, PrintWriter out) throws IOException {
        folders.forEach(BundleReader::readStudy);
        List<Bundle> bundles = folders.stream().map(reader).toList();
        created(output);
        List<Analysis> analyses = new ArrayList<>();
        for (Bundle bundle : bundles) {
            analyses.add(AnalyzeCommand.derive(bundle, bundle.folder()));
        }
        Overview overview = Overviews.of(bundles, analyses, output);
        try {
            Reports.write(overview, analyses, output);
        } catch (IOException e) {
            throw new UncheckedIOException("the answers cannot be written into " + output + ": " + e.getMessage(), e);
        }
        if (json) {
            out.print(Files.readString(output.resolve("analysis.json")));
        } else {
            out.print(TerminalReport.render(overview, analyses, Terminal.colorsOnOutput(), WIDTH));
            out.println();
            out.println("Report, with pictures and links to the reports of the studies: "
                    + real(output.resolve("report.html")));
        }
        out.flush();
    }

    /** A folder, made where it is missing. */
    static Path created(Path folder) {
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("the folder " + folder + " cannot be made: " + e.getMessage(), e);
        }
    }
}
