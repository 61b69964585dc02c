package org.initbench.study;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.initbench.common.MachineException;
import org.initbench.run.ArmDescription;
import org.initbench.run.Engine;
import org.initbench.run.RateKind;
import org.initbench.run.RateRule;
import org.initbench.run.ResolvedStudy;
import org.initbench.task.Task;
import org.initbench.training.MachineLimits;
import org.initbench.training.Stack;
import org.initbench.training.StackSize;

/**
 * How the models of a task's blocks are cut into stacks.
 *
 * @param largest most models of a stack
 * @param workers stacks trained at the same time
 */
record StackPlan(int largest, int workers) {

    private static final double MEBIBYTE = 1 << 20;

    /**
     * The plan: the study's stack size, or the program's choice for the task and machine; less where memory does not hold a
     * stack of that size for each worker. The reference engine trains one model at a time, in the heap.
     *
     * @throws MachineException if memory does not hold one model for each worker
     */
    static StackPlan of(ResolvedStudy study, Task task, List<ArmDescription> arms, MachineLimits machine) {
        if (study.trainedBy() == Engine.REFERENCE) {
            return new StackPlan(1, study.workers());
        }
        Integer asked = study.stackSize();
        int wanted = asked == null ? StackSize.best(task, machine.cacheBytes()) : asked;
        return of(task, wanted, modelsPerReplicate(arms), study.workers(), machine);
    }

    /**
     * The plan: stacks of a given size, or less where memory does not hold one of that size for each worker.
     *
     * @param wanted most models of a stack, at least 1
     * @param modelsPerReplicate models of a stack that share mini-batches, at least 1
     * @param workers stacks trained at the same time, at least 1
     * @throws MachineException if memory does not hold one model for each worker
     */
    static StackPlan of(Task task, int wanted, int modelsPerReplicate, int workers, MachineLimits machine) {
        long each = machine.memoryBytes() / workers;
        int size = StackSize.fitting(task, wanted, modelsPerReplicate, each);
        if (size == 0) {
            throw new MachineException(String.format(
                    Locale.ROOT,
                    "task '%s' needs %.1f MiB of native memory for each of %d workers, even with one model at a time,"
                            + " and there are %.1f; lower workers, or give the program more memory",
                    task.name(),
                    Stack.bytes(task, 1, 1) / MEBIBYTE,
                    workers,
                    Math.max(0, each) / MEBIBYTE));
        }
        return new StackPlan(size, workers);
    }

    /** Models of a stack that share mini-batches, at least: random arms of one learning rate; a tuned one may have its own. */
    private static int modelsPerReplicate(List<ArmDescription> arms) {
        Map<Optional<RateRule>, Integer> random = new HashMap<>();
        for (ArmDescription arm : arms) {
            random.merge(Optional.ofNullable(arm.learningRate()), arm.deterministic() ? 0 : 1, Integer::sum);
        }
        boolean tuned = arms.stream().anyMatch(arm -> arm.rateKind() == RateKind.TUNED);
        int fewest = random.values().stream().mapToInt(Integer::intValue).min().orElse(1);
        return tuned ? 1 : Math.max(1, fewest);
    }

    /** Cuts models into stacks, those of each group (a stack has one learning rate) by themselves. */
    <T, G> List<List<T>> cut(List<T> models, Function<T, G> group) {
        Map<G, List<T>> groups = new LinkedHashMap<>();
        models.forEach(model -> groups.computeIfAbsent(group.apply(model), g -> new ArrayList<>())
                .add(model));
        return groups.values().stream().flatMap(own -> cut(own).stream()).toList();
    }

    /**
     * Cuts models into runs of nearly equal length, none above the largest size, and as many for each worker where they are
     * more than one a worker.
     */
    <T> List<List<T>> cut(List<T> models) {
        int fewest = (models.size() + largest - 1) / largest;
        int rounds = (fewest + workers - 1) / workers;
        int count = Math.min(models.size(), rounds * workers);
        List<List<T>> stacks = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int from = (int) ((long) models.size() * i / count);
            int to = (int) ((long) models.size() * (i + 1) / count);
            stacks.add(List.copyOf(models.subList(from, to)));
        }
        return stacks;
    }
}
