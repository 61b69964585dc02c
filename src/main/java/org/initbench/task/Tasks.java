package org.initbench.task;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.initbench.common.DataException;
import org.initbench.common.Suggestions;
import org.initbench.common.UsageException;

/** The register of tasks. Learning rates and budgets that are not part of a published definition come from calibration. */
public final class Tasks {

    private static final Map<String, Supplier<TaskBuilder>> REGISTER = register();

    private Tasks() {}

    /** Names of all tasks whose data come with initbench, in the order in which lists show them. */
    public static List<String> names() {
        return REGISTER.keySet().stream()
                .filter(name -> !OptionalTasks.NAMES.contains(name))
                .toList();
    }

    /** Names of the tasks on data that do not come with initbench. */
    public static List<String> optionalNames() {
        return OptionalTasks.NAMES;
    }

    /**
     * The task of that name, at its calibrated learning rate and budget; a control has those of the task that it controls.
     *
     * @throws UsageException if there is none; the message names the nearest known one
     * @throws DataException if its data are not installed; the message says where they belong
     */
    public static Task byName(String name) {
        Task task = uncalibrated(name);
        if (!Double.isNaN(task.learningRate())) {
            return task;
        }
        String calibrated = controlled(name).orElse(name);
        Calibration.Row row = Calibration.chosen(calibrated)
                .orElseThrow(() -> new UsageException("task '" + calibrated
                        + "' has no calibrated learning rate; make one with: calibrate " + calibrated));
        return task.with(row.learningRate(), row.budgetEpochs());
    }

    /**
     * The task that a study describes: that of its name, in the precision and under the budget that the study gives it.
     *
     * @throws UsageException if there is none
     * @throws DataException if its data are not installed
     */
    public static Task of(TaskDescription description) {
        Task task = byName(description.name()).in(Precision.of(description.precision()));
        return task.with(task.learningRate(), description.budgetEpochs());
    }

    /** Names of the tasks whose learning rate and budget come from calibration. */
    public static List<String> calibratedNames() {
        return names().stream()
                .filter(name -> controlled(name).isEmpty())
                .filter(name -> Double.isNaN(uncalibrated(name).learningRate()))
                .toList();
    }

    /**
     * The task that a one-unit control is to be laid beside; empty if the task is no control.
     *
     * @throws UsageException if there is no task of that name
     */
    public static Optional<String> controlled(String name) {
        return builder(name).control();
    }

    /**
     * The task of that name as calibration needs it: without a learning rate, under the provisional budget.
     *
     * @throws UsageException if there is none
     * @throws DataException if its data are not installed
     */
    public static Task uncalibrated(String name) {
        return builder(name).build();
    }

    /**
     * One sentence for people, whether the task's data are installed or not.
     *
     * @throws UsageException if there is no task of that name
     */
    public static String description(String name) {
        return builder(name).description();
    }

    private static TaskBuilder builder(String name) {
        Supplier<TaskBuilder> task = REGISTER.get(name);
        if (task == null) {
            throw new UsageException(Suggestions.unknown("task", name, REGISTER.keySet()));
        }
        return task.get();
    }

    private static Map<String, Supplier<TaskBuilder>> register() {
        Map<String, Supplier<TaskBuilder>> tasks = new LinkedHashMap<>();
        Stream.of(ClassicalTasks.all(), DigitsLadder.all(), DigitsOptimizers.all())
                .flatMap(List::stream)
                .forEach(task -> tasks.put(task.get().name(), task));
        OneUnitControls.all(Map.copyOf(tasks))
                .forEach(task -> tasks.put(task.get().name(), task));
        for (int i = 0; i < OptionalTasks.NAMES.size(); i++) {
            tasks.put(OptionalTasks.NAMES.get(i), OptionalTasks.all().get(i));
        }
        return tasks;
    }
}
