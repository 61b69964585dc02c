package org.initbench.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.initbench.run.RunRecord;
import org.jspecify.annotations.Nullable;

/** How far weights travel, by the size of normal starts. */
final class WeightTravels {
    private WeightTravels() {}

    /** One a cell of normal weights from which a run converged, of the tasks with a hidden layer that are no controls. */
    static List<WeightTravel> of(List<TaskResult> results) {
        List<WeightTravel> all = new ArrayList<>();
        long comparisons =
                results.stream().filter(result -> learning(result).size() > 1).count();
        for (TaskResult result : results) {
            List<Cell> cells = learning(result);
            for (int i = 0; i < cells.size(); i++) {
                boolean smallest = i == 0 && cells.size() > 1;
                all.add(travel(
                        result,
                        cells.get(i),
                        smallest ? toLargest(cells.get(0), cells.get(cells.size() - 1), comparisons) : null));
            }
        }
        return List.copyOf(all);
    }

    /** Cells of normal weights from which a run learned, ascending; none of a control or without a hidden layer. */
    private static List<Cell> learning(TaskResult result) {
        return result.task().controlOf() != null || result.task().hiddenLayers() == 0
                ? List.of()
                : result.cells().stream()
                        .filter(cell -> cell.arm().initializer().equals(TaskAnswer.FAMILY))
                        .sorted(Comparator.comparingDouble(Cell::scale))
                        .filter(cell -> !arrived(cell).isEmpty())
                        .toList();
    }

    /** Each of the comparisons gets its share of the error (Bonferroni). */
    private static Estimate toLargest(Cell smallest, Cell largest, long comparisons) {
        Sample own = smallest.comparable();
        Limits limits = CostRatio.of(own, largest.comparable(), CostRatio.AT_BUDGET, Cost.TAIL / comparisons);
        return Estimates.estimate(
                limits, own.n(), List.of("simultaneous limits over " + Words.count((int) comparisons, "task")));
    }

    /** Runs that reached the threshold with weights that are finite at their end: a run trains on, and may diverge after it. */
    static List<RunRecord> arrived(Cell cell) {
        return cell.runs().stream()
                .filter(run -> run.epochs().isPresent() && Double.isFinite(run.distance()))
                .toList();
    }

    private static WeightTravel travel(TaskResult result, Cell cell, @Nullable Estimate toLargest) {
        List<RunRecord> converged = arrived(cell);
        return new WeightTravel(
                result.task().name(),
                cell.arm(),
                cell.runs().size(),
                median(converged, RunRecord::signsKept),
                median(converged, RunRecord::distance),
                median(converged, run -> run.distance() / run.initialNorm()),
                result.summary(cell).ertRatio(),
                toLargest);
    }

    private static Estimate median(List<RunRecord> runs, ToDoubleFunction<RunRecord> column) {
        double[] values = runs.stream().mapToDouble(column).toArray();
        int[] replicates = runs.stream().mapToInt(RunRecord::replicate).toArray();
        return OrderStatistics.estimate(new Sample(values, values, replicates, Double.POSITIVE_INFINITY, false), 0.5);
    }
}
