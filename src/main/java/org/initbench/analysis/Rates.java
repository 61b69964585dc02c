package org.initbench.analysis;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.initbench.analysis.ScaleResponse.BestSet;
import org.initbench.run.ArmDescription;
import org.initbench.run.Bundle;
import org.initbench.run.RateKind;
import org.initbench.run.RateRule;
import org.initbench.run.TuningTrial;
import org.jspecify.annotations.Nullable;

/**
 * Compares the cells of one task at other learning rates with those at its own. At each rate everything is computed as at the
 * task's own, among the cells of that rate. The conclusion is said to depend on the rate where two sets of scales that are as good as
 * the best, to within {@value #MARGIN}, have no scale in common; all sets of a task hold at once with 95 %.
 */
final class Rates {

    /** Ratio of expected epochs below which two starts, or two rates, are not called different. */
    static final double MARGIN = 1.25;

    private final Bundle bundle;
    private final TaskResult own;
    private final List<AtRate> others;

    /** The cells of one rule and what they say. */
    private record AtRate(RateRule rule, TaskResult result) {}

    /** Computes a task's result from the cells of some arms. */
    @FunctionalInterface
    interface Results {
        TaskResult of(List<ArmDescription> arms);
    }

    private Rates(Bundle bundle, TaskResult own, List<AtRate> others) {
        this.bundle = bundle;
        this.own = own;
        this.others = others;
    }

    /**
     * The comparison; null if the task has no runs at other rates.
     *
     * @param own the task at its own rate
     * @param results how results are computed
     */
    static @Nullable RateAnalysis of(Bundle bundle, TaskResult own, Results results) {
        Map<RateRule, List<ArmDescription>> rules = new LinkedHashMap<>();
        for (ArmDescription arm : bundle.study().armsOf(own.task().name())) {
            RateRule rule = arm.learningRate();
            if (rule != null) {
                rules.computeIfAbsent(rule, k -> new ArrayList<>()).add(arm);
            }
        }
        List<AtRate> others = new ArrayList<>();
        rules.forEach((rule, arms) -> others.add(new AtRate(rule, results.of(arms))));
        others.removeIf(other -> other.result.cells().isEmpty());
        return others.isEmpty() ? null : new Rates(bundle, own, others).analysis();
    }

    private RateAnalysis analysis() {
        List<RatedCell> cells = new ArrayList<>();
        List<TuningGain> gains = new ArrayList<>();
        int tuned = others.stream()
                .filter(other -> other.rule.kind() == RateKind.TUNED)
                .mapToInt(other -> other.result.cells().size())
                .sum();
        for (AtRate other : others) {
            for (Cell cell : other.result.cells()) {
                cells.add(rated(cell, other.result.summary(cell)));
                if (other.rule.kind() == RateKind.TUNED) {
                    gain(cell, other.result.summary(cell), tuned).ifPresent(gains::add);
                }
            }
        }
        int sets = own.responses().stream().mapToInt(this::sides).sum();
        List<RateComparison> comparisons = own.responses().stream()
                .map(response -> comparison(response, sets))
                .flatMap(Optional::stream)
                .toList();
        return new RateAnalysis(cells, comparisons, gains);
    }

    private RatedCell rated(Cell cell, CellSummary summary) {
        return new RatedCell(cell.arm().rateKind(), factor(cell), learningRate(cell), summary);
    }

    private static double learningRate(Cell cell) {
        return cell.runs().get(0).learningRate();
    }

    private double factor(Cell cell) {
        RateRule rule = cell.arm().learningRate();
        Double factor = rule == null ? Double.valueOf(1) : rule.factor();
        return factor != null ? factor : trial(cell).map(TuningTrial::factor).orElse(Double.NaN);
    }

    private Optional<TuningTrial> trial(Cell cell) {
        return trials(cell).stream().filter(TuningTrial::chosen).findFirst();
    }

    private List<TuningTrial> trials(Cell cell) {
        TuningTrial.Arm arm = TuningTrial.Arm.of(own.task().name(), cell.arm());
        return bundle.tuning().stream()
                .filter(trial -> trial.arm().equals(arm))
                .sorted(Comparator.comparingDouble(TuningTrial::factor))
                .toList();
    }

