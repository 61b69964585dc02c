package org.initbench.analysis;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.initbench.analysis.PairedTask.Adjusted;
import org.initbench.common.Streams;
import org.initbench.common.Suggestions;
import org.initbench.common.UsageException;
import org.initbench.hypothesis.Arm;
import org.initbench.run.ArmDescription;
import org.initbench.run.Bundle;
import org.initbench.task.TaskDescription;
import org.jspecify.annotations.Nullable;

/**
 * Any two starts of a study, compared on each task over the replicates that they share.
 *
 * <p>P-values are adjusted for the number of tasks, not for the number of pairs that someone looks at: who looks for a pair that
 * differs will find one. What is to be claimed is written down before the runs, as a hypothesis.
 *
 * @param study name of the study
 * @param first the first start
 * @param second the second start
 * @param margin ratio above 1 up to which a difference does not matter
 * @param tasks one comparison a task; the family within which p-values are adjusted
 * @param missing tasks of which one of the two has no runs
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PairedStarts(
        String study, Rule first, Rule second, double margin, List<PairedTask> tasks, List<String> missing) {

    /** Contrasts that one family may have: beyond, adjusted tests find hardly anything. */
    public static final int MOST_TASKS = 20;

    public PairedStarts {
        tasks = List.copyOf(tasks);
        missing = List.copyOf(missing);
    }

    /**
     * Compares two starts at the tasks' own learning rates.
     *
     * @param names the tasks; all of the study if empty
     * @param margin ratio above 1
     * @throws UsageException if the study has no such start or task, both starts are the same, no task has runs of both, or there
     *     are more than {@value #MOST_TASKS}
     */
    public static PairedStarts of(Bundle bundle, Arm first, Arm second, Collection<String> names, double margin) {
        if (!(margin > 1) || Double.isInfinite(margin)) {
            throw new UsageException("margin " + margin + " must be a ratio above 1, such as 1.25");
        }
        ArmDescription one = arm(bundle, first);
        ArmDescription other = arm(bundle, second);
        if (one.equals(other)) {
            throw new UsageException("'" + label(one) + "' is compared with itself; name another start");
        }
        List<String> missing = new ArrayList<>();
        Map<String, PairedComparison> compared = new LinkedHashMap<>();
        for (TaskDescription task : tasks(bundle, names)) {
            List<Cell> cells = Cell.of(bundle, task, List.of(one, other));
            if (cells.size() < 2) {
                missing.add(task.name());
            } else {
                compared.put(task.name(), compare(bundle, task, cells, margin));
            }
        }
        if (compared.isEmpty()) {
            throw new UsageException("no task has runs of both " + label(one) + " and " + label(other));
        }
        return new PairedStarts(
                bundle.study().name(), Rule.of(one), Rule.of(other), margin, adjusted(compared), missing);
    }

    private static PairedComparison compare(Bundle bundle, TaskDescription task, List<Cell> cells, double margin) {
        return PairedComparison.of(
                cells.get(0).comparable(),
                cells.get(1).comparable(),
                margin,
                Streams.of(
                        bundle.study().seed(),
                        "sign flips",
                        task.name(),
                        label(cells.get(0).arm()),
                        label(cells.get(1).arm())));
    }

    private static List<TaskDescription> tasks(Bundle bundle, Collection<String> names) {
        List<String> known =
                bundle.study().tasks().stream().map(TaskDescription::name).toList();
        for (String name : names) {
            if (!known.contains(name)) {
                throw new UsageException(Suggestions.unknown("task", name, known));
            }
        }
        List<TaskDescription> tasks = bundle.study().tasks().stream()
                .filter(task -> names.isEmpty() || names.contains(task.name()))
                .toList();
        if (tasks.size() > MOST_TASKS) {
            throw new UsageException("the study has " + tasks.size() + " tasks, and at most " + MOST_TASKS
                    + " are compared together; name some with --task");
        }
        return tasks;
    }

    private static ArmDescription arm(Bundle bundle, Arm wanted) {
        List<ArmDescription> arms = bundle.study().arms();
        return arms.stream()
                .filter(arm -> arm.is(wanted))
                .findFirst()
                .orElseThrow(() -> new UsageException(Suggestions.unknown(
                        "start",
                        label(wanted.initializer(), wanted.scale()),
                        arms.stream().map(PairedStarts::label).distinct().toList())));
    }

    private static String label(ArmDescription arm) {
        return label(arm.initializer(), arm.scale());
    }

    /** How a start is named on the command line: {@code normal=0.1}, {@code zero}. */
    private static String label(String initializer, @Nullable Double scale) {
        return scale == null ? initializer : initializer + "=" + scale;
    }

    private static List<PairedTask> adjusted(Map<String, PairedComparison> compared) {
        List<String> names = List.copyOf(compared.keySet());
        List<PairedComparison> all = List.copyOf(compared.values());
        List<Adjusted> time = adjusted(all, c -> c.time().value());
        List<Adjusted> convergence = adjusted(all, c -> c.convergence().value());
        List<Adjusted> equivalence = adjusted(all, PairedComparison::equivalence);
        return IntStream.range(0, all.size())
                .mapToObj(i ->
                        PairedTask.of(names.get(i), all.get(i), time.get(i), convergence.get(i), equivalence.get(i)))
                .toList();
    }

    private static List<Adjusted> adjusted(List<PairedComparison> compared, ToDoubleFunction<PairedComparison> p) {
        double[] values = compared.stream().mapToDouble(p).toArray();
        double[] adjusted = Holm.adjust(values);
        return IntStream.range(0, values.length)
                .mapToObj(i -> new Adjusted(values[i], adjusted[i]))
                .toList();
    }

    /** Number of tasks with that finding. */
    public int count(PairedTask.Finding finding) {
        return (int) tasks.stream().filter(task -> task.finding() == finding).count();
    }
}
