package org.initbench.run;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.initbench.task.TaskDescription;
import org.jspecify.annotations.Nullable;

/**
 * A study with every default written out: the bundle's {@code study.yaml}.
 *
 * @param schema version of the bundle's format
 * @param name the study's name
 * @param description one sentence for people
 * @param seed the seed from which every random number is derived
 * @param replicates models of each cell (a deterministic start on a full-batch task is run once)
 * @param stackReplicates replicates in a block for each worker
 * @param stackSize most models of a stack; null if the program chooses it for each task
 * @param workers stacks trained at the same time
 * @param tasks the tasks
 * @param arms the initializers at their scales and the task's own learning rate; every task is run with every arm, but for
 *     those that are skipped
 * @param timing what else is timed
 * @param skipped initializers that cannot start the network of a task
 * @param learningRates what is run at other learning rates besides
 * @param engine what trains the models; null for {@link Engine#ND4J}
 */
public record ResolvedStudy(
        int schema,
        String name,
        String description,
        long seed,
        int replicates,
        int stackReplicates,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer stackSize,
        int workers,
        List<TaskDescription> tasks,
        List<ArmDescription> arms,
        Timing timing,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<SkippedCell> skipped,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<OtherRates> learningRates,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Engine engine) {

    /** The version of the bundle format that this program writes: since 2 there are diagnostics, since 3 learning rates. */
    public static final int SCHEMA = 3;

    /** Most runs of a study: what is known of each is held in memory when a study is analysed. */
    public static final long MOST_RUNS = 2_000_000;

    /** The first version with diagnostics. */
    private static final int DIAGNOSED = 2;

    /** The first version whose runs tell their learning rates. */
    private static final int RATED = 3;

    public ResolvedStudy {
        tasks = List.copyOf(tasks);
        arms = List.copyOf(arms);
        skipped = List.copyOf(Objects.requireNonNullElse(skipped, List.of()));
        learningRates = List.copyOf(Objects.requireNonNullElse(learningRates, List.of()));
        engine = engine == Engine.ND4J ? null : engine;
    }

    /** A study of stacks on ND4J. */
    public ResolvedStudy(
            int schema,
            String name,
            String description,
            long seed,
            int replicates,
            int stackReplicates,
            @Nullable Integer stackSize,
            int workers,
            List<TaskDescription> tasks,
            List<ArmDescription> arms,
            Timing timing,
            List<SkippedCell> skipped,
            List<OtherRates> learningRates) {
        this(
                schema,
                name,
                description,
                seed,
                replicates,
                stackReplicates,
                stackSize,
                workers,
                tasks,
                arms,
                timing,
                skipped,
                learningRates,
                null);
    }

    /** A study at the tasks' own learning rates only. */
    public ResolvedStudy(
            int schema,
            String name,
            String description,
            long seed,
            int replicates,
            int stackReplicates,
            @Nullable Integer stackSize,
            int workers,
            List<TaskDescription> tasks,
            List<ArmDescription> arms,
            Timing timing,
            List<SkippedCell> skipped) {
        this(
                schema,
                name,
                description,
                seed,
                replicates,
                stackReplicates,
                stackSize,
                workers,
                tasks,
                arms,
                timing,
                skipped,
                List.of());
    }

    /** The same, where the initializers can start every network. */
    public ResolvedStudy(
            int schema,
            String name,
            String description,
            long seed,
            int replicates,
            int stackReplicates,
            @Nullable Integer stackSize,
            int workers,
            List<TaskDescription> tasks,
            List<ArmDescription> arms,
            Timing timing) {
        this(
                schema,
                name,
                description,
                seed,
                replicates,
                stackReplicates,
                stackSize,
                workers,
                tasks,
                arms,
                timing,
                List.of());
    }

    /** What trains the models. */
    public Engine trainedBy() {
        return engine == null ? Engine.ND4J : engine;
    }

    /** The arms that a task is run with, those at its own learning rate first. */
    public List<ArmDescription> armsOf(String task) {
        List<ArmDescription> own = ownRateArmsOf(task);
        List<ArmDescription> all = new ArrayList<>(own);
        learningRates.forEach(rates -> all.addAll(rates.of(task, own)));
        return List.copyOf(all);
    }

    /** The arms that a task is run with at its own learning rate. */
    public List<ArmDescription> ownRateArmsOf(String task) {
        return arms.stream()
                .filter(arm -> skipped.stream()
                        .noneMatch(cell ->
                                cell.task().equals(task) && cell.initializer().equals(arm.initializer())))
                .toList();
    }

    /** Runs that are planned, at most: a deterministic start on a full-batch task is run once only. */
    public long runs() {
        return tasks.stream().mapToLong(task -> armsOf(task.name()).size()).sum() * replicates;
    }

    /** The arms of a task whose learning rate is tuned. */
    public List<ArmDescription> tunedArmsOf(String task) {
        return armsOf(task).stream()
                .filter(arm -> arm.rateKind() == RateKind.TUNED)
                .toList();
    }

    /** How the learning rate of an initializer is tuned on a task; empty if it is not. */
    public Optional<OtherRates.Tuning> tuningOf(String task, String initializer) {
        return learningRates.stream()
                .filter(rates -> rates.concern(task, initializer))
                .flatMap(rates -> Optional.ofNullable(rates.tuned()).stream())
                .findFirst();
    }

    /** Whether any learning rate is tuned: then a bundle tells how. */
    boolean tunes() {
        return learningRates.stream().anyMatch(rates -> rates.tuned() != null);
    }

    /** Whether the runs of a bundle of this study's version tell their learning rates. */
    boolean rated() {
        return schema >= RATED;
    }

    /** Whether a bundle of this study's version holds diagnostics. */
    boolean diagnosed() {
        return schema >= DIAGNOSED;
    }

    /**
     * What the study times beside the runs.
     *
     * @param epochStackSizes stack sizes at which an epoch of each task is timed
     * @param initializers initializers whose drawing is timed
     * @param costSweep whether the cost of dense networks by width, depth, batch and stack is timed; null for no
     */
    public record Timing(
            List<Integer> epochStackSizes,
            List<String> initializers,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Boolean costSweep) {
        public Timing {
            epochStackSizes = List.copyOf(epochStackSizes);
            initializers = List.copyOf(initializers);
        }

        /** Without the cost of dense networks. */
        public Timing(List<Integer> epochStackSizes, List<String> initializers) {
            this(epochStackSizes, initializers, null);
        }

        /** Whether the cost of dense networks is timed. */
        public boolean sweepsCost() {
            return Boolean.TRUE.equals(costSweep);
        }
    }
}
