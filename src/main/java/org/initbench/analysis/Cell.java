package org.initbench.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.initbench.init.ScaleKind;
import org.initbench.run.ArmDescription;
import org.initbench.run.Bundle;
import org.initbench.run.Crossing;
import org.initbench.run.Outcome;
import org.initbench.run.RateKind;
import org.initbench.run.RateRule;
import org.initbench.run.RunRecord;
import org.initbench.task.TaskDescription;
import org.jspecify.annotations.Nullable;

/** The runs of one cell and what they are compared by. */
final class Cell {

    /** Successes that a cell needs before it may be called best. */
    static final int ENOUGH = 5;

    private final TaskDescription task;
    private final ArmDescription arm;
    private final List<RunRecord> runs;

    /** Epoch of the first crossing, by run identity and level. */
    private final Map<String, Map<String, Double>> crossings;

    private final Sample headline;
    private final Sample comparable;

    /** What runs of a cell share; of a tuned rate the rule, of a factor the rate as well. */
    private record Key(
            String initializer,
            ScaleKind kind,
            @Nullable Double scale,
            RateKind rateKind,
            @Nullable Double rate) {

        static Key of(RunRecord run) {
            return new Key(
                    run.initializer(),
                    run.scaleKind(),
                    run.scale().isPresent() ? (Double) run.scale().getAsDouble() : null,
                    run.rateKind(),
                    run.rateKind() == RateKind.FACTOR ? (Double) run.learningRate() : null);
        }

        static Key of(ArmDescription arm, TaskDescription task) {
            RateRule rule = arm.learningRate();
            Double factor = rule == null ? null : rule.factor();
            return new Key(
                    arm.initializer(),
                    arm.scaleKind(),
                    arm.scale(),
                    arm.rateKind(),
                    factor == null ? null : (Double) RateRule.rate(task.learningRate(), factor));
        }
    }

    /**
     * A cell.
     *
     * @param runs its runs, at least one
     * @param evaluation epochs between two evaluations of the task
     */
    private Cell(
            TaskDescription task,
            ArmDescription arm,
            List<RunRecord> runs,
            Map<String, Map<String, Double>> crossings,
            double evaluation) {
        this.task = task;
        this.arm = arm;
        this.runs = List.copyOf(runs);
        this.crossings = crossings;
        List<RunRecord> distinct = distinct();
        headline = sample(distinct, RunRecord::epochs);
        comparable = headline.atLeast(evaluation);
    }

    /** The cells of a task at its own learning rate that have runs, in plan order. */
    static List<Cell> of(Bundle bundle, TaskDescription task) {
        return of(bundle, task, bundle.study().arms());
    }

    /** The cells of arms of a task that have runs, in the order of the arms. */
    static List<Cell> of(Bundle bundle, TaskDescription task, List<ArmDescription> arms) {
        Set<Key> wanted = arms.stream().map(arm -> Key.of(arm, task)).collect(Collectors.toSet());
        Map<Key, List<RunRecord>> runs = new HashMap<>();
        Map<String, Map<String, Double>> crossings = new HashMap<>();
        for (RunRecord run : bundle.runs()) {
            Key key = run.task().equals(task.name()) ? Key.of(run) : null;
            if (key != null && wanted.contains(key)) {
                runs.computeIfAbsent(key, k -> new ArrayList<>()).add(run);
                crossings.put(run.runId(), new HashMap<>());
            }
        }
        for (Crossing crossing : bundle.crossings()) {
            Map<String, Double> levels = crossings.get(crossing.runId());
            if (levels != null) {
                levels.put(crossing.level(), crossing.epoch());
            }
        }
        double evaluation = evaluationInterval(task, crossings);
        List<Cell> cells = new ArrayList<>();
        for (ArmDescription arm : arms) {
            List<RunRecord> own = runs.get(Key.of(arm, task));
            if (own != null) {
                cells.add(new Cell(task, arm, own, crossings, evaluation));
            }
        }
        return cells;
    }

    /** Epochs between two evaluations: the largest step of which every crossing is a multiple, one update at least. */
    private static double evaluationInterval(TaskDescription task, Map<String, Map<String, Double>> crossings) {
        long step = crossings.values().stream()
                .flatMap(levels -> levels.values().stream())
                .mapToLong(epoch -> Math.round(epoch * task.updatesPerEpoch()))
                .reduce(0, Cell::greatestCommonDivisor);
        return Math.max(1, step) / (double) task.updatesPerEpoch();
    }

    private static long greatestCommonDivisor(long a, long b) {
        return b == 0 ? a : greatestCommonDivisor(b, a % b);
    }

    TaskDescription task() {
        return task;
    }

    /** The initializer at its scale. */
    ArmDescription arm() {
        return arm;
    }

    /** Its runs, at least one, in plan order. */
    List<RunRecord> runs() {
        return runs;
    }

    /** Whether the cell has one possible result: a deterministic start on a full-batch task. */
    boolean exact() {
        return arm.deterministic() && task.fullBatch();
    }

    /** Whether a run reached a level of the task. */
    boolean reached(RunRecord run, String level) {
        return crossings.getOrDefault(run.runId(), Map.of()).containsKey(level);
    }

    /** Epochs to the headline level. */
    Sample headline() {
        return headline;
    }

    /** Epochs to a level of the task. */
    Sample level(String level) {
        if (level.equals(task.headline())) {
            return headline;
        }
        return sample(distinct(), run -> {
            Double epoch = crossings.getOrDefault(run.runId(), Map.of()).get(level);
            return epoch == null ? OptionalDouble.empty() : OptionalDouble.of(epoch);
        });
    }

    /** Epochs to the headline level for ratios: a start that meets it counts as one evaluation. */
    Sample comparable() {
        return comparable;
    }

    /** The runs that can differ. */
    private List<RunRecord> distinct() {
        return exact() ? runs.subList(0, 1) : runs;
    }

    private Sample sample(List<RunRecord> used, Function<RunRecord, OptionalDouble> epochs) {
        int n = used.size();
        double budget = used.get(0).budget();
        double[] times = new double[n];
        double[] spent = new double[n];
        int[] replicates = new int[n];
        for (int i = 0; i < n; i++) {
            RunRecord run = used.get(i);
            times[i] = epochs.apply(run).orElse(Double.POSITIVE_INFINITY);
            spent[i] = run.outcome() == Outcome.DIVERGED ? Math.min(run.epochsRun(), budget) : budget;
            replicates[i] = run.replicate();
        }
        return new Sample(times, spent, replicates, budget, exact());
    }

    int count(Outcome outcome) {
        return (int) runs.stream().filter(run -> run.outcome() == outcome).count();
    }

    /** Runs that met the criterion before the first update. */
    int atStart() {
        return (int) runs.stream()
                .filter(run -> run.epochs().isPresent() && run.epochs().getAsDouble() == 0)
                .count();
    }

    /**
     * Whether the cell may be called best: 5 successes, or one where one result is all there is.
     *
     * <p>A deterministic start on a full-batch task needs no repetition: what it did once it does always.
     */
    boolean eligible() {
        return headline.successes() >= (exact() ? 1 : ENOUGH);
    }

    /** The scale; NaN where the rule takes none. */
    double scale() {
        Double scale = arm.scale();
        return scale == null ? Double.NaN : scale;
    }
}
