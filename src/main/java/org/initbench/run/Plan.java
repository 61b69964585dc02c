package org.initbench.run;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.initbench.init.ScaleKind;
import org.initbench.task.TaskDescription;

/** The runs that a study, or a share of it, asks for: every task with its arms, replicate by replicate. */
final class Plan {
    /**
     * A planned run.
     *
     * @param learningRate the rate of an arm at a factor of the task's; empty for others
     */
    record Place(
            String task,
            String initializer,
            ScaleKind scaleKind,
            OptionalDouble scale,
            RateKind rateKind,
            OptionalDouble learningRate,
            int replicate) {
        static Place of(RunRecord run) {
            boolean factor = run.rateKind() == RateKind.FACTOR;
            return new Place(
                    run.task(),
                    run.initializer(),
                    run.scaleKind(),
                    run.scale(),
                    run.rateKind(),
                    factor ? OptionalDouble.of(run.learningRate()) : OptionalDouble.empty(),
                    run.replicate());
        }

        /** In words. */
        String describe() {
            String rate = switch (rateKind) {
                case TASK -> "";
                case FACTOR -> ", learning rate " + learningRate.orElse(Double.NaN);
                case TUNED -> ", tuned learning rate";
            };
            return "task " + task + ", initializer " + initializer + ", " + scaleKind.label()
                    + (scale.isPresent() ? " " + scale.getAsDouble() : "") + rate + ", replicate " + replicate;
        }
    }

    private final ResolvedStudy study;
    private final Shard shard;
    private final Map<String, TaskDescription> tasks = new LinkedHashMap<>();
    private final Set<Place> places = new LinkedHashSet<>();
    private final Engine engine;

    Plan(ResolvedStudy study) {
        this(study, Shard.WHOLE);
    }

    Plan(ResolvedStudy study, Shard shard) {
        this.study = study;
        this.shard = shard;
        engine = study.trainedBy();
        for (int i = 0; i < study.tasks().size(); i++) {
            TaskDescription task = study.tasks().get(i);
            tasks.put(task.name(), task);
            for (ArmDescription arm : study.armsOf(task.name())) {
                addReplicates(i, arm);
            }
        }
    }

    private void addReplicates(int taskNumber, ArmDescription arm) {
        TaskDescription task = study.tasks().get(taskNumber);
        boolean once = arm.deterministic() && task.fullBatch();
        int replicates = once ? 1 : study.replicates();
        Double scale = arm.scale();
        OptionalDouble value = scale == null ? OptionalDouble.empty() : OptionalDouble.of(scale);
        RateRule rule = arm.learningRate();
        Double factor = rule == null ? null : rule.factor();
        OptionalDouble rate =
                factor == null ? OptionalDouble.empty() : OptionalDouble.of(RateRule.rate(task.learningRate(), factor));
        for (int replicate = 0; replicate < replicates; replicate++) {
            if (shard.has(study, taskNumber, replicate)) {
                places.add(new Place(
                        task.name(), arm.initializer(), arm.scaleKind(), value, arm.rateKind(), rate, replicate));
            }
        }
    }

    /** The study's tasks by name. */
    Map<String, TaskDescription> tasks() {
        return tasks;
    }

    /** What trains every run. */
    Engine engine() {
        return engine;
    }

    /** Every planned run, task by task, arm by arm, replicate by replicate. */
    Set<Place> places() {
        return places;
    }

    /** The planned runs that are not among these. */
    Set<Place> missing(List<RunRecord> runs) {
        Set<Place> left = new LinkedHashSet<>(places);
        runs.forEach(run -> left.remove(Place.of(run)));
        return left;
    }
}
