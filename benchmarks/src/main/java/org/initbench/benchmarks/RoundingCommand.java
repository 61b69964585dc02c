package org.initbench.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.initbench.analysis.RoundingComparison;
import org.initbench.cli.Command;
import org.initbench.cli.ExitCodes;
import org.initbench.common.MachineException;
import org.initbench.common.UsageException;
import org.initbench.common.WholeFile;
import org.initbench.report.RoundingReport;
import org.initbench.run.BundleReader;
import org.initbench.run.BundleWriter;
import org.initbench.run.Formats;
import org.initbench.run.ResolvedStudy;
import org.initbench.study.StudyReader;
import org.initbench.task.Precision;
import org.initbench.training.BlasCore;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code rounding [STUDY]}: in which arithmetic do equal weights stay equal? */
@picocli.CommandLine.Command(
        name = "rounding",
        description = {
            "Runs a study of equal starts in every arithmetic that this machine has, and tells in which of them rounding",
            "sets apart hidden units that started equal: the reference engine, and ND4J with the BLAS kernels of every",
            "core type that the processor can run, in single and in double precision. Each is a bundle of its own in DIR;",
            "what is there is not run again. Bundles made so on other machines and copied into DIR are compared, too.",
            "The answer is printed, and written to rounding.md, rounding.csv and rounding.json in DIR."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./run-benchmarks.sh rounding --dry-run",
            "  ./run-benchmarks.sh rounding --core-types Haswell,Nehalem --precisions float64",
            "  ./run-benchmarks.sh rounding my-equal-starts.yaml --output my-results"
        })
final class RoundingCommand extends Command {

    private static final String ANSWER = "rounding.md";
    private static final String TABLE = "rounding.csv";
    private static final String DATA = "rounding.json";
    private static final Set<String> OURS = Set.of(ANSWER, TABLE, DATA);

    @Parameters(
            paramLabel = "STUDY",
            defaultValue = "rounding",
            completionCandidates = RunCommand.Shipped.class,
            description = "Name of a study in benchmarks/studies, or a study file (${DEFAULT-VALUE}).")
    private String study;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            description = "Folder of the bundles: absent, empty, or one of an earlier call."
                    + " Default: reports/local/<study>-machines.")
    private @Nullable Path output;

    @Option(
            names = "--core-types",
            paramLabel = "TYPE",
            split = ",",
            description = "Core types of OpenBLAS whose kernels are run. Default: all that the processor can run.")
    private @Nullable List<String> coreTypes;

    @Option(
            names = "--precisions",
            paramLabel = "PRECISION",
            split = ",",
            defaultValue = "float32,float64",
            description = "float32, float64 or both (${DEFAULT-VALUE}).")
    private List<String> precisions;

    @Option(
            names = "--dry-run",
            description = "Runs nothing and writes nothing: names the bundles that there would be.")
    private boolean dryRun;

    @Override
    public Integer call() throws InterruptedException, IOException {
        Path file = new StudyFiles(home()).file(study).toAbsolutePath();
        List<Machinery> all = Machinery.all(
                cores(), precisions.stream().map(Precision::of).distinct().toList());
        String name = resolved(file, all.get(0)).name();
        Path folder = output != null ? output : home().resolve("reports/local").resolve(name + "-machines");
        if (dryRun) {
            all.forEach(each -> out().println(folder.resolve(each.folder()) + ": " + each));
            out().flush();
            return ExitCodes.DONE;
        }
        requireOurs(folder);
        for (Machinery each : all) {
            run(each, file, folder.resolve(each.folder()));
        }
        RoundingComparison comparison = RoundingComparison.of(
                bundles(folder).stream().map(BundleReader::read).toList());
        String answer = RoundingReport.markdown(comparison);
        WholeFile.write(folder.resolve(ANSWER), answer);
        WholeFile.write(folder.resolve(TABLE), RoundingReport.csv(comparison));
        WholeFile.write(folder.resolve(DATA), Formats.json().writeValueAsString(comparison) + "\n");
        out().print(answer);
        out().flush();
        return ExitCodes.DONE;
    }

    private List<BlasCore> cores() {
        if (coreTypes == null) {
            return BlasCore.runnable();
        }
        List<BlasCore> named = coreTypes.stream().map(BlasCore::of).distinct().toList();
        named.forEach(BlasCore::require);
        return named;
    }

    /** The study as it is run so; whatever the reference engine cannot train is found before anything is trained. */
    private static ResolvedStudy resolved(Path file, Machinery machinery) {
        return StudyReader.request(file, machinery.engine(), machinery.precision())
                .study();
    }

    private void run(Machinery machinery, Path file, Path folder) throws InterruptedException {
        if (isFinished(folder)) {
            ResolvedStudy there = BundleReader.readStudy(folder);
            if (!there.equals(resolved(file, machinery))) {
                throw new UsageException(
                        folder + " holds a finished bundle of another study; name another folder with --output");
            }
            err().println(machinery + ": is there");
            return;
        }
        err().println(machinery);
        int exitCode = ChildProcess.run(environment(machinery), machinery.arguments(file.toString(), folder));
        if (exitCode != ExitCodes.DONE) {
            throw new MachineException(
                    "the run on " + machinery + " ended with exit code " + exitCode
                            + "; its message is above. What is finished is kept: the same command goes on when the cause is gone");
        }
    }

    private static Map<String, String> environment(Machinery machinery) {
        Map<String, String> variables = new HashMap<>(Map.of("OMP_NUM_THREADS", "1"));
        BlasCore core = machinery.core();
        if (core != null) {
            variables.put(BlasCore.VARIABLE, core.label());
        }
        return variables;
    }

    private static boolean isBundle(Path folder) {
        return Files.exists(folder.resolve("study.yaml"));
    }

    private static boolean isFinished(Path folder) {
        return isBundle(folder) && BundleWriter.open(folder).isFinished();
    }

    private static List<Path> bundles(Path folder) {
        return children(folder).filter(RoundingCommand::isBundle).sorted().toList();
    }

    /**
     * Makes sure that a folder holds nothing but what this command writes.
     *
     * @throws UsageException if it does
     */
    private static void requireOurs(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        if (!Files.isDirectory(folder)) {
            throw new UsageException(folder + " is no folder; name one that does not exist");
        }
        children(folder)
                .filter(path -> !isBundle(path) && !OURS.contains(String.valueOf(path.getFileName())))
                .findFirst()
                .ifPresent(path -> {
                    throw new UsageException("the output folder " + folder + " is not empty: it holds "
                            + path.getFileName() + "; name a folder that does not exist");
                });
    }

    private static Stream<Path> children(Path folder) {
        try (Stream<Path> all = Files.list(folder)) {
            return all.toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException("the folder " + folder + " cannot be listed: " + e.getMessage(), e);
        }
    }
}
