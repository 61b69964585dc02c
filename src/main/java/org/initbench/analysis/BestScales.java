package org.initbench.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.initbench.analysis.ScaleResponse.BestSet;

/**
 * The best scale of one initializer on one task, as a set.
 *
 * <p>A scale leaves the set when a one-sided test shows it worse than the best; each of K scales gets the error probability
 * 0.05 / (K − 1) (Bonferroni), so that the truly best scale is in the set with probability 95 % whichever scale looks best.
 * Scales with fewer than 5 successes are never in it, unless the start is deterministic and the task full-batch: then one
 * success is all there can be.
 */
final class BestScales {
    private static final double ERROR = 0.05;

    /** Cells of one initializer, ascending by scale. */
    private final List<Cell> cells;

    private final double tail;
    private final double margin;

    BestScales(List<Cell> cells) {
        this(cells, 1, 1);
    }

    /**
     * One of several sets of which all are to hold together.
     *
     * @param cells cells of one initializer, ascending by scale
     * @param sets number of sets, which share the error probability
     * @param margin multiple of the best's cost up to which a scale is no different from the best, at least 1
     */
    BestScales(List<Cell> cells, int sets, double margin) {
        this.cells = List.copyOf(cells);
        this.tail = ERROR / sets / Math.max(1, cells.size() - 1);
        this.margin = margin;
    }

    /** By expected epochs until success. */
    BestSet byCost(CostRatio.Rule rule) {
        Comparator<Cell> cheapest =
                Comparator.comparingDouble(cell -> rule.cost(cell.comparable(), Cost.TAIL, Cost.TAIL, false)
                        .expected()
                        .value());
        return set(
                cheapest,
                (cell, best) -> CostRatio.of(cell.comparable(), best.comparable(), rule, tail)
                                .low()
                        > margin);
    }

    /** By probability of convergence, ties by median epochs; a scale is worse if an exact McNemar test shows it. */
    BestSet byProbability() {
        Comparator<Cell> safest = Comparator.comparingDouble((Cell cell) -> {
                    Sample sample = cell.headline();
                    return -(double) sample.successes() / sample.n();
                })
                .thenComparingDouble(
                        cell -> OrderStatistics.quantile(cell.comparable().sorted(), 0.5));
        return set(safest, (cell, best) -> lessSafe(cell, best));
    }

    private boolean lessSafe(Cell cell, Cell best) {
        Pairs pairs = Pairs.of(best.headline(), cell.headline());
        return Proportion.mcNemar(pairs.onlyFirst(), pairs.onlySecond()) <= tail;
    }

    @FunctionalInterface
    private interface Worse {
        boolean than(Cell cell, Cell best);
    }

    private BestSet set(Comparator<Cell> order, Worse worse) {
        List<Cell> candidates = cells.stream().filter(Cell::eligible).toList();
        if (candidates.isEmpty()) {
            return new BestSet(null, null, null, false, false, List.of());
        }
        Cell best = candidates.stream().min(order).orElseThrow();
        List<Double> members = new ArrayList<>();
        for (Cell cell : candidates) {
            if (cell.arm().equals(best.arm()) || !worse.than(cell, best)) {
                members.add(cell.scale());
            }
        }
        List<Double> scales = cells.stream().map(Cell::scale).toList();
        int first = scales.indexOf(members.get(0));
        int last = scales.indexOf(members.get(members.size() - 1));
        return new BestSet(
                best.scale(),
                midpoint(scales, first, -1),
                midpoint(scales, last, 1),
                first == 0,
                last == scales.size() - 1,
                members);
    }

    /** Half a grid step outwards on the log scale; the scale itself at the edge of the grid, where nothing was run beyond. */
    private static double midpoint(List<Double> scales, int index, int direction) {
        int neighbour = index + direction;
        double scale = scales.get(index);
        return neighbour < 0 || neighbour >= scales.size() ? scale : Math.sqrt(scale * scales.get(neighbour));
    }
}
