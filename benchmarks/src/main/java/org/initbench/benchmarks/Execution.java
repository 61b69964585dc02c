package org.initbench.benchmarks;

import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.initbench.cli.ExitCodes;
import org.initbench.cli.Terminal;
import org.initbench.common.MachineException;
import org.initbench.common.UsageException;
import org.initbench.run.BundleFolder;
import org.initbench.run.BundleLock;
import org.initbench.run.BundleWriter;
import org.initbench.run.Engine;
import org.initbench.run.Environment;
import org.initbench.run.Failure;
import org.initbench.run.ResolvedStudy;
import org.initbench.run.Shard;
import org.initbench.run.SkippedCell;
import org.initbench.study.Block;
import org.initbench.task.TaskDescription;
import org.initbench.training.MachineLimits;
import org.jspecify.annotations.Nullable;

/**
 * Measures a study, or a share of it, into a bundle: the one that was begun and did not come to its end, or a new one. What becomes of
 * the bundle then is its command's.
 */
final class Execution {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    /**
     * What is measured, and where.
     *
     * @param study the study
     * @param shard the share of it
     * @param timeLimit the longest time that it may be expected to take; null for any
     * @param environment this process's
     * @param machine what the processes that train may use
     */
    record Work(
            ResolvedStudy study,
            Shard shard,
            @Nullable Duration timeLimit,
            Environment environment,
            MachineLimits machine) {

        String name() {
            String name = "study '" + study.name() + "'";
            return shard.whole() ? name : "shard " + shard.label() + " of " + name;
        }
    }

    /**
     * Where its bundle is.
     *
     * @param named the folder; null for one in the folder of bundles
     * @param bundles the folder of bundles
     * @param label stands in the name of a bundle there, after that of the study; may be empty
     * @param command the command line that goes on with it, but for {@code --output}
     */
    record Place(@Nullable Path named, Path bundles, String label, String command) {}

    /** What a command makes of a bundle, while no other process can write into it. */
    interface Use {
        /**
         * All of it is measured.
         *
         * @return the exit code
         */
        int finished(Path bundle);

        /** Some of it could not be measured, and the rest is there. */
        default void incomplete(Path bundle) {}
    }

    private final Work work;
    private final byte @Nullable [] hypotheses;
    private final Place place;
    private final Use use;
    private final PrintWriter err;

    /**
     * An execution.
     *
     * @param hypotheses the file of hypotheses that the bundle keeps a copy of; null for none
     * @param use told when it ends
     * @param err where it says what it does
     */
    Execution(Work work, byte @Nullable [] hypotheses, Place place, Use use, PrintWriter err) {
        this.work = work;
        this.hypotheses = hypotheses;
        this.place = place;
        this.use = use;
        this.err = err;
    }

    /**
     * Measures what is missing.
     *
     * @return the exit code
     * @throws UsageException if the folder cannot be used, or it would take too long
     * @throws MachineException if the disk is full
     */
    int run() throws InterruptedException {
        Resumption resumption = new Resumption(work.study(), work.shard(), work.environment(), hypotheses);
        Path named = place.named();
        Optional<BundleWriter> unfinished =
                named == null ? resumption.latest(place.bundles(), prefix()) : resumption.in(named);
        return unfinished.isPresent() ? resume(unfinished.get()) : begin();
    }

    private int resume(BundleWriter bundle) throws InterruptedException {
        try (BundleLock lock = bundle.lock()) {
            bundle.setDamagedPartsAside()
                    .forEach(part -> err.println("damaged, and set aside: " + bundle.folder() + "/parts/" + part));
            StudyRun run = new StudyRun(work.study(), work.shard(), bundle, forecast());
            err.println("resuming " + bundle.folder() + ": reused are "
                    + run.inventory().held() + "; left to compute: "
                    + run.inventory().lacking());
            requireTime(run.expectedSeconds());
            return measure(bundle, run, run.expectedSeconds(), lock);
        }
    }

    private int begin() throws InterruptedException {
        Path named = place.named();
        Path folder = named != null ? named : place.bundles().resolve(prefix() + TIME.format(Instant.now()));
        BundleFolder.requireFree(folder);
        Forecast forecast = forecast();
        double expected = forecast.seconds() * share();
        requireTime(expected);
        try (BundleLock lock = BundleFolder.claim(folder)) {
            BundleWriter bundle =
                    BundleWriter.create(folder, work.study(), work.environment(), hypotheses, work.shard());
            StudyRun run = new StudyRun(work.study(), work.shard(), bundle, forecast);
            return measure(bundle, run, expected, lock);
        }
    }

