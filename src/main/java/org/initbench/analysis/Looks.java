package org.initbench.analysis;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.initbench.run.Diagnostic;
import org.initbench.run.Quantity;
import org.initbench.run.RunRecord;

/** Diagnostics of a bundle, found by run, quantity and layer. */
final class Looks {

    private record Key(Quantity quantity, int layer) {}

    private static final Run NOTHING = new Run(List.of());

    private final Map<String, List<Diagnostic>> byRun;
    private final Map<String, Run> runs = new ConcurrentHashMap<>();

    Looks(List<Diagnostic> diagnostics) {
        byRun = ByRun.of(diagnostics, Diagnostic::runId);
    }

    /** The runs of a cell of which anything is known. */
    List<Run> runs(Cell cell) {
        return cell.runs().stream().map(this::run).filter(run -> !run.isEmpty()).toList();
    }

    /** What is known of a run. */
    Run run(RunRecord record) {
        List<Diagnostic> own = byRun.get(record.runId());
        return own == null ? NOTHING : runs.computeIfAbsent(record.runId(), id -> new Run(own));
    }

    /** What is known of one run. */
    static final class Run {
        private final Map<Key, NavigableMap<Double, Double>> series = new HashMap<>();

        Run(List<Diagnostic> own) {
            for (Diagnostic d : own) {
                series.computeIfAbsent(new Key(d.quantity(), d.layer()), k -> new TreeMap<>())
                        .put(d.epoch(), d.value());
            }
        }

        boolean isEmpty() {
            return series.isEmpty();
        }

        /** A quantity of a layer by epoch; empty if it was not looked at. */
        NavigableMap<Double, Double> series(Quantity quantity, int layer) {
            return series.getOrDefault(new Key(quantity, layer), new TreeMap<>());
        }

        /** Whether a quantity was recorded of any layer. */
        boolean has(Quantity quantity) {
            return series.keySet().stream().anyMatch(key -> key.quantity == quantity);
        }

        /** The first epoch at which a quantity was recorded of any layer. */
        OptionalDouble first(Quantity quantity) {
            return series.entrySet().stream()
                    .filter(entry -> entry.getKey().quantity == quantity)
                    .mapToDouble(entry -> entry.getValue().firstKey())
                    .min();
        }
    }

    /** All epochs at which runs were looked at. */
    static List<Double> epochs(List<Run> runs, Quantity quantity, int layer) {
        TreeSet<Double> epochs = new TreeSet<>();
        runs.forEach(run -> epochs.addAll(run.series(quantity, layer).keySet()));
        return List.copyOf(epochs);
    }

    /** The median over runs of a quantity at an epoch, or at the last look before; NaN where no run has it. */
    static double median(List<Run> runs, Quantity quantity, int layer, double epoch) {
        return OrderStatistics.median(runs.stream()
                .map(run -> run.series(quantity, layer).floorEntry(epoch))
                .filter(Objects::nonNull)
                .mapToDouble(Map.Entry::getValue)
                .toArray());
    }
}
