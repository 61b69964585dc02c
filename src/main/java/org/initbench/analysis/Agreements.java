package org.initbench.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.descriptive.moment.Mean;
import org.apache.commons.math3.stat.descriptive.moment.StandardDeviation;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.statistics.descriptive.Quantile;
import org.initbench.analysis.Agreement.Scope;
import org.initbench.analysis.Agreement.Spread;
import org.initbench.task.MatrixDescription;
import org.initbench.task.TaskDescription;

/** How well networks agree on the best scale, by parametrization, with a bootstrap over the replicates of each. */
final class Agreements {
    /** Bootstrap samples. */
    static final int SAMPLES = 1000;

    /** Share of the bootstrap samples from which on a parametrization is shown to be best. */
    static final double SURE = 0.95;

    private static final Parametrization[] WAYS = Parametrization.values();

    private final List<Member> members;

    /** A network whose best scale lies within what was run. */
    record Member(TaskDescription task, Optimum optimum) {
        /** What networks have in common that differ in their widths only. */
        String family() {
            return task.kind() + ", "
                    + task.layers().stream()
                            .map(layer -> layer.kind() + " " + layer.activation())
                            .collect(Collectors.joining(", "));
        }

        double shift(Parametrization way) {
            return Kinds.shift(task, way);
        }
    }

    Agreements(List<Member> members) {
        this.members = List.copyOf(members);
    }

    /**
     * One agreement a scope in which there are two networks or more.
     *
     * @param random where the bootstrap samples come from
     */
    List<Agreement> of(UniformRandomProvider random) {
        double[] observed =
                members.stream().mapToDouble(m -> m.optimum().log10()).toArray();
        double[][] resampled = new double[SAMPLES][];
        for (int b = 0; b < SAMPLES; b++) {
            resampled[b] = members.stream()
                    .mapToDouble(m -> m.optimum().resampled(random))
                    .toArray();
        }
        return Arrays.stream(Scope.values())
                .map(scope -> agreement(scope, groups(scope), observed, resampled))
                .filter(agreement -> agreement.networks() > 1)
                .toList();
    }

    /**
     * Members by group: of kinds, deviations are between the means of groups; else within the groups. Where each kind has one network only,
     * the kinds are all there is.
     */
    private List<List<Integer>> groups(Scope scope) {
        if (scope == Scope.ALL && groups(Scope.KINDS).size() == members.size()) {
            return List.of();
        }
        Map<String, List<Integer>> groups = new LinkedHashMap<>();
        for (int i = 0; i < members.size(); i++) {
            Member member = members.get(i);
            String key = switch (scope) {
                case KINDS -> member.task().kind();
                case WIDTHS -> member.family();
                case ALL -> "";
            };
            groups.computeIfAbsent(key, k -> new ArrayList<>()).add(i);
        }
        return groups.values().stream()
                .filter(group -> scope != Scope.WIDTHS || widths(group) > 2)
                .toList();
    }

    private int widths(List<Integer> group) {
        Set<List<MatrixDescription>> shapes = new HashSet<>();
        group.forEach(i -> shapes.add(members.get(i).task().drawnMatrices()));
        return shapes.size();
    }

    private Agreement agreement(Scope scope, List<List<Integer>> groups, double[] observed, double[][] resampled) {
        double[] own = deviations(scope, groups, observed);
        double[][] drawn = Arrays.stream(resampled)
                .map(sample -> deviations(scope, groups, sample))
                .toArray(double[][]::new);
        int[] winners = new int[WAYS.length];
        for (double[] sample : drawn) {
            winners[smallest(sample)]++;
        }
        List<Spread> spreads = IntStream.range(0, WAYS.length)
                .mapToObj(w -> {
                    double[] values = Arrays.stream(drawn)
                            .mapToDouble(sample -> sample[w])
                            .filter(Double::isFinite)
                            .toArray();
                    double[] limits = Quantile.withDefaults().evaluate(values, 0.025, 0.975);
                    return new Spread(WAYS[w], own[w], limits[0], limits[1], winners[w] / (double) SAMPLES);
                })
                .toList();
        int networks = scope == Scope.KINDS
                ? groups.size()
                : groups.stream().mapToInt(List::size).sum();
        int best = smallest(own);
        boolean shown = spreads.get(best).share() >= SURE;
        return new Agreement(scope, networks, spreads, networks < 2 ? null : WAYS[best], shown);
    }

    /** The first of the smallest; a difference in the last digits is none. */
    private static int smallest(double[] deviations) {
        int best = 0;
        for (int w = 1; w < deviations.length; w++) {
            if (deviations[w] < deviations[best] - 1e-9) {
                best = w;
            }
        }
        return best;
    }

    /** Standard deviation of the logarithms of the best scales, by parametrization; 0 of fewer than two networks. */
    private double[] deviations(Scope scope, List<List<Integer>> groups, double[] log10) {
        return Arrays.stream(WAYS)
                .mapToDouble(way -> {
                    List<double[]> values = groups.stream()
                            .map(group -> group.stream()
                                    .mapToDouble(i -> log10[i] + members.get(i).shift(way))
                                    .filter(Double::isFinite)
                                    .toArray())
                            .filter(group -> group.length > 0)
                            .toList();
                    return scope == Scope.KINDS
                            ? deviation(values.stream()
                                    .mapToDouble(group -> new Mean().evaluate(group))
                                    .toArray())
                            : pooled(values);
                })
                .toArray();
    }

    private static double deviation(double[] values) {
        return values.length < 2 ? 0 : new StandardDeviation().evaluate(values);
    }

    /** The standard deviation within groups. */
    private static double pooled(List<double[]> groups) {
        double squares = 0;
        int freedom = 0;
        for (double[] group : groups) {
            squares += (group.length - 1) * Math.pow(deviation(group), 2);
            freedom += group.length - 1;
        }
        return freedom == 0 ? 0 : Math.sqrt(squares / freedom);
    }
}