    /** Until it is known what the study takes nothing is measured. */
    private Forecast forecast() throws InterruptedException {
        try (Interruption interruption = new Interruption(() -> {
            err.println();
            err.println("interrupted before anything was measured");
            err.flush();
        })) {
            return Forecast.of(work.study(), work.machine());
        }
    }

    /** What the names of the bundles of a study on this machine begin with; a time follows. */
    private String prefix() {
        String share = work.shard().whole()
                ? ""
                : "-shard-" + work.shard().number() + "-of-" + work.shard().of();
        Engine trainer = work.study().trainedBy();
        String engine = trainer == Engine.ND4J ? "" : "-" + trainer;
        return work.study().name() + place.label() + engine + share + "-"
                + work.environment().host().replaceAll("[^A-Za-z0-9.-]", "_") + "-";
    }

    /** The part of the study's blocks that is run here, in [0, 1]. */
    private double share() {
        return (double) Block.of(work.study(), work.shard()).size()
                / Block.of(work.study()).size();
    }

    private void requireTime(double seconds) {
        Duration limit = work.timeLimit();
        if (limit != null && seconds > limit.toSeconds()) {
            throw new UsageException("study '" + work.study().name() + "' is expected to take "
                    + ForecastTable.clock(seconds) + " on this machine, more than its time_limit of "
                    + ForecastTable.clock((double) limit.toSeconds())
                    + "; lower its replicates, name fewer tasks or initializers, or raise the limit (--dry-run shows"
                    + " what each task takes)");
        }
    }

    private int measure(BundleWriter bundle, StudyRun run, double expected, BundleLock lock) {
        announce(bundle.folder(), expected);
        try (Progress progress = new Progress(Terminal.live(), err);
                Interruption interruption = new Interruption(() -> farewell(progress, bundle, run))) {
            List<Failure> failures = run.finish(progress, interruption, this::tell);
            progress.close();
            if (bundle.isFinished()) {
                int exitCode = use.finished(bundle.folder());
                lock.end();
                return exitCode;
            }
            return incomplete(bundle, run, failures);
        } catch (UncheckedIOException | MachineException e) {
            throw new MachineException(e.getMessage() + ". What is finished is kept; go on with: " + command(bundle));
        }
    }

    private void announce(Path folder, double expected) {
        ResolvedStudy study = work.study();
        err.println(work.name() + ": " + count(study.tasks().size(), "task") + ", "
                + count(study.arms().size(), "start") + ", " + otherRates(study)
                + count(study.replicates(), "replicate") + ", into "
                + folder + "; expected to take " + ForecastTable.clock(expected));
        if (study.trainedBy() == Engine.REFERENCE) {
            err.println("engine reference: one model at a time; epochs of stacks are not timed");
        }
        SkippedCell.clauses(study.skipped()).forEach(clause -> err.println("not run: " + clause));
    }

    private static String count(int n, String noun) {
        return n + " " + noun + (n == 1 ? "" : "s");
    }

    private static String otherRates(ResolvedStudy study) {
        int cells = study.tasks().stream()
                .map(TaskDescription::name)
                .mapToInt(task ->
                        study.armsOf(task).size() - study.ownRateArmsOf(task).size())
                .sum();
        return cells == 0 ? "" : cells + " cells at other learning rates, ";
    }

    private void tell(TrialFailure failure) {
        err.println("a trial failed, the study goes on: " + failure.getMessage() + "; printed last:");
        err.println(failure.transcript().stripTrailing());
    }

    /** What was measured is shown; what is missing is said. */
    private int incomplete(BundleWriter bundle, StudyRun run, List<Failure> failures) {
        if (run.inventory().blocks().there() > 0) {
            use.incomplete(bundle.folder());
        }
        for (Failure failure : failures) {
            err.println("failed: " + failure.trial() + ": " + failure.problem());
        }
        err.println("initbench: " + work.name() + " is not complete: there are "
                + run.inventory().held() + ". What failed is tried again by: " + command(bundle));
        return ExitCodes.FAILURE;
    }

    private void farewell(Progress progress, BundleWriter bundle, StudyRun run) {
        progress.close();
        err.println();
        err.println("interrupted; kept are " + run.inventory().held());
        err.println("go on with: " + command(bundle));
        err.flush();
    }

    /** The command that goes on with a bundle. */
    private String command(BundleWriter bundle) {
        return place.command() + " --output " + quoted(bundle.folder().toString());
    }

    /** A word as a shell takes it. */
    static String quoted(String word) {
        return word.matches("[A-Za-z0-9._/+:@-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
