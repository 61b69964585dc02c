package org.initbench.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.initbench.analysis.ScaleResponse.BestSet;
import org.initbench.hypothesis.ShippedHypotheses;
import org.initbench.init.ScaleKind;
import org.initbench.run.Bundle;
import org.initbench.task.TaskDescription;

/**
 * What a study finds and another run of it should find again: the best scales and the verdicts on claims. A small part of an
 * {@link Analysis}, at a small part of its cost.
 *
 * @param best one set of best scales a task and initializer that was run at two scales or more, at the task's own learning rate
 * @param verdicts one a claim of which anything was measured
 */
public record KeyFindings(List<BestScale> best, List<ClaimVerdict> verdicts) {

    public KeyFindings {
        best = List.copyOf(best);
        verdicts = List.copyOf(verdicts);
    }

    /**
     * The best scales of an initializer on a task, by expected epochs until success.
     *
     * @param task name of the task
     * @param initializer name of the initializer
     * @param scaleKind what the scales mean
     * @param scales the scales that were run, ascending
     * @param set the best ones; all sets of the findings that are compared hold the truly best scale together with 95 %
     */
    public record BestScale(String task, String initializer, ScaleKind scaleKind, List<Double> scales, BestSet set) {
        public BestScale {
            scales = List.copyOf(scales);
        }
    }

    /**
     * The findings of one of several bundles of a study.
     *
     * @param bundles number of bundles that are compared: the sets of best scales of all of them share one error probability
     */
    public static KeyFindings of(Bundle bundle, int bundles) {
        List<List<Cell>> families = bundle.study().tasks().stream()
                .flatMap(task -> families(bundle, task).stream())
                .toList();
        int sets = Math.max(1, families.size() * bundles);
        return new KeyFindings(
                families.stream().map(cells -> best(cells, sets)).toList(),
                ClaimVerdict.of(List.of(bundle), ShippedHypotheses.all()).stream()
                        .filter(ClaimVerdict::isMeasured)
                        .toList());
    }

    /** The cells of each initializer of a task that was run at two positive scales or more, ascending by scale. */
    private static List<List<Cell>> families(Bundle bundle, TaskDescription task) {
        Map<String, List<Cell>> families = new LinkedHashMap<>();
        for (Cell cell : Cell.of(bundle, task)) {
            if (cell.scale() > 0) {
                families.computeIfAbsent(cell.arm().initializer(), name -> new ArrayList<>())
                        .add(cell);
            }
        }
        return families.values().stream()
                .filter(cells -> cells.size() > 1)
                .map(cells -> cells.stream()
                        .sorted(Comparator.comparingDouble(Cell::scale))
                        .toList())
                .toList();
    }

    private static BestScale best(List<Cell> cells, int sets) {
        Cell first = cells.get(0);
        return new BestScale(
                first.task().name(),
                first.arm().initializer(),
                first.arm().scaleKind(),
                cells.stream().map(Cell::scale).toList(),
                new BestScales(cells, sets, 1).byCost(CostRatio.AT_BUDGET));
    }
}
