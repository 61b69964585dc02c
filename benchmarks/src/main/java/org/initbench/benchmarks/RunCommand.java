package org.initbench.benchmarks;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.initbench.cli.AnalyzeCommand;
import org.initbench.cli.Command;
import org.initbench.cli.ExitCodes;
import org.initbench.cli.Terminal;
import org.initbench.common.MachineException;
import org.initbench.common.UsageException;
import org.initbench.run.BundleFolder;
import org.initbench.run.BundleLock;
import org.initbench.run.BundleWriter;
import org.initbench.run.Engine;
import org.initbench.run.Environment;
import org.initbench.run.EnvironmentProbe;
import org.initbench.run.Failure;
import org.initbench.run.ResolvedStudy;
import org.initbench.run.Shard;
import org.initbench.run.SkippedCell;
import org.initbench.study.Block;
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
            "A study that was interrupted, killed or ran out of disk goes on with the same command."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./run-benchmarks.sh run standard --dry-run",
            "  ./run-benchmarks.sh run symmetry",
            "  ./run-benchmarks.sh run rounding --engine reference",
            "  ./run-benchmarks.sh run my-study.yaml --output my-results",
            "  ./run-benchmarks.sh run standard --shard 2/8 --output shard-2"
        })
final class RunCommand extends Command {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    @Parameters(
            paramLabel = "STUDY",
            defaultValue = "quick",
            completionCandidates = Shipped.class,
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
            names = "--shard",
            paramLabel = "i/n",
            description = {
                "Runs only share i of n of the study, on this machine; 'merge' makes one bundle of all shares. Every share",
                "has blocks of every task, so that they take about equally long."
            })
    private @Nullable String shardText;

    @Option(
            names = "--dry-run",
            description = {
                "Trains nothing and writes nothing: prints cells, models, and the time and memory that they are",
                "expected to take, measured on this machine for a second a task."
            })
    private boolean dryRun;

    /** What is run: the study, and the share of it. */
    private record Work(StudyRequest request, Shard shard, Environment environment, MachineLimits machine) {
        ResolvedStudy study() {
            return request.study();
        }
    }

    @Override
    public Integer call() throws InterruptedException {
        Instant start = Instant.now();
        Shard shard = shardText == null ? Shard.WHOLE : Shard.parse(shardText);
        StudyFiles files = new StudyFiles(home());
        StudyRequest request = StudyReader.request(files.file(study), engine, precision);
        ResolvedStudy resolved = request.study();
        byte[] hypotheses = files.hypotheses();
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
        Work work = new Work(request, shard, environment, machine);
        Resumption resumption = new Resumption(resolved, shard, environment, hypotheses);
        Optional<BundleWriter> unfinished =
                output == null ? resumption.latest(local(), prefix(work)) : resumption.in(output);
        int exitCode = unfinished.isPresent() ? resume(work, unfinished.get()) : begin(work, hypotheses);
        Duration took = Duration.between(start, Instant.now());
        if (exitCode == ExitCodes.DONE) {
            err().println(String.format(Locale.ROOT, "done in %d:%02d", took.toMinutes(), took.toSecondsPart()));
        }
        return exitCode;
    }

    private int resume(Work work, BundleWriter bundle) throws InterruptedException {
        try (BundleLock lock = bundle.lock()) {
            bundle.setDamagedPartsAside()
                    .forEach(part -> err().println("damaged, and set aside: " + bundle.folder() + "/parts/" + part));
            StudyRun run = new StudyRun(work.study(), work.shard(), bundle, Forecast.of(work.study(), work.machine()));
            err().println("resuming " + bundle.folder() + ": reused are "
                    + run.inventory().held() + "; left to compute: "
                    + run.inventory().lacking());
            requireTime(run.expectedSeconds(), work.request());
            return measure(work, bundle, run, run.expectedSeconds(), lock);
        }
    }

    private int begin(Work work, byte @Nullable [] hypotheses) throws InterruptedException {
        Path folder = output != null ? output : local().resolve(prefix(work) + TIME.format(Instant.now()));
        BundleFolder.requireFree(folder);
        Forecast forecast = Forecast.of(work.study(), work.machine());
        double expected = forecast.seconds() * share(work);
        requireTime(expected, work.request());
        try (BundleLock lock = BundleFolder.claim(folder)) {
            BundleWriter bundle =
                    BundleWriter.create(folder, work.study(), work.environment(), hypotheses, work.shard());
            StudyRun run = new StudyRun(work.study(), work.shard(), bundle, forecast);
            return measure(work, bundle, run, expected, lock);
        }
    }

