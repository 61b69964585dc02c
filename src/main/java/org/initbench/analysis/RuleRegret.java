package org.initbench.analysis;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The regret of one rule on every task.
 *
 * @param rule the rule
 * @param tasks its regret on each task on which it was run and regret can be taken
 * @param missing tasks of the study on which it was not run
 * @param worst the largest of its regrets; null if there is none
 * @param geometricMean geometric mean of its regrets; null if one is infinite or there is none
 * @param universality whether it is good on every task
 * @param profile its performance profile, ascending by ratio; empty if it succeeded on no task
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RuleRegret(
        Rule rule,
        List<TaskRegret> tasks,
        List<String> missing,
        @Nullable TaskRegret worst,
        @Nullable Double geometricMean,
        Universality universality,
        List<ProfilePoint> profile) {

    /**
     * A step of a performance profile (Dolan and Moré, Mathematical Programming 91, 2002).
     *
     * @param ratio a regret
     * @param share share of the tasks on which the rule's regret is at most that; a task on which it was not run counts as failed
     */
    public record ProfilePoint(double ratio, double share) {}

    public RuleRegret {
        tasks = List.copyOf(tasks);
        missing = List.copyOf(missing);
        profile = List.copyOf(profile);
    }

    /**
     * Sums up the regrets of a rule.
     *
     * @param missing tasks on which it was not run
     * @param all number of tasks on which regret is taken
     */
    static RuleRegret of(Rule rule, List<TaskRegret> tasks, List<String> missing, int all) {
        double mean = geometricMean(tasks);
        return new RuleRegret(
                rule,
                tasks,
                missing,
                worst(tasks).orElse(null),
                Double.isFinite(mean) ? (Double) mean : null,
                universality(tasks, missing),
                profile(tasks, all));
    }

    /** The largest regret, of infinite ones that with the largest lower limit. */
    static Optional<TaskRegret> worst(List<TaskRegret> tasks) {
        return tasks.stream().max(Comparator.comparingDouble(TaskRegret::size).thenComparingDouble(TaskRegret::low));
    }

    /** NaN if there is none. */
    static double geometricMean(List<TaskRegret> tasks) {
        return Math.exp(
                tasks.stream().mapToDouble(r -> Math.log(r.size())).average().orElse(Double.NaN));
    }

    private static Universality universality(List<TaskRegret> tasks, List<String> missing) {
        if (!missing.isEmpty() || tasks.isEmpty()) {
            return Universality.NOT_EVERYWHERE;
        }
        if (tasks.stream().anyMatch(r -> r.low() > CellSummaries.GOOD_LIMIT)) {
            return Universality.REFUTED;
        }
        return tasks.stream().allMatch(r -> r.high() <= CellSummaries.GOOD_LIMIT)
                ? Universality.SHOWN
                : Universality.OPEN;
    }

    private static List<ProfilePoint> profile(List<TaskRegret> tasks, int all) {
        double[] ratios = tasks.stream()
                .mapToDouble(TaskRegret::size)
                .filter(Double::isFinite)
                .sorted()
                .toArray();
        return IntStream.range(0, ratios.length)
                .filter(i -> i == ratios.length - 1 || ratios[i] < ratios[i + 1])
                .mapToObj(i -> new ProfilePoint(ratios[i], (i + 1.0) / all))
                .toList();
    }

    /** The regret on a task; empty if there is none. */
    Optional<TaskRegret> on(String task) {
        return tasks.stream().filter(r -> r.task().equals(task)).findFirst();
    }

    /** Its regrets without that on one task. */
    List<TaskRegret> without(String task) {
        return tasks.stream().filter(r -> !r.task().equals(task)).toList();
    }
}
