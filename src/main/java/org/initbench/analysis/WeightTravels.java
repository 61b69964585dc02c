package org.initbench.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.initbench.run.RunRecord;

/** How far weights travel, by the size of normal starts. */
final class WeightTravels {
    private WeightTravels() {}

    /** One a cell of normal weights from which a run converged, of the tasks with a hidden layer that are no controls. */
    static List<WeightTravel> of(List<TaskResult> results) {
        List<WeightTravel> all = new ArrayList<>();
        for (TaskResult result : results) {
            if (result.task().controlOf() == null && result.task().hiddenLayers() > 0) {
                result.cells().stream()
                        .filter(cell -> cell.arm().initializer().equals(TaskAnswer.FAMILY))
                        .sorted(Comparator.comparingDouble(Cell::scale))
                        .filter(cell -> !arrived(cell).isEmpty())
                        .forEach(cell -> all.add(travel(result, cell)));
            }
        }
        return List.copyOf(all);
    }

    /** Runs that reached the threshold with weights that are finite at their end: a run trains on, and may diverge after it. */
    static List<RunRecord> arrived(Cell cell) {
        return cell.runs().stream()
                .filter(run -> run.epochs().isPresent() && Double.isFinite(run.distance()))
                .toList();
    }

    private static WeightTravel travel(TaskResult result, Cell cell) {
        List<RunRecord> converged = arrived(cell);
        return new WeightTravel(
                result.task().name(),
                cell.arm(),
                cell.runs().size(),
                median(converged, RunRecord::signsKept),
                median(converged, RunRecord::distance),
                median(converged, run -> run.distance() / run.initialNorm()),
                result.summary(cell).ertRatio());
    }

    private static Estimate median(List<RunRecord> runs, ToDoubleFunction<RunRecord> column) {
        double[] values = runs.stream().mapToDouble(column).toArray();
        int[] replicates = runs.stream().mapToInt(RunRecord::replicate).toArray();
        return OrderStatistics.estimate(new Sample(values, values, replicates, Double.POSITIVE_INFINITY, false), 0.5);
    }
}
