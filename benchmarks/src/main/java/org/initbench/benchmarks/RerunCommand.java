package org.initbench.benchmarks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.initbench.cli.Command;
import org.initbench.cli.ExitCodes;
import org.initbench.cli.Terminal;
import org.initbench.common.DataException;
import org.initbench.common.Suggestions;
import org.initbench.common.UsageException;
import org.initbench.compare.Accord;
import org.initbench.compare.Comparer;
import org.initbench.compare.StudyComparison;
import org.initbench.report.ComparisonTerminal;
import org.initbench.run.Bundle;
import org.initbench.run.BundleReader;
import org.initbench.run.Environment;
import org.initbench.run.EnvironmentProbe;
import org.initbench.run.ResolvedStudy;
import org.initbench.run.Shard;
import org.initbench.study.BlockRunner;
import org.initbench.task.TaskDescription;
import org.initbench.training.Engines;
import org.initbench.training.MachineLimits;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code rerun BUNDLE}: runs the study of a bundle again, and tells what comes out the same. */
@picocli.CommandLine.Command(
        name = "rerun",
        description = {
            "Runs the study of a bundle again, from the bundle's own study.yaml and into a new bundle, and compares the two:",
            "which runs come out the same to the last bit, from which epoch the others part, in which part of the arithmetic",
            "and in which settings the environments differ, and whether outcomes, epochs and conclusions agree. The bundle",
            "itself is only read. An interrupted rerun is resumed by the same command. A bundle of a shard is repeated as a whole.",
            "Exit code 3 if results differ beyond what may differ ('compare' says what that is), else 0."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./run-benchmarks.sh rerun reports/reference/quick --tasks xor-2-2-1 --replicates 2",
            "  ./run-benchmarks.sh rerun their-results --output my-rerun"
        })
final class RerunCommand extends Command {

    private static final int WIDTH = 100;

    @Parameters(paramLabel = "BUNDLE", description = "The folder of a study's results, finished or not.")
    private Path bundle;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            description = "Folder of the new bundle: absent, empty, or an unfinished rerun of the same."
                    + " Default: reports/local/<study>-rerun-<host>-<UTC time>.")
    private @Nullable Path output;

    @Option(
            names = "--tasks",
            paramLabel = "TASK",
            split = ",",
            description = "Only these tasks of the study, separated by commas. Default: all.")
    private List<String> tasks = new ArrayList<>();

    @Option(
            names = "--replicates",
            paramLabel = "N",
            description = "Only the first N replicates of each start. Default: all.")
    private @Nullable Integer replicates;

    @Override
    public Integer call() throws InterruptedException {
        Bundle original = BundleReader.read(bundle);
        requireFormat(original);
        Shard shard = shard();
        ResolvedStudy study = part(original.study());
        requireRuns(original, study);
        requireDefinitions(original, study);
        Engines.require(study.trainedBy());
        MachineLimits machine = MachineLimits.ofProcess(JmhTrial.heapBytes());
        BlockRunner.requireMemory(study, machine);
        Environment environment = EnvironmentProbe.probe(Engines.describe(study.trainedBy()), home().toAbsolutePath());
        Execution.Work work = new Execution.Work(study, shard, null, environment, machine);
        Execution.Place place = new Execution.Place(output, home().resolve("reports/local"), "-rerun", command());
        byte[] hypotheses = BundleReader.hypothesesFile(bundle).orElse(null);
        return new Execution(work, hypotheses, place, repeated -> compare(original, repeated), err()).run();
    }

    /** Records of another format are not written any more, and those of this one would not be comparable. */
    private static void requireFormat(Bundle original) {
        int format = original.study().schema();
        if (format != ResolvedStudy.SCHEMA) {
            throw new DataException(original.folder() + " has format " + format
                    + ", and this version of initbench writes format " + ResolvedStudy.SCHEMA
                    + ", so that it cannot be repeated; analyze and compare read it. " + maker(original));
        }
    }

    /** The share of the study that the bundle holds. */
    private Shard shard() {
        Shard shard = BundleReader.readShard(bundle);
        if (!shard.whole() && (!tasks.isEmpty() || replicates != null)) {
            throw new UsageException(bundle + " holds shard " + shard.label()
                    + " of a study, which can only be repeated as a whole;" + " leave out --tasks and --replicates");
        }
        return shard;
    }

    private ResolvedStudy part(ResolvedStudy study) {
        List<String> known = study.tasks().stream().map(TaskDescription::name).toList();
        for (String task : tasks) {
            if (!known.contains(task)) {
                throw new UsageException("--tasks, not in " + bundle + ": " + Suggestions.unknown("task", task, known));
            }
        }
        int first = replicates == null ? study.replicates() : replicates;
        if (first < 1 || first > study.replicates()) {
            throw new UsageException("--replicates is " + first + "; the study of " + bundle + " has "
                    + study.replicates() + ", so that 1 to " + study.replicates() + " can be repeated");
        }
        return study.part(tasks.isEmpty() ? known : tasks, first);
    }

    /** A repetition of nothing has nothing to be compared with. */
    private void requireRuns(Bundle original, ResolvedStudy study) {
        List<String> repeated =
                study.tasks().stream().map(TaskDescription::name).toList();
        if (original.runs().stream()
                .noneMatch(run -> repeated.contains(run.task()) && run.replicate() < study.replicates())) {
            throw new DataException(bundle + ": holds no run of what is to be repeated; resume its study first");
        }
    }

    /** Another definition gives other runs: that is said at once, and who can repeat the bundle. */
    private static void requireDefinitions(Bundle original, ResolvedStudy study) {
        try {
            BlockRunner.requireDefinitions(study);
        } catch (DataException | UsageException e) {
            throw new DataException(
                    original.folder() + " cannot be repeated by this version of initbench: " + e.getMessage() + ". "
                            + maker(original),
                    e);
        }
    }

    private static String maker(Bundle original) {
        Environment made = original.environment();
        return "It was made by version " + made.initbenchVersion() + ", commit " + made.gitCommit();
    }

    private int compare(Bundle original, Path repeated) {
        Comparer comparer = new Comparer(original, 2, StudyComparison.MARGIN);
        comparer.add(BundleReader.read(repeated));
        StudyComparison comparison = comparer.result();
        out().print(ComparisonTerminal.render(comparison, Terminal.colorsOnOutput(), WIDTH));
        out().println("B is the repetition, which 'analyze' and 'compare' take: "
                + repeated.toAbsolutePath().normalize());
        out().flush();
        return comparison.accord() == Accord.DIFFERS ? ExitCodes.DIFFERENCE : ExitCodes.DONE;
    }

    /** The command line that goes on with the repetition, but for its folder. */
    private String command() {
        String chosen = tasks.isEmpty()
                ? ""
                : " --tasks " + tasks.stream().map(Execution::quoted).collect(Collectors.joining(","));
        return "./run-benchmarks.sh rerun " + Execution.quoted(bundle.toString()) + chosen
                + (replicates == null ? "" : " --replicates " + replicates);
    }
}
