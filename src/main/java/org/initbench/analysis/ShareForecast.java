package org.initbench.analysis;

import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * The interval of a difference of shares, or of its mean over independent tasks, with the shares that were seen.
 *
 * @param tasks one a task, at least one
 * @param replicates smallest number of replicates of a task
 * @param tail error probability of each limit
 */
record ShareForecast(List<PairedShares> tasks, int replicates, double tail) implements Forecast {
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    ShareForecast {
        tasks = List.copyOf(tasks);
    }

    /** Of the mean over the tasks of these effects, which are differences of shares. */
    static ShareForecast pooled(List<Effect> effects, double tail) {
        List<PairedShares> tasks = effects.stream()
                .map(Effect::forecast)
                .flatMap(f -> f instanceof ShareForecast shares ? shares.tasks().stream() : Stream.empty())
                .toList();
        return new ShareForecast(
                tasks, effects.stream().mapToInt(Effect::n).min().orElseThrow(), tail);
    }

    @Override
    public double value() {
        return tasks.stream()
                .mapToDouble(task -> task.first().share() - task.second().share())
                .average()
                .orElseThrow();
    }

    @Override
    public double above(int number, double bound) {
        return probability(number, limits(number).low() - bound);
    }

    @Override
    public double below(int number, double bound) {
        return probability(number, bound - limits(number).high());
    }

    private Limits limits(int number) {
        return Contrast.mean(
                tasks.stream().map(task -> task.difference(number, tail)).toList());
    }

    /** Probability that a limit that lies so far on this side of the bound, on average, does lie there. */
    private double probability(int number, double distance) {
        double variance = tasks.stream().mapToDouble(PairedShares::variance).sum() / number;
        double error = Math.sqrt(variance) / tasks.size();
        return error == 0 ? distance > 0 ? 1 : 0 : NORMAL.cumulativeProbability(distance / error);
    }
}
