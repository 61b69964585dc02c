package org.initbench.analysis;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.initbench.run.Bundle;
import org.initbench.run.Crossing;
import org.initbench.run.Outcome;
import org.initbench.run.RunRecord;
import org.initbench.task.TaskDescription;
import org.jspecify.annotations.Nullable;

/**
 * Another way to say when a run has learned.
 *
 * @param name for people, such as {@code level 50%} or {@code B/4}
 * @param level the threshold level; tasks that have no such level keep their headline; null for the headline
 * @param divisor what the budget is divided by
 */
record Variation(String name, @Nullable String level, int divisor) {

    /** Every threshold level that is not the headline of all tasks that have it, and a half, a quarter and a tenth of the budget. */
    static List<Variation> of(Bundle bundle) {
        Stream<Variation> levels = bundle.study().tasks().stream()
                .flatMap(task -> task.levels().stream().filter(level -> !level.equals(task.headline())))
                .distinct()
                .map(level -> new Variation("level " + level, level, 1));
        Stream<Variation> budgets = Stream.of(2, 4, 10).map(divisor -> new Variation("B/" + divisor, null, divisor));
        return Stream.concat(levels, budgets).toList();
    }

    /** The runs of a bundle as if this had been the criterion: with other epochs, outcomes and budgets. */
    Bundle judged(Bundle bundle) {
        Map<String, Double> reached = bundle.crossings().stream()
                .filter(crossing -> crossing.level().equals(level))
                .collect(Collectors.toMap(Crossing::runId, Crossing::epoch, (a, b) -> a));
        Map<String, TaskDescription> tasks = new HashMap<>();
        bundle.study().tasks().forEach(task -> tasks.put(task.name(), task));
        List<RunRecord> runs = bundle.runs().stream()
                .map(run -> judged(run, tasks.get(run.task()), reached))
                .toList();
        return new Bundle(
                bundle.folder(),
                bundle.study(),
                bundle.environment(),
                bundle.hypotheses(),
                runs,
                bundle.crossings(),
                List.of(),
                bundle.diagnostics(),
                bundle.tuning(),
                List.of(),
                List.of(),
                bundle.complete());
    }

    private RunRecord judged(RunRecord run, @Nullable TaskDescription task, Map<String, Double> reached) {
        boolean other = task != null
                && level != null
                && !level.equals(task.headline())
                && task.levels().contains(level);
        Double crossing = reached.get(run.runId());
        double epochs = other
                ? crossing == null ? Double.POSITIVE_INFINITY : crossing
                : run.epochs().orElse(Double.POSITIVE_INFINITY);
        double budget = run.budget() / divisor;
        if (epochs <= budget) {
            return run.judged(Outcome.CONVERGED, OptionalDouble.of(epochs), budget);
        }
        boolean diverged = run.outcome() == Outcome.DIVERGED && run.epochsRun() <= budget;
        return run.judged(diverged ? Outcome.DIVERGED : Outcome.CENSORED, OptionalDouble.empty(), budget);
    }
}
