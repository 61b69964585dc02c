package org.initbench.analysis;

import java.util.List;
import java.util.Optional;
import org.initbench.hypothesis.Arm;
import org.initbench.hypothesis.Best;
import org.initbench.hypothesis.Hypothesis;
import org.initbench.hypothesis.Measure;
import org.initbench.hypothesis.Place;

/** The effects that a hypothesis asks for. */
final class Effects {
    private Effects() {}

    /**
     * The effect at a place.
     *
     * @param tail error probability on each side
     * @return empty if an arm was not run
     */
    static Optional<Effect> effect(Evidence evidence, Hypothesis hypothesis, Place place, double tail) {
        if (!hypothesis.measure().contrastsArms()) {
            return evidence.within(place.first(), hypothesis.first(), hypothesis.measure(), tail);
        }
        Optional<Start> first = evidence.start(place.first(), hypothesis.first());
        if (first.isEmpty()) {
            return Optional.empty();
        }
        if (hypothesis.second() instanceof Best best) {
            return toBest(first.get(), evidence.others(place.second(), hypothesis.first(), best.initializer()), tail);
        }
        return hypothesis.second() instanceof Arm arm
                ? evidence.start(place.second(), arm)
                        .map(second -> between(hypothesis.measure(), place, first.get(), second, tail))
                : Optional.empty();
    }

    /** Others that begin with the same weights are the same start under another name. */
    private static Optional<Effect> toBest(Start first, List<Start> others, double tail) {
        List<Sample> rivals = others.stream()
                .filter(other -> !first.same(other))
                .map(Start::sample)
                .toList();
        if (rivals.isEmpty()) {
            return Optional.empty();
        }
        BestRatio ratio = BestRatio.of(first.sample(), rivals, tail);
        boolean exact = first.sample().exact() && rivals.stream().allMatch(Sample::exact);
        Remark remark = Double.isNaN(ratio.limits().value()) ? Remark.NEITHER_LEARNED : null;
        return Optional.of(new Effect(ratio.limits(), ratio.forecast().replicates(), exact, remark, ratio.forecast()));
    }

    private static Effect between(Measure measure, Place place, Start one, Start other, double tail) {
        Sample first = one.sample();
        Sample second = other.sample();
        Effect effect = switch (measure) {
            case COST -> cost(first, second, tail);
            case CONVERGED -> converged(first, second, tail);
            case SPREAD, NEARNESS -> throw new IllegalArgumentException("not a matter of two arms");
        };
        if (place.first().equals(place.second()) && one.same(other)) {
            return effect.remarked(Remark.SAME_START);
        }
        return first.successes() + second.successes() == 0 ? effect.remarked(Remark.NEITHER_LEARNED) : effect;
    }

    private static Effect cost(Sample first, Sample second, double tail) {
        Limits ratio = Contrast.cost(first, second, tail);
        int n = Contrast.replicates(first, second);
        return new Effect(ratio, n, exact(first, second), null, new StudentForecast(ratio.log(), n, tail));
    }

    private static Effect converged(Sample first, Sample second, double tail) {
        PairedShares shares = PairedShares.of(first, second);
        int n = Contrast.replicates(first, second);
        return new Effect(
                shares.difference(tail), n, exact(first, second), null, new ShareForecast(List.of(shares), n, tail));
    }

    private static boolean exact(Sample first, Sample second) {
        return first.exact() && second.exact();
    }

    /**
     * The mean difference of shares over places.
     *
     * @param measured effects at the places, at least one
     * @param tail error probability on each side
     */
    static Effect pooled(List<Effect> measured, double tail) {
        Limits mean = Contrast.mean(measured.stream().map(Effect::limits).toList());
        ShareForecast forecast = ShareForecast.pooled(measured, tail);
        boolean exact = measured.stream().allMatch(Effect::exact);
        return new Effect(mean, forecast.replicates(), exact, null, forecast);
    }

    /** Limits of a mean difference of shares over all places, if at those that are missing it may be anything from −1 to 1. */
    static Limits withMissing(Limits mean, int measured, int missing) {
        double share = measured / (double) (measured + missing);
        return new Limits(share * mean.value(), share * mean.low() - (1 - share), share * mean.high() + (1 - share));
    }
}
