package org.initbench.benchmarks;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.Locale;
import org.initbench.cli.AnalyzeCommand;
import org.initbench.cli.Command;
import org.initbench.cli.ExitCodes;
import org.initbench.run.Engine;
import org.initbench.run.Environment;
import org.initbench.run.EnvironmentProbe;
import org.initbench.run.ResolvedStudy;
import org.initbench.run.Shard;
import org.initbench.study.BlockRunner;
import org.initbench.study.StudyReader;
import org.initbench.study.StudyRequest;
import org.initbench.task.Precision;
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
        Execution.Work work = new Execution.Work(resolved, shard, request.timeLimit(), environment, machine);
        Execution.Place place = new Execution.Place(output, home().resolve("reports/local"), "", command());
        int exitCode = new Execution(work, hypotheses, place, new Answer(work), err()).run();
        Duration took = Duration.between(start, Instant.now());
        if (exitCode == ExitCodes.DONE) {
            err().println(String.format(Locale.ROOT, "done in %d:%02d", took.toMinutes(), took.toSecondsPart()));
        }
        return exitCode;
    }

    /** Names of the studies that come with the program. */
    static final class Shipped implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return new StudyFiles(home()).names().iterator();
        }
    }

    /** The answer of a whole study; a shard has none. */
    private final class Answer implements Execution.Use {
        private final Execution.Work work;

        private Answer(Execution.Work work) {
            this.work = work;
        }

        @Override
        public int finished(Path bundle) {
            if (work.shard().whole()) {
                AnalyzeCommand.analyze(bundle, out());
            } else {
                out().println(work.name() + " is finished: " + bundle);
                out().println("When all " + work.shard().of()
                        + " are: ./run-benchmarks.sh merge SHARD... --output DIR, naming all of their folders");
                out().flush();
            }
            return ExitCodes.DONE;
        }

        @Override
        public void incomplete(Path bundle) {
            if (work.shard().whole()) {
                AnalyzeCommand.analyze(bundle, out());
            }
        }
    }

    /** The command line that goes on with the study, but for the folder. */
    private String command() {
        return "./run-benchmarks.sh run " + Execution.quoted(study) + option("--engine", engine)
                + option("--precision", precision == null ? null : precision.label()) + option("--shard", shardText);
    }

    private static String option(String name, @Nullable Object value) {
        return value == null ? "" : " " + name + " " + value;
    }
}