    /** What tuning is worth at one of so many scales, whose limits hold at once. */
    private Optional<TuningGain> gain(Cell tuned, CellSummary summary, int scales) {
        List<TuningTrial> trials = trials(tuned);
        Optional<TuningTrial> chosen = trial(tuned);
        Optional<Cell> untuned = own.cells().stream()
                .filter(cell -> cell.arm().equals(tuned.arm().at(null)))
                .findFirst();
        if (chosen.isEmpty() || untuned.isEmpty()) {
            return Optional.empty();
        }
        TuningTrial trial = chosen.get();
        boolean edge = trial.factor() == trials.get(0).factor()
                || trial.factor() == trials.get(trials.size() - 1).factor();
        return Optional.of(new TuningGain(
                tuned.arm().initializer(),
                tuned.arm().scaleKind(),
                tuned.arm().scale(),
                trial.factor(),
                trial.learningRate(),
                edge,
                Estimates.ratio(untuned.get(), tuned, Cost.TAIL / scales),
                own.summary(untuned.get()).ertRatio(),
                summary.ertRatio()));
    }

    /** At how many rates an initializer can be compared; 0 where it is one. */
    private int sides(ScaleResponse response) {
        long others = this.others.stream()
                .filter(other -> other.result.response(response.initializer()).isPresent())
                .count();
        return others == 0 ? 0 : 1 + (int) others;
    }

    private Optional<RateComparison> comparison(ScaleResponse response, int sets) {
        String name = response.initializer();
        List<RateSide> sides = new ArrayList<>();
        sides.add(side(RateKind.TASK, 1.0, own.task().learningRate(), own, response, sets));
        for (AtRate other : others) {
            Double factor = other.rule.factor();
            Double rate =
                    factor == null ? null : (Double) RateRule.rate(own.task().learningRate(), factor);
            other.result
                    .response(name)
                    .ifPresent(r -> sides.add(side(other.rule.kind(), factor, rate, other.result, r, sets)));
        }
        sides.sort(Comparator.comparingDouble(
                side -> Objects.requireNonNullElse(side.factor(), Double.POSITIVE_INFINITY)));
        return sides.size() < 2
                ? Optional.empty()
                : Optional.of(new RateComparison(name, response.scaleKind(), sides, verdict(sides)));
    }

    private static RateSide side(
            RateKind kind,
            @Nullable Double factor,
            @Nullable Double rate,
            TaskResult result,
            ScaleResponse response,
            int sets) {
        Double best = response.byErt().best();
        Estimate ert = best == null
                ? null
                : result.cell(response.initializer(), best)
                        .map(cell -> result.summary(cell).ert())
                        .orElse(null);
        List<Cell> cells = result.cells().stream()
                .filter(cell -> cell.arm().initializer().equals(response.initializer()) && cell.scale() > 0)
                .sorted(Comparator.comparingDouble(Cell::scale))
                .toList();
        BestSet alike = new BestScales(cells, Math.max(1, sets), MARGIN).byCost(CostRatio.AT_BUDGET);
        return new RateSide(kind, factor, rate, response.byErt(), alike, response.goodRange(), ert);
    }

    /** The rule: dependence is shown by two sets of scales not shown to be worse than the best that have none in common. */
    static RateVerdict verdict(List<RateSide> sides) {
        List<BestSet> sets = sides.stream()
                .map(RateSide::alike)
                .filter(set -> !set.members().isEmpty())
                .toList();
        if (sets.size() < 2) {
            return RateVerdict.OPEN;
        }
        for (BestSet first : sets) {
            if (sets.stream().anyMatch(second -> disjoint(first, second))) {
                return RateVerdict.DEPENDS;
            }
        }
        return RateVerdict.OVERLAPS;
    }

    /** Whether two sets, neither of them empty, have no scale in common. */
    static boolean disjoint(BestSet first, BestSet second) {
        return !first.members().isEmpty()
                && !second.members().isEmpty()
                && Collections.disjoint(first.members(), second.members());
    }
}
