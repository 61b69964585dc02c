package org.initbench.benchmarks;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import org.initbench.common.MachineException;
import org.initbench.run.BundleWriter;
import org.initbench.run.Failure;
import org.initbench.run.ResolvedStudy;
import org.initbench.run.Shard;
import org.initbench.study.Block;
import org.initbench.task.TaskDescription;

/**
 * Measures a study, or a share of it, into a bundle: one JMH trial a task, then the timings. What the bundle holds already is not
 * measured again. A trial that fails is recorded, and the study goes on with the next.
 */
final class StudyRun {

    /** With less room on the disk than this every trial would fail, after it has trained a block. */
    private static final long LEAST_ROOM = 1 << 20;

    private final ResolvedStudy study;
    private final Shard shard;
    private final BundleWriter bundle;
    private final Forecast forecast;
    private final JmhTrial trials;

    StudyRun(ResolvedStudy study, Shard shard, BundleWriter bundle, Forecast forecast) {
        this.study = study;
        this.shard = shard;
        this.bundle = bundle;
        this.forecast = forecast;
        trials = new JmhTrial(bundle.folder());
    }

    /** Expected time of what is missing, statistics and report included. */
    double expectedSeconds() {
        return pieces().stream().mapToDouble(Piece::cost).sum() + forecast.analysisSeconds();
    }

    /** What the bundle holds, and what it is to hold. */
    Inventory inventory() {
        List<Block> blocks = Block.of(study, shard);
        long there =
                blocks.stream().filter(block -> bundle.hasPart(block.part())).count();
        List<Integer> tuned = blocks.stream()
                .map(Block::taskNumber)
                .distinct()
                .filter(task ->
                        !study.tunedArmsOf(study.tasks().get(task).name()).isEmpty())
                .toList();
        long rates = tuned.stream()
                .filter(task -> bundle.hasTuning(Block.tuningPart(study, task)))
                .count();
        List<Piece> timings = timings();
        long timed =
                timings.stream().filter(piece -> bundle.hasJmh(piece.name())).count();
        return new Inventory(
                new Inventory.Share((int) there, blocks.size()),
                new Inventory.Share((int) rates, tuned.size()),
                new Inventory.Share((int) timed, timings.size()));
    }

    /**
     * Measures what is missing, and seals the bundle if nothing is missing then: a trial may fail after its last block.
     *
     * @param progress shows how far it is
     * @param interruption stops the work if the process is ending
     * @param listener told each failure
     * @return the trials that failed
     * @throws MachineException if the disk is full
     */
    List<Failure> finish(Progress progress, Interruption interruption, Consumer<TrialFailure> listener) {
        List<Piece> pieces = pieces();
        List<Failure> failures = new ArrayList<>();
        progress.start(pieces.stream().mapToDouble(Piece::cost).sum());
        for (Piece piece : pieces) {
            progress.label(piece.label());
            try {
                bundle.writeJmh(piece.name(), piece.measure(share -> progress.within(piece.cost() * share)));
            } catch (TrialFailure e) {
                interruption.standStillIfEnding(e.bySignal());
                failures.add(recorded(piece, e));
                listener.accept(e);
            }
            progress.done(piece.cost());
        }
        progress.close();
        if (pieces().isEmpty()) {
            bundle.finish(Block.of(study, shard).stream().map(Block::part).toList());
        }
        return failures;
    }

    private Failure recorded(Piece piece, TrialFailure e) {
        if (bundle.folder().toFile().getUsableSpace() < LEAST_ROOM) {
            throw new MachineException("the disk that holds " + bundle.folder() + " is full");
        }
        Failure failure = new Failure(
                Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(), piece.name(), String.valueOf(e.getMessage()));
        bundle.addFailure(failure);
        return failure;
    }

    /** What is missing. */
    private List<Piece> pieces() {
        List<Piece> pieces = new ArrayList<>();
        for (int i = 0; i < study.tasks().size(); i++) {
            addTask(pieces, i);
        }
        timings().stream().filter(piece -> !bundle.hasJmh(piece.name())).forEach(pieces::add);
        return pieces;
    }

    private void addTask(List<Piece> pieces, int number) {
        TaskDescription task = study.tasks().get(number);
        int missing = (int) Block.of(study, number).stream()
                .filter(block -> block.isIn(study, shard) && !bundle.hasPart(block.part()))
                .count();
        if (missing == 0) {
            return;
        }
        double block = forecast.blockSeconds(task.name());
        double tuning =
                bundle.hasTuning(Block.tuningPart(study, number)) ? 0 : forecast.tuningSeconds(task.name()) / block;
        pieces.add(new Piece(
                freeName("convergence-" + task.name()),
                task.name(),
                Costs.OF_FORK + (tuning + missing) * block,
                progress -> trials.converge(
                        task.name(), missing, tuning, done -> progress.accept(done / (tuning + missing)))));
    }

    /** Everything that the share of the study times, there or missing. */
    private List<Piece> timings() {
        List<Piece> all = new ArrayList<>();
        for (TaskDescription task : study.tasks()) {
            for (int size : study.timing().epochStackSizes()) {
                all.add(timing(
                        "epoch-" + task.name() + "-" + size,
                        task.name(),
                        progress -> trials.timeEpoch(
                                task.name(), size, done -> progress.accept(done / JmhTrial.timingIterations()))));
            }
        }
        if (study.timing().sweepsCost()) {
            for (String point : CostBenchmark.points()) {
                all.add(timing(
                        "cost-" + point.replace('/', '-'),
                        point,
                        progress -> trials.timeCost(point, done -> progress.accept(done / JmhTrial.costIterations()))));
            }
        }
        for (String initializer : study.timing().initializers()) {
            all.add(timing(
                    "initializer-" + initializer.replace(':', '_'),
                    initializer,
                    progress -> trials.timeInitializer(
                            initializer, done -> progress.accept(done / JmhTrial.timingIterations()))));
        }
        List<Piece> own = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            if (shard.has(i)) {
                own.add(all.get(i));
            }
        }
        return own;
    }

    private static Piece timing(String name, String what, Measurement measurement) {
        return new Piece(name, "timing " + what, Costs.OF_TIMING, measurement);
    }

    /** A resumed task is measured by a second trial, whose result stands beside the first. */
    private String freeName(String name) {
        String free = name;
        for (int i = 2; bundle.hasJmh(free); i++) {
            free = name + "-" + i;
        }
        return free;
    }

    /** Something that JMH measures; returns JMH's JSON. */
    @FunctionalInterface
    private interface Measurement {
        String run(DoubleConsumer progress);
    }

    /**
     * One trial.
     *
     * @param name name of its result in the bundle
     * @param label what the progress line says
     * @param cost expected time, in seconds
     * @param measurement the trial
     */
    private record Piece(String name, String label, double cost, Measurement measurement) {
        String measure(DoubleConsumer progress) {
            return measurement.run(progress);
        }
    }
}
