package org.initbench.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.initbench.cli.AnalyzeCommand;
import org.initbench.cli.Command;
import org.initbench.cli.ExitCodes;
import org.initbench.cli.Terminal;
import org.initbench.common.DataException;
import org.initbench.common.UsageException;
import org.initbench.hypothesis.HypothesesReader;
import org.initbench.run.BundleLock;
import org.initbench.run.BundleReader;
import org.initbench.run.BundleWriter;
import org.initbench.run.Engine;
import org.initbench.run.Environment;
import org.initbench.run.EnvironmentProbe;
import org.initbench.run.ResolvedStudy;
import org.initbench.run.SkippedCell;
import org.initbench.study.BlockRunner;
import org.initbench.study.StudyReader;
import org.initbench.study.StudyRequest;
import org.initbench.task.Precision;
import org.initbench.task.TaskDescription;
import org.initbench.training.Engines;
import org.initbench.training.MachineLimits;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code run [STUDY]}: trains, measures, analyses, answers. */
@picocli.CommandLine.Command(
        name = "run",
        description = {
            "Runs a study: trains its networks, analyses the runs, writes the report and prints the answer.",
            "An interrupted study is resumed by the same command."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./run-benchmarks.sh run standard --dry-run",
            "  ./run-benchmarks.sh run symmetry",
            "  ./run-benchmarks.sh run rounding --engine reference",
            "  ./run-benchmarks.sh run my-study.yaml --output my-results"
        })