    /** The part of the study's blocks that is run here, in [0, 1]. */
    private static double share(Work work) {
        return (double) Block.of(work.study(), work.shard()).size()
                / Block.of(work.study()).size();
    }

    private int measure(Work work, BundleWriter bundle, StudyRun run, double expected, BundleLock lock) {
        ResolvedStudy resolved = work.study();
        err().println(named(work) + ": " + resolved.tasks().size() + " tasks, "
                + resolved.arms().size() + " starts, " + otherRates(resolved) + resolved.replicates()
                + " replicates, into "
                + bundle.folder() + "; expected to take " + ForecastTable.clock(expected));
        if (resolved.trainedBy() == Engine.REFERENCE) {
            err().println("engine reference: one model at a time; epochs of stacks are not timed");
        }
        SkippedCell.clauses(resolved.skipped()).forEach(clause -> err().println("not run: " + clause));
        try (Progress progress = new Progress(Terminal.live(), err());
                Interruption interruption = new Interruption(() -> farewell(progress, bundle, run))) {
            List<Failure> failures = run.finish(progress, interruption, this::tell);
            progress.close();
            if (bundle.isFinished()) {
                answer(work, bundle, lock);
                return ExitCodes.DONE;
            }
            return incomplete(work, bundle, run, failures);
        } catch (UncheckedIOException | MachineException e) {
            throw new MachineException(e.getMessage() + ". What is finished is kept; go on with: " + command(bundle));
        }
    }

    private static String named(Work work) {
        String name = "study '" + work.study().name() + "'";
        return work.shard().whole() ? name : "shard " + work.shard().label() + " of " + name;
    }

    /** The answer of a whole study; a shard has none. */
    private void answer(Work work, BundleWriter bundle, BundleLock lock) {
        if (work.shard().whole()) {
            AnalyzeCommand.analyze(bundle.folder(), out());
        } else {
            out().println(named(work) + " is finished: " + bundle.folder());
            out().println("When all " + work.shard().of()
                    + " are: ./run-benchmarks.sh merge SHARD... --output DIR, naming all of their folders");
            out().flush();
        }
        lock.end();
    }

    private void tell(TrialFailure failure) {
        err().println("a trial failed, the study goes on: " + failure.getMessage() + "; printed last:");
        err().println(failure.transcript().stripTrailing());
    }

    /** What was measured is shown; what is missing is said. */
    private int incomplete(Work work, BundleWriter bundle, StudyRun run, List<Failure> failures) {
        if (work.shard().whole() && run.inventory().blocks().there() > 0) {
            AnalyzeCommand.analyze(bundle.folder(), out());
        }
        for (Failure failure : failures) {
            err().println("failed: " + failure.trial() + ": " + failure.problem());
        }
        err().println("initbench: " + named(work) + " is not complete: there are "
                + run.inventory().held() + ". What failed is tried again by: " + command(bundle));
        return ExitCodes.FAILURE;
    }

    private void farewell(Progress progress, BundleWriter bundle, StudyRun run) {
        progress.close();
        err().println();
        err().println("interrupted; kept are " + run.inventory().held());
        err().println("go on with: " + command(bundle));
        err().flush();
    }

    /** The command that goes on with a bundle. */
    private String command(BundleWriter bundle) {
        return "./run-benchmarks.sh run " + quoted(study) + option("--engine", engine)
                + option("--precision", precision == null ? null : precision.label()) + option("--shard", shardText)
                + " --output " + quoted(bundle.folder().toString());
    }

    private static String option(String name, @Nullable Object value) {
        return value == null ? "" : " " + name + " " + value;
    }

    private static String quoted(String word) {
        return word.matches("[A-Za-z0-9._/+:@-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
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

    /** Names of the studies that come with the program. */
    static final class Shipped implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return new StudyFiles(home()).names().iterator();
        }
    }

    /** What the names of the bundles of a study on this machine begin with. */
    private static String prefix(Work work) {
        String share = work.shard().whole()
                ? ""
                : "-shard-" + work.shard().number() + "-of-" + work.shard().of();
        Engine trainer = work.study().trainedBy();
        String engine = trainer == Engine.ND4J ? "" : "-" + trainer;
        return work.study().name() + engine + share + "-"
                + work.environment().host().replaceAll("[^A-Za-z0-9.-]", "_") + "-";
    }

    private static Path local() {
        return home().resolve("reports/local");
    }
}
