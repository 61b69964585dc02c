package org.initbench.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.initbench.analysis.DoseResponse.Point;
import org.initbench.analysis.DoseResponse.Price;
import org.initbench.init.ScaleKind;
import org.initbench.run.Cause;
import org.jspecify.annotations.Nullable;

/** How little randomness suffices: starts around a shared value, by the size of their random part. */
final class DoseResponses {
    private static final String AROUND = "constant-plus-";

    private DoseResponses() {}

    /** One an initializer that was run at two sizes of its random part or more, of the tasks with a hidden layer that are no controls. */
    static List<DoseResponse> of(List<TaskResult> results) {
        List<DoseResponse> all = new ArrayList<>();
        for (TaskResult result : results) {
            if (result.task().controlOf() == null && result.task().hiddenLayers() > 0) {
                Map<String, List<Cell>> rules = new LinkedHashMap<>();
                result.cells().stream()
                        .filter(cell -> cell.arm().scaleKind() == ScaleKind.STD && cell.scale() > 0 && isDose(cell))
                        .forEach(cell -> rules.computeIfAbsent(cell.arm().initializer(), k -> new ArrayList<>())
                                .add(cell));
                rules.forEach((name, cells) -> {
                    if (cells.size() > 1) {
                        all.add(response(result, name, sorted(cells)));
                    }
                });
            }
        }
        return List.copyOf(all);
    }

    private static boolean isDose(Cell cell) {
        String name = cell.arm().initializer();
        return name.equals(TaskAnswer.FAMILY) || name.startsWith(AROUND);
    }

    private static double centre(String name) {
        return name.startsWith(AROUND) ? Double.parseDouble(name.substring(name.lastIndexOf(':') + 1)) : 0;
    }

    private static List<Cell> sorted(List<Cell> cells) {
        return cells.stream().sorted(Comparator.comparingDouble(Cell::scale)).toList();
    }

    private static DoseResponse response(TaskResult result, String name, List<Cell> cells) {
        List<Point> points = cells.stream().map(cell -> point(result, cell)).toList();
        Double smallest = cells.stream()
                .filter(cell -> cell.headline().allConverged())
                .map(Cell::scale)
                .findFirst()
                .orElse(null);
        List<Cell> fitted = fitted(cells);
        double[] scales = fitted.stream().mapToDouble(Cell::scale).toArray();
        Price price = PriceOfSmallness.enough(scales) ? price(scales, fitted) : null;
        return new DoseResponse(
                result.task().name(),
                name,
                centre(name),
                points,
                smallest,
                Objects.equals(smallest, cells.get(0).scale()),
                price,
                price != null ? "" : undecided(fitted.size()));
    }

    private static String undecided(int scales) {
        return "undecided: from the best ε downwards every run converged at "
                + (scales == 0 ? "none" : scales) + " of those tried; a fit takes " + PriceOfSmallness.SCALES
                + " over " + Words.number(PriceOfSmallness.DECADES) + " powers of ten";
    }

    private static Point point(TaskResult result, Cell cell) {
        CellSummary summary = result.summary(cell);
        return new Point(
                cell.scale(),
                summary.n(),
                summary.converged(),
                summary.pConverge(),
                lost(cell),
                summary.median(),
                summary.ert());
    }

    /** Runs whose units started equal to the last bit. */
    private static int lost(Cell cell) {
        return (int) cell.runs().stream()
                .filter(run -> run.cause() == Cause.ROUNDING || run.cause() == Cause.SYMMETRIC)
                .count();
    }

    /** The scales at which all runs converged from different units, up to the one with the fewest epochs. */
    private static List<Cell> fitted(List<Cell> cells) {
        List<Cell> whole = cells.stream()
                .filter(cell -> cell.headline().allConverged() && lost(cell) == 0)
                .toList();
        double best = whole.stream()
                .min(Comparator.comparingDouble(
                        cell -> Cost.atBudget(cell.comparable()).expected().value()))
                .map(Cell::scale)
                .orElse(Double.NaN);
        return whole.stream().filter(cell -> cell.scale() <= best).toList();
    }

    private static @Nullable Price price(double[] scales, List<Cell> cells) {
        Set<Integer> shared =
                new TreeSet<>(replicates(cells.get(0).comparable()).keySet());
        cells.forEach(cell -> shared.retainAll(replicates(cell.comparable()).keySet()));
        double[][] epochs = shared.stream()
                .map(replicate -> cells.stream()
                        .mapToDouble(cell -> Objects.requireNonNull(
                                replicates(cell.comparable()).get(replicate)))
                        .toArray())
                .toArray(double[][]::new);
        return epochs.length == 0 ? null : PriceOfSmallness.fit(scales, epochs);
    }

    private static Map<Integer, Double> replicates(Sample sample) {
        Map<Integer, Double> times = new LinkedHashMap<>();
        for (int i = 0; i < sample.n(); i++) {
            times.put(sample.replicate(i), sample.time(i));
        }
        return times;
    }
}
