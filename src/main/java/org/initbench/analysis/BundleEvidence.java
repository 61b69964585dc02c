package org.initbench.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.initbench.hypothesis.Arm;
import org.initbench.hypothesis.Hypotheses;
import org.initbench.hypothesis.Measure;
import org.initbench.run.Bundle;
import org.initbench.run.Quantity;
import org.initbench.run.RateKind;
import org.initbench.run.RunRecord;
import org.initbench.task.TaskDescription;
import org.jspecify.annotations.Nullable;

/** What a bundle holds of the arms that hypotheses name; each cell is turned into a sample once. */
final class BundleEvidence implements Evidence {
    private final Map<String, List<Held>> cells = new LinkedHashMap<>();
    private final Bundle bundle;
    private @Nullable Looks looks;

    /** A cell, and its runs as a start. */
    private record Held(Cell cell, Start start) {
        boolean is(Arm arm) {
            return cell.arm().is(arm);
        }
    }

    BundleEvidence(Bundle bundle) {
        this.bundle = bundle;
        for (TaskDescription task : bundle.study().tasks()) {
            cells.put(
                    task.name(),
                    Cell.of(bundle, task, bundle.study().armsOf(task.name())).stream()
                            .map(cell -> new Held(cell, Start.of(cell)))
                            .toList());
        }
    }

    @Override
    public String bundle() {
        return Objects.toString(bundle.folder().getFileName(), "");
    }

    @Override
    public Hypotheses hypotheses() {
        return bundle.hypotheses();
    }

    @Override
    public Optional<Start> start(String task, Arm arm) {
        return held(task, arm).map(Held::start);
    }

    private Optional<Held> held(String task, Arm arm) {
        return cells.getOrDefault(task, List.of()).stream()
                .filter(held -> held.is(arm))
                .findFirst();
    }

    @Override
    public List<Start> others(String task, Arm arm, @Nullable String initializer) {
        return cells.getOrDefault(task, List.of()).stream()
                .filter(held -> held.cell().arm().rateKind() == RateKind.TASK && !held.is(arm))
                .filter(held ->
                        initializer == null || held.cell().arm().initializer().equals(initializer))
                .map(Held::start)
                .toList();
    }

    @Override
    public Optional<Effect> within(String task, Arm arm, Measure measure, double tail) {
        return held(task, arm)
                .map(Held::cell)
                .flatMap(cell -> measure == Measure.SPREAD ? spread(cell, tail) : Optional.of(nearness(cell, tail)));
    }

    /** Empty if no run of the cell was looked into. */
    private Optional<Effect> spread(Cell cell, double tail) {
        List<Looks.Run> seen = looks().runs(cell).stream()
                .filter(run -> run.has(Quantity.SPREAD))
                .toList();
        if (seen.isEmpty()) {
            return Optional.empty();
        }
        List<Looks.Run> often =
                seen.stream().filter(run -> isSeenTwice(cell, run)).toList();
        double[] growths = often.stream()
                .flatMapToDouble(run -> growth(cell, run).stream())
                .toArray();
        return Optional.of(
                growths.length < 2 && often.size() > 1
                        ? Effect.unknown(0, Double.POSITIVE_INFINITY, growths.length, Remark.NO_DISTANCE)
                        : Within.growth(growths, tail));
    }

    private Looks looks() {
        Looks known = looks == null ? new Looks(bundle.diagnostics()) : looks;
        looks = known;
        return known;
    }

    private static boolean isSeenTwice(Cell cell, Looks.Run run) {
        return hidden(cell, run).stream().anyMatch(series -> series.size() > 1);
    }

    /** The distances of each hidden layer by epoch. */
    private static List<NavigableMap<Double, Double>> hidden(Cell cell, Looks.Run run) {
        List<NavigableMap<Double, Double>> layers = new ArrayList<>();
        for (int layer = 0; layer < cell.task().layers().size() - 1; layer++) {
            layers.add(run.series(Quantity.SPREAD, layer));
        }
        return layers;
    }

    /** The mean over layers of the logarithm of the growth of a run; empty if none grew from a distance to a distance. */
    private static OptionalDouble growth(Cell cell, Looks.Run run) {
        return hidden(cell, run).stream()
                .filter(series -> series.size() > 1)
                .mapToDouble(series -> Math.log(
                        series.lastEntry().getValue() / series.firstEntry().getValue()))
                .filter(Double::isFinite)
                .average();
    }

    private static Effect nearness(Cell cell, double tail) {
        List<RunRecord> runs = WeightTravels.arrived(cell);
        return Within.nearness(
                runs.stream().mapToDouble(run -> run.epochs().orElseThrow()).toArray(),
                runs.stream().mapToDouble(RunRecord::initialLoss).toArray(),
                cell.runs().size(),
                tail);
    }
}
