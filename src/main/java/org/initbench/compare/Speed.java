package org.initbench.compare;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.math3.stat.descriptive.moment.Mean;
import org.apache.commons.math3.stat.descriptive.moment.StandardDeviation;
import org.apache.commons.statistics.distribution.TDistribution;
import org.initbench.run.Bundle;
import org.initbench.run.EpochTiming;
import org.initbench.run.ResolvedStudy;
import org.jspecify.annotations.Nullable;

/**
 * Which machine is faster: times of an epoch of the same tasks, in stacks of the same size or, of tasks that were not timed so in both
 * bundles, in the blocks of the study.
 *
 * @param ratios one a task and stack size that both bundles timed, in the order of the first; then one a task of which both timed
 *     blocks only
 * @param tasks number of tasks among them
 * @param mean geometric mean over the tasks, second over first, of each task the geometric mean over its stack sizes
 * @param low lower limit of the mean, 95 %, by Student's t over the logarithms of the tasks; of a single ratio its own; null
 *     where neither is known
 * @param high upper limit of the mean; null as above
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Speed(
        List<TimeRatio> ratios,
        int tasks,
        double mean,
        @Nullable Double low,
        @Nullable Double high) {

    private static final double TAIL = 0.025;

    public Speed {
        ratios = List.copyOf(ratios);
    }

    /**
     * The comparison of two bundles; null where nothing was timed alike in both.
     *
     * <p>The blocks of a task are compared if both bundles trained the same ones, with as many workers and in as many goes. The first
     * block of each go, in which the Java machine still compiles, is left out.
     *
     * @param common the runs that both have
     */
    static @Nullable Speed of(Bundle first, Bundle second, CommonRuns common) {
        List<TimeRatio> ratios = epochs(first.timings(), second.timings());
        Set<String> timed = ratios.stream().map(TimeRatio::task).collect(Collectors.toSet());
        if (sameBlocks(first.study(), second.study())) {
            Map<String, List<List<Double>>> others = goes(second);
            goes(first).forEach((task, own) -> {
                List<List<Double>> other = others.getOrDefault(task, List.of());
                if (!timed.contains(task) && sizes(own).equals(sizes(other)) && common.hasAllOf(task, first, second)) {
                    List<Double> warm = warm(own);
                    if (!warm.isEmpty()) {
                        ratios.add(TimeRatio.ofBlocks(task, warm, warm(other)));
                    }
                }
            });
        }
        return ratios.isEmpty() ? null : of(ratios);
    }

    private static boolean sameBlocks(ResolvedStudy first, ResolvedStudy second) {
        return first.workers() == second.workers()
                && first.stackReplicates() == second.stackReplicates()
                && Objects.equals(first.stackSize(), second.stackSize());
    }

    /** Times of blocks by task, in the order of the bundle; one list a go. */
    private static Map<String, List<List<Double>>> goes(Bundle bundle) {
        Map<String, List<List<Double>>> goes = new LinkedHashMap<>();
        bundle.blocks()
                .forEach(timing -> goes.computeIfAbsent(timing.task(), task -> new ArrayList<>())
                        .add(timing.microseconds()));
        return goes;
    }

    private static List<Integer> sizes(List<List<Double>> goes) {
        return goes.stream().map(List::size).toList();
    }

    private static List<Double> warm(List<List<Double>> goes) {
        return goes.stream().flatMap(go -> go.stream().skip(1)).toList();
    }

    private static List<TimeRatio> epochs(List<EpochTiming> first, List<EpochTiming> second) {
        List<TimeRatio> ratios = new ArrayList<>();
        for (EpochTiming a : first) {
            second.stream()
                    .filter(b -> b.task().equals(a.task()) && b.stackSize() == a.stackSize())
                    .filter(b -> a.microseconds() > 0 && b.microseconds() > 0)
                    .findFirst()
                    .ifPresent(b -> ratios.add(TimeRatio.of(a, b)));
        }
        return ratios;
    }

    private static Speed of(List<TimeRatio> ratios) {
        double[] logs = byTask(ratios).stream()
                .mapToDouble(own -> own.stream().mapToDouble(x -> x).average().orElseThrow())
                .toArray();
        double mean = new Mean().evaluate(logs);
        if (logs.length < 2) {
            boolean one = ratios.size() == 1;
            return new Speed(
                    ratios,
                    logs.length,
                    Math.exp(mean),
                    one ? ratios.get(0).low() : null,
                    one ? ratios.get(0).high() : null);
        }
        double half = new StandardDeviation().evaluate(logs)
                / Math.sqrt(logs.length)
                * TDistribution.of(logs.length - 1.0).inverseSurvivalProbability(TAIL);
        return new Speed(ratios, logs.length, Math.exp(mean), Math.exp(mean - half), Math.exp(mean + half));
    }

    private static Collection<List<Double>> byTask(List<TimeRatio> ratios) {
        Map<String, List<Double>> logs = new LinkedHashMap<>();
        ratios.forEach(ratio ->
                logs.computeIfAbsent(ratio.task(), task -> new ArrayList<>()).add(Math.log(ratio.ratio())));
        return logs.values();
    }

    /** Whether every time is the same in both. */
    boolean identical() {
        return ratios.stream().allMatch(ratio -> ratio.first() == ratio.second());
    }

    /** Whether one machine is shown to be faster over all tasks. */
    public boolean decided() {
        return low != null && high != null && (low > 1 || high < 1);
    }
}
