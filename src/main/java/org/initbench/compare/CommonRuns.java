package org.initbench.compare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.initbench.run.Bundle;
import org.initbench.run.CurvePoint;
import org.initbench.run.RunRecord;

/**
 * The runs that two bundles share.
 *
 * @param byTask pairs by task, in the order of the first bundle; only tasks that share runs
 * @param onlyFirst runs that only the first bundle has
 * @param onlySecond runs that only the second has
 */
record CommonRuns(Map<String, List<RunPair>> byTask, int onlyFirst, int onlySecond) {

    static CommonRuns of(Bundle first, Bundle second) {
        Map<String, RunRecord> others = second.runs().stream().collect(Collectors.toMap(RunRecord::runId, run -> run));
        Map<String, List<CurvePoint>> firstCurves = curves(first);
        Map<String, List<CurvePoint>> secondCurves = curves(second);
        Map<String, List<RunPair>> byTask = new LinkedHashMap<>();
        int common = 0;
        for (RunRecord run : first.runs()) {
            RunRecord other = others.get(run.runId());
            if (other != null) {
                common++;
                byTask.computeIfAbsent(run.task(), task -> new ArrayList<>())
                        .add(new RunPair(
                                run,
                                other,
                                firstCurves.getOrDefault(run.runId(), List.of()),
                                secondCurves.getOrDefault(run.runId(), List.of())));
            }
        }
        return new CommonRuns(
                byTask, first.runs().size() - common, second.runs().size() - common);
    }

    private static Map<String, List<CurvePoint>> curves(Bundle bundle) {
        Map<String, List<CurvePoint>> curves = new HashMap<>();
        for (CurvePoint point : bundle.curves()) {
            curves.computeIfAbsent(point.runId(), run -> new ArrayList<>()).add(point);
        }
        return curves;
    }

    /** Whether two bundles have the same runs of a task. */
    boolean hasAllOf(String task, Bundle first, Bundle second) {
        int shared = byTask.getOrDefault(task, List.of()).size();
        return shared == count(first, task) && shared == count(second, task);
    }

    private static long count(Bundle bundle, String task) {
        return bundle.runs().stream().filter(run -> run.task().equals(task)).count();
    }

    /** All pairs, task by task. */
    List<RunPair> all() {
        return byTask.values().stream().flatMap(List::stream).toList();
    }

    int size() {
        return byTask.values().stream().mapToInt(List::size).sum();
    }

    /** The bundle with nothing but the common runs; itself if it has no others. */
    Bundle restrict(Bundle bundle) {
        Set<String> ids = byTask.values().stream()
                .flatMap(List::stream)
                .map(pair -> pair.first().runId())
                .collect(Collectors.toSet());
        if (ids.size() == bundle.runs().size()) {
            return bundle;
        }
        return new Bundle(
                bundle.folder(),
                bundle.study(),
                bundle.environment(),
                bundle.hypotheses(),
                bundle.runs().stream().filter(run -> ids.contains(run.runId())).toList(),
                bundle.crossings().stream()
                        .filter(crossing -> ids.contains(crossing.runId()))
                        .toList(),
                bundle.curves().stream()
                        .filter(point -> ids.contains(point.runId()))
                        .toList(),
                bundle.diagnostics().stream()
                        .filter(look -> ids.contains(look.runId()))
                        .toList(),
                bundle.tuning(),
                bundle.timings(),
                bundle.costs(),
                bundle.blocks(),
                bundle.complete(),
                bundle.failures(),
                bundle.damage());
    }
}
