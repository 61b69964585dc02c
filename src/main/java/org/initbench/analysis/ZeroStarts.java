package org.initbench.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.stream.Stream;
import org.initbench.analysis.Looks.Run;
import org.initbench.run.Outcome;
import org.initbench.run.Quantity;
import org.initbench.run.RunRecord;
import org.initbench.task.LayerDescription;
import org.initbench.task.MatrixDescription;
import org.jspecify.annotations.Nullable;

/** What stays at zero from zero. */
final class ZeroStarts {
    private ZeroStarts() {}

    /** One a task that was started from zero and is no control. */
    static List<ZeroStart> of(List<TaskResult> results, Looks looks) {
        return results.stream()
                .filter(result -> result.task().controlOf() == null)
                .flatMap(result -> result.cells().stream())
                .filter(cell -> cell.arm().initializer().equals("zero"))
                .map(cell -> start(cell, looks))
                .toList();
    }

    private static ZeroStart start(Cell cell, Looks looks) {
        List<Run> runs = looks.runs(cell);
        int weights = weights(cell.task().drawnMatrices());
        int[] stayed = cell.runs().stream()
                .mapToInt(run -> (int) Math.round(run.signsKept() * weights))
                .sorted()
                .toArray();
        return new ZeroStart(
                cell.task().name(),
                cell.task().hiddenLayers(),
                cell.runs().size(),
                cell.count(Outcome.CONVERGED),
                weights,
                stayed[0],
                stayed[stayed.length - 1],
                cell.runs().stream().mapToDouble(RunRecord::distance).max().orElse(0),
                EqualStartEnds.loss(cell, cell.runs()),
                runs.size(),
                layers(cell.task().layers(), runs));
    }

    private static List<ZeroStart.Layer> layers(List<LayerDescription> described, List<Run> runs) {
        List<ZeroStart.Layer> layers = new ArrayList<>();
        int number = 0;
        for (int layer = 0; layer < described.size(); layer++) {
            int weights = weights(described.get(layer).matrices().stream()
                    .filter(MatrixDescription::drawn)
                    .toList());
            number += weights > 0 ? 1 : 0;
            Double largest = largest(runs, Quantity.GRADIENT_NORM, layer);
            if (largest != null) {
                layers.add(new ZeroStart.Layer(
                        layer,
                        name(described, layer, weights > 0, number),
                        weights,
                        first(runs, layer),
                        largest,
                        largest(runs, Quantity.SPREAD, layer)));
            }
        }
        return layers;
    }

    private static String name(List<LayerDescription> described, int layer, boolean drawn, int number) {
        if (layer == described.size() - 1) {
            return "the output layer";
        }
        return drawn ? "hidden layer " + number : "the " + described.get(layer).kind() + " behind layer " + number;
    }

    private static int weights(List<MatrixDescription> matrices) {
        return matrices.stream()
                .mapToInt(matrix -> matrix.units() * matrix.inputs())
                .sum();
    }

    private static double first(List<Run> runs, int layer) {
        return runs.stream()
                .map(run -> run.series(Quantity.GRADIENT_NORM, layer))
                .filter(series -> !series.isEmpty())
                .mapToDouble(series -> series.firstEntry().getValue())
                .max()
                .orElse(0);
    }

    private static @Nullable Double largest(List<Run> runs, Quantity quantity, int layer) {
        Stream<NavigableMap<Double, Double>> all = runs.stream().map(run -> run.series(quantity, layer));
        return all.flatMap(series -> series.values().stream())
                .max(Double::compare)
                .orElse(null);
    }
}