final class RunCommand extends Command {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    @Parameters(
            paramLabel = "STUDY",
            defaultValue = "quick",
            completionCandidates = StudyFiles.Names.class,
            description = {
                "Name of a study in benchmarks/studies, or a study file (${DEFAULT-VALUE}). Studies:",
                "${COMPLETION-CANDIDATES}."
            })
    private String study;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            description = "Folder of the bundle: absent, empty, or an unfinished bundle of the same study."
                    + " Default: reports/local/<study>-<host>-<UTC time>.")
    private @Nullable Path output;

    @Option(
            names = "--engine",
            paramLabel = "ENGINE",
            description = {
                "What trains, instead of what the study says: nd4j, stacks of models on ND4J, or reference, plain Java,",
                "one model at a time, slow and the same to the last bit on every machine; for dense networks."
            })
    private @Nullable Engine engine;

    @Option(
            names = "--precision",
            paramLabel = "PRECISION",
            description = "The arithmetic of all tasks, instead of what the study says: float32 or float64.")
    private @Nullable Precision precision;

    @Option(
            names = "--dry-run",
            description = {
                "Trains nothing and writes nothing: prints cells, models, and the time and memory that they are",
                "expected to take, measured on this machine for a second a task."
            })
    private boolean dryRun;

    @Override
    public Integer call() throws InterruptedException {
        Instant start = Instant.now();
        StudyRequest request = StudyReader.request(StudyFiles.find(study), engine, precision);
        ResolvedStudy resolved = request.study();
        byte[] hypotheses = hypotheses();
        Engines.require(resolved.trainedBy());
        MachineLimits machine = MachineLimits.ofProcess(JmhTrial.heapBytes());
        BlockRunner.requireMemory(resolved, machine);
        if (dryRun) {
            out().print(ForecastTable.of(resolved, Forecast.of(resolved, machine), request.timeLimit()));
            out().flush();
            return ExitCodes.DONE;
        }
        Environment environment =
                EnvironmentProbe.probe(Engines.describe(resolved.trainedBy()), home().toAbsolutePath());
        Optional<BundleWriter> unfinished = unfinished(resolved, environment, hypotheses);
        Forecast forecast = Forecast.of(resolved, machine);
        double expected = unfinished
                .map(bundle -> new StudyRun(resolved, bundle, forecast).expectedSeconds())
                .orElse(forecast.seconds());
        requireTime(expected, request);
        BundleWriter bundle = unfinished.orElseGet(() -> created(resolved, environment, hypotheses));
        StudyRun run = new StudyRun(resolved, bundle, forecast);
        err().println("study '" + resolved.name() + "': " + resolved.tasks().size() + " tasks, "
                + resolved.arms().size() + " starts, " + otherRates(resolved) + resolved.replicates()
                + " replicates, into "
                + bundle.folder() + "; expected to take " + ForecastTable.clock(expected));
        if (resolved.trainedBy() == Engine.REFERENCE) {
            err().println("engine reference: one model at a time; epochs of stacks are not timed");
        }
        SkippedCell.clauses(resolved.skipped()).forEach(clause -> err().println("not run: " + clause));
        try (BundleLock lock = bundle.lock();
                Progress progress = new Progress(Terminal.live(), err())) {
            run.finish(progress);
        }
        AnalyzeCommand.analyze(bundle.folder(), out());
        Duration took = Duration.between(start, Instant.now());
        err().println(String.format(Locale.ROOT, "done in %d:%02d", took.toMinutes(), took.toSecondsPart()));
        return ExitCodes.DONE;
    }

    private static String otherRates(ResolvedStudy study) {
        int cells = study.tasks().stream()
                .map(TaskDescription::name)
                .mapToInt(task ->
                        study.armsOf(task).size() - study.ownRateArmsOf(task).size())
                .sum();
        return cells == 0 ? "" : cells + " cells at other learning rates, ";
    }

    private static void requireTime(double seconds, StudyRequest request) {
        Duration limit = request.timeLimit();
        if (limit != null && seconds > limit.toSeconds()) {
            throw new UsageException("study '" + request.study().name() + "' is expected to take "
                    + ForecastTable.clock(seconds) + " on this machine, more than its time_limit of "
                    + ForecastTable.clock((double) limit.toSeconds())
                    + "; lower its replicates, name fewer tasks or initializers, or raise the limit (--dry-run shows"
                    + " what each task takes)");
        }
    }

    /**
     * The shipped file of hypotheses, byte by byte; null if there is none.
     *
     * @throws UsageException if it names what does not exist or is otherwise wrong
     */
    private static byte @Nullable [] hypotheses() {
        Path file = StudyFiles.folder().resolve(HypothesesReader.FILE);
        if (!Files.exists(file)) {
            return null;
        }
        HypothesesReader.read(file);
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UsageException(file + ": cannot be read: " + e, e);
        }
    }

    private static String prefix(ResolvedStudy resolved, Environment environment) {
        String engine = resolved.trainedBy() == Engine.ND4J ? "-" : "-" + resolved.trainedBy() + "-";
        return resolved.name() + engine + environment.host().replaceAll("[^A-Za-z0-9.-]", "_") + "-";
    }

    private static Path local() {
        return home().resolve("reports/local");
    }

    private Optional<BundleWriter> unfinished(
            ResolvedStudy resolved, Environment environment, byte @Nullable [] hypotheses) {
        Optional<Path> folder = output == null
                ? latestUnfinished(local(), prefix(resolved, environment), resolved, environment, hypotheses)
                : Optional.of(output).filter(named -> canBeResumed(named, resolved, environment, hypotheses));
        return folder.map(path -> {
            BundleWriter writer = BundleWriter.open(path);
            err().println("resuming " + writer.folder() + ": what it holds is reused");
            return writer;
        });
    }

    private BundleWriter created(ResolvedStudy resolved, Environment environment, byte @Nullable [] hypotheses) {
        Path folder =
                output != null ? output : local().resolve(prefix(resolved, environment) + TIME.format(Instant.now()));
        return BundleWriter.create(folder, resolved, environment, hypotheses);
    }

    private static Optional<Path> latestUnfinished(
            Path local, String prefix, ResolvedStudy resolved, Environment environment, byte @Nullable [] hypotheses) {
        if (!Files.isDirectory(local)) {
            return Optional.empty();
        }
        try (Stream<Path> folders = Files.list(local)) {
            return folders.filter(folder -> String.valueOf(folder.getFileName()).startsWith(prefix))
                    .filter(folder ->
                            obstacle(folder, resolved, environment, hypotheses).isEmpty())
                    .max(Comparator.naturalOrder());
        } catch (IOException e) {
            throw new UsageException("the folder " + local + " cannot be listed: " + e, e);
        }
    }

    /**
     * Whether a folder that the user named holds an unfinished bundle of this study; if it holds no bundle, {@link
     * BundleWriter#create} decides.
     *
     * @throws UsageException if it holds a bundle that cannot be resumed
     */
    private static boolean canBeResumed(
            Path folder, ResolvedStudy resolved, Environment environment, byte @Nullable [] hypotheses) {
        if (!Files.exists(folder.resolve("study.yaml"))) {
            return false;
        }
        Optional<String> obstacle = obstacle(folder, resolved, environment, hypotheses);
        if (obstacle.isPresent()) {
            throw new UsageException("the output folder " + folder + " is not empty: it holds " + obstacle.get()
                    + "; nothing is ever overwritten, name a folder that does not exist");
        }
        return true;
    }

    /** What keeps this process from resuming the bundle in a folder; empty if nothing does. */
    private static Optional<String> obstacle(
            Path folder, ResolvedStudy resolved, Environment environment, byte @Nullable [] hypotheses) {
        try {
            if (BundleWriter.open(folder).isFinished()) {
                return Optional.of("a finished bundle");
            }
            if (!BundleReader.readStudy(folder).equals(resolved)) {
                return Optional.of("an unfinished bundle of another study");
            }
            Optional<byte[]> earlier = BundleReader.hypothesesFile(folder);
            if (!Arrays.equals(earlier.orElse(null), hypotheses)) {
                return Optional.of("an unfinished bundle that was begun "
                        + (earlier.isEmpty()
                                ? "without " + HypothesesReader.FILE
                                : "under other hypotheses (see its " + HypothesesReader.FILE + ")"));
            }
            return BundleReader.readEnvironment(folder).measuresAs(environment)
                    ? Optional.empty()
                    : Optional.of("an unfinished bundle that was begun by another version of initbench or with other"
                            + " arithmetic (see its environment.json)");
        } catch (DataException e) {
            return Optional.of("no sound bundle: " + e.getMessage());
        }
    }
}
