package org.initbench.run;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.initbench.init.ScaleKind;
import org.initbench.task.TaskDescription;

/** The runs that a study asks for: every task with its arms, replicate by replicate. */
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
    }

    private final Map<String, TaskDescription> tasks = new LinkedHashMap<>();
    private final Set<Place> places = new LinkedHashSet<>();
    private final Engine engine;

    Plan(ResolvedStudy study) {
        engine = study.trainedBy();
        for (TaskDescription task : study.tasks()) {
            tasks.put(task.name(), task);
            for (ArmDescription arm : study.armsOf(task.name())) {
                boolean once = arm.deterministic() && task.fullBatch();
                addReplicates(task, arm, once ? 1 : study.replicates());
            }
        }
    }

    private void addReplicates(TaskDescription task, ArmDescription arm, int replicates) {
        Double scale = arm.scale();
        OptionalDouble value = scale == null ? OptionalDouble.empty() : OptionalDouble.of(scale);
        RateRule rule = arm.learningRate();
        Double factor = rule == null ? null : rule.factor();
        OptionalDouble rate =
                factor == null ? OptionalDouble.empty() : OptionalDouble.of(RateRule.rate(task.learningRate(), factor));
        for (int replicate = 0; replicate < replicates; replicate++) {
            places.add(
                    new Place(task.name(), arm.initializer(), arm.scaleKind(), value, arm.rateKind(), rate, replicate));
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

    /** How many planned runs are not among these. */
    int missing(List<RunRecord> runs) {
        Set<Place> left = new LinkedHashSet<>(places);
        runs.forEach(run -> left.remove(Place.of(run)));
        return left.size();
    }
}
