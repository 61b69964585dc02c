package org.initbench.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import org.apache.commons.math3.stat.descriptive.moment.Mean;
import org.apache.commons.math3.stat.descriptive.moment.StandardDeviation;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;
import org.initbench.hypothesis.Arm;
import org.initbench.hypothesis.Hypotheses;
import org.initbench.hypothesis.Measure;
import org.initbench.run.Bundle;
import org.initbench.run.Quantity;
import org.initbench.run.RateKind;
import org.initbench.run.RunRecord;
import org.initbench.task.TaskDescription;
import org.jspecify.annotations.Nullable;

/** What a bundle holds of the arms that hypotheses name. */
final class BundleEvidence implements Evidence {
    private final Map<String, List<Held>> cells = new LinkedHashMap<>();
    private final Looks looks;
    private final Bundle bundle;

    /** A cell and its runs as a start. */
    private record Held(Cell cell, Start start) {
        boolean is(Arm arm) {
            return cell.arm().is(arm);
        }
    }

    BundleEvidence(Bundle bundle) {
        for (TaskDescription task : bundle.study().tasks()) {
            cells.put(
                    task.name(),
                    Cell.of(bundle, task, bundle.study().armsOf(task.name())).stream()
                            .map(cell -> new Held(cell, Start.of(cell)))
                            .toList());
        }
        this.bundle = bundle;
        looks = new Looks(bundle.diagnostics());
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
                .flatMap(cell -> measure == Measure.SPREAD ? spread(cell, tail) : nearness(cell, tail));
    }

    /** The mean over replicates of the logarithm of the growth, which is the mean over layers; Student's t. */
    private Optional<Effect> spread(Cell cell, double tail) {
        double[] growths = cell.runs().stream()
                .map(run -> growth(cell, looks.run(run)))
                .flatMap(Optional::stream)
                .mapToDouble(Double::doubleValue)
                .toArray();
        int n = growths.length;
        if (n < 2) {
            return Optional.empty();
        }
        double mean = new Mean().evaluate(growths);
        double half = TDistribution.of(n - 1.0).inverseSurvivalProbability(tail)
                * new StandardDeviation().evaluate(growths)
                / Math.sqrt(n);
        return Optional.of(new Effect(new Limits(mean, mean - half, mean + half).exp(), n, false));
    }

    private static Optional<Double> growth(Cell cell, Looks.Run seen) {
        List<Double> layers = new ArrayList<>();
        for (int layer = 0; layer < cell.task().layers().size() - 1; layer++) {
            NavigableMap<Double, Double> spread = seen.series(Quantity.SPREAD, layer);
            if (spread.size() > 1) {
                double factor =
                        spread.lastEntry().getValue() / spread.firstEntry().getValue();
                if (factor > 0 && Double.isFinite(factor)) {
                    layers.add(Math.log(factor));
                }
            }
        }
        return layers.isEmpty()
                ? Optional.empty()
                : Optional.of(layers.stream()
                        .mapToDouble(Double::doubleValue)
                        .average()
                        .orElseThrow());
    }

    /** Spearman's correlation of initial loss and epochs of the runs that converged; the interval as in {@link Nearness}. */
    private static Optional<Effect> nearness(Cell cell, double tail) {
        List<RunRecord> runs = WeightTravels.arrived(cell);
        double[] loss = runs.stream().mapToDouble(RunRecord::initialLoss).toArray();
        double[] epochs =
                runs.stream().mapToDouble(run -> run.epochs().orElseThrow()).toArray();
        int n = runs.size();
        if (n < Nearnesses.RUNS || constant(loss) || constant(epochs)) {
            return Optional.empty();
        }
        double correlation = Nearnesses.spearman(epochs, loss);
        double centre = Nearnesses.atanh(Nearnesses.below(correlation, n));
        double half =
                NormalDistribution.of(0, 1).inverseSurvivalProbability(tail) * Math.sqrt(Nearnesses.FIELLER / (n - 3));
        return Optional.of(
                new Effect(new Limits(correlation, Math.tanh(centre - half), Math.tanh(centre + half)), n, false));
    }

    private static boolean constant(double[] values) {
        for (double value : values) {
            if (value != values[0]) {
                return false;
            }
        }
        return true;
    }
}
