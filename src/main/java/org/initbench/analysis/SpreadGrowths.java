package org.initbench.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import org.initbench.analysis.Looks.Run;
import org.initbench.init.ScaleKind;
import org.initbench.run.Quantity;
import org.initbench.run.RunRecord;
import org.jspecify.annotations.Nullable;

/** How far and how fast the units of hidden layers move apart. */
final class SpreadGrowths {
    /** Multiple of the initial spread from which on it is said to have grown. */
    static final double GROWN = 1.25;

    private SpreadGrowths() {}

    /** A run's spread of one layer by epoch, from a spread above zero. */
    private record Seen(NavigableMap<Double, Double> spread, RunRecord record) {
        double start() {
            return spread.firstEntry().getValue();
        }

        double end() {
            return spread.lastEntry().getValue();
        }

        double factor() {
            return end() / start();
        }
    }

    /** One a cell with a standard deviation or gain and hidden layer that was looked into, of the tasks that are no controls. */
    static List<SpreadGrowth> of(List<TaskResult> results, Looks looks) {
        List<SpreadGrowth> all = new ArrayList<>();
        for (TaskResult result : results) {
            if (result.task().controlOf() == null) {
                for (Cell cell : result.cells()) {
                    if (cell.arm().scaleKind() == ScaleKind.STD || cell.arm().scaleKind() == ScaleKind.GAIN) {
                        for (int layer = 0; layer < result.task().layers().size() - 1; layer++) {
                            add(all, cell, layer, looks);
                        }
                    }
                }
            }
        }
        return List.copyOf(all);
    }

    private static void add(List<SpreadGrowth> all, Cell cell, int layer, Looks looks) {
        List<Seen> seen = new ArrayList<>();
        for (RunRecord record : cell.runs()) {
            Run run = looks.run(record);
            NavigableMap<Double, Double> spread = run.series(Quantity.SPREAD, layer);
            if (spread.size() > 1
                    && spread.firstEntry().getValue() > 0
                    && Double.isFinite(spread.lastEntry().getValue())) {
                seen.add(new Seen(spread, record));
            }
        }
        List<Seen> learned =
                seen.stream().filter(s -> s.record().epochs().isPresent()).toList();
        if (!seen.isEmpty()) {
            all.add(growth(cell, layer, learned.isEmpty() ? seen : learned));
        }
    }

    private static SpreadGrowth growth(Cell cell, int layer, List<Seen> seen) {
        double[] factors = seen.stream().mapToDouble(Seen::factor).toArray();
        double[] halves = seen.stream()
                .filter(s -> s.factor() >= GROWN)
                .mapToDouble(s -> halfway(s.spread()))
                .toArray();
        double[] reached = seen.stream()
                .filter(s -> s.record().epochs().isPresent())
                .mapToDouble(s -> at(s.spread(), s.record().epochs().getAsDouble()) / s.start())
                .toArray();
        return new SpreadGrowth(
                cell.task().name(),
                cell.arm(),
                layer,
                seen.size(),
                reached.length,
                OrderStatistics.median(seen.stream().mapToDouble(Seen::start).toArray()),
                OrderStatistics.median(seen.stream().mapToDouble(Seen::end).toArray()),
                OrderStatistics.median(factors),
                Arrays.stream(factors).min().orElseThrow(),
                Arrays.stream(factors).max().orElseThrow(),
                optional(reached),
                2 * halves.length > seen.size() ? optional(halves) : null,
                OrderStatistics.median(
                        seen.stream().mapToDouble(s -> s.spread().lastKey()).toArray()));
    }

    /** A spread at an epoch: its logarithm is linear between looks. */
    static double at(NavigableMap<Double, Double> spread, double epoch) {
        Map.Entry<Double, Double> before = spread.floorEntry(epoch);
        Map.Entry<Double, Double> after = spread.ceilingEntry(epoch);
        if (after == null || after.getKey().equals(before.getKey())) {
            return before.getValue();
        }
        double share = (epoch - before.getKey()) / (after.getKey() - before.getKey());
        return before.getValue() * Math.pow(after.getValue() / before.getValue(), share);
    }

    /**
     * The first epoch at which the logarithm of a spread, linear between looks, is half way from its first value to its last.
     *
     * @param spread spread by epoch, the first above 0
     */
    static double halfway(NavigableMap<Double, Double> spread) {
        double target = (Math.log(spread.firstEntry().getValue())
                        + Math.log(spread.lastEntry().getValue()))
                / 2;
        Map.Entry<Double, Double> before = spread.firstEntry();
        for (Map.Entry<Double, Double> look : spread.entrySet()) {
            double log = Math.log(look.getValue());
            if (log >= target) {
                double last = Math.log(before.getValue());
                return log == last
                        ? look.getKey()
                        : before.getKey() + (look.getKey() - before.getKey()) * (target - last) / (log - last);
            }
            before = look;
        }
        return spread.lastKey();
    }

    private static @Nullable Double optional(double[] values) {
        return values.length == 0 ? null : (Double) OrderStatistics.median(values);
    }
}
