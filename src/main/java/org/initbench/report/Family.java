package org.initbench.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.initbench.analysis.CellSummary;
import org.initbench.analysis.ScaleResponse;
import org.initbench.analysis.ScaleResponse.BestSet;
import org.initbench.analysis.ScaleResponse.Range;
import org.initbench.analysis.TaskAnalysis;
import org.jspecify.annotations.Nullable;

/**
 * One initializer on one task, at all its scales.
 *
 * @param initializer its name
 * @param cells its cells, in plan order
 * @param response how it answers to its scale; null if it was run at one scale only
 * @param best its best cell; its only one if it was run at one scale; null if none may be called best
 * @param bestOfTask whether the task's best cell is one of its cells
 */
record Family(
        String initializer,
        List<CellSummary> cells,
        @Nullable ScaleResponse response,
        @Nullable CellSummary best,
        boolean bestOfTask) {

    /** The families of a task, in plan order. */
    static List<Family> of(TaskAnalysis task) {
        Map<String, List<CellSummary>> cells = new LinkedHashMap<>();
        for (CellSummary cell : task.cells()) {
            cells.computeIfAbsent(cell.initializer(), name -> new ArrayList<>()).add(cell);
        }
        List<Family> families = new ArrayList<>();
        cells.forEach((name, own) -> families.add(family(task, name, own)));
        return families;
    }

    private static Family family(TaskAnalysis task, String name, List<CellSummary> cells) {
        ScaleResponse response = response(task, name);
        CellSummary best = response == null
                ? (cells.size() == 1 ? cells.get(0) : null)
                : at(cells, response.byErt().best());
        boolean bestOfTask = task.best().stream().anyMatch(b -> b.initializer().equals(name));
        return new Family(name, List.copyOf(cells), response, best, bestOfTask);
    }

    private static @Nullable ScaleResponse response(TaskAnalysis task, String name) {
        for (ScaleResponse response : task.responses()) {
            if (response.initializer().equals(name)) {
                return response;
            }
        }
        return null;
    }

    private static @Nullable CellSummary at(List<CellSummary> cells, @Nullable Double scale) {
        for (CellSummary cell : cells) {
            if (scale != null && scale.equals(cell.scale())) {
                return cell;
            }
        }
        return null;
    }

    /** The best scale by ERT, with ≤ or ≥ at the edge of the grid; a dash if there is none. */
    String bestScale() {
        if (response == null) {
            return best == null ? Numbers.MISSING : Numbers.scale(best.scale());
        }
        return best(response.byErt());
    }

    /** The range of good scales; a dash if there is none. */
    String goodRange() {
        return response == null ? Numbers.MISSING : range(response.goodRange());
    }

    /** The best scale of a set, with ≤ or ≥ at the edge of the grid. */
    String best(BestSet set) {
        if (set.best() == null || response == null) {
            return Numbers.MISSING;
        }
        List<Double> scales = response.scales();
        boolean first = scales.indexOf(set.best()) == 0;
        boolean last = scales.indexOf(set.best()) == scales.size() - 1;
        return (first ? "≤ " : last ? "≥ " : "") + Numbers.scale(set.best());
    }

    /** The scales that may be the best, as a range with open ends where it reaches the edge of the grid. */
    static String set(BestSet set) {
        Double low = set.low();
        Double high = set.high();
        return low == null || high == null ? "" : range(new Range(low, high, set.openBelow(), set.openAbove()));
    }

    /** A range of scales: {@code 0.01–0.316}, {@code ≤ 0.316}, {@code ≥ 0.01}, or {@code all}. */
    static String range(@Nullable Range range) {
        if (range == null) {
            return Numbers.MISSING;
        }
        if (range.openBelow() && range.openAbove()) {
            return "all that were run";
        }
        String low = limit(range.low());
        String high = limit(range.high());
        if (range.openBelow()) {
            return "≤ " + high;
        }
        if (range.openAbove()) {
            return "≥ " + low;
        }
        boolean powers = low.contains("⁻") || high.contains("⁻");
        return low.equals(high) ? low : low + (powers ? " to " : "–") + high;
    }

    private static String limit(double scale) {
        return Numbers.scale(scale).startsWith("10") ? Numbers.scale(scale) : Numbers.of(scale, 2);
    }

    /** The same in powers of ten. */
    static String powers(@Nullable Range range) {
        if (range == null || !(range.low() > 0)) {
            return Numbers.MISSING;
        }
        String low = Numbers.power(range.low());
        String high = Numbers.power(range.high());
        if (range.openBelow() && range.openAbove()) {
            return "all that were run";
        }
        if (range.openBelow()) {
            return "≤ " + high;
        }
        if (range.openAbove()) {
            return "≥ " + low;
        }
        return low.equals(high) ? low : low + " to " + high;
    }
}
