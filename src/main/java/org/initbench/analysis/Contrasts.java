package org.initbench.analysis;

import java.util.List;
import java.util.Optional;
import org.initbench.hypothesis.Arm;
import org.initbench.hypothesis.Best;
import org.initbench.hypothesis.Hypothesis;
import org.initbench.hypothesis.Measure;
import org.initbench.hypothesis.Place;

/** The effects that a hypothesis asks for. */
final class Contrasts {
    private Contrasts() {}

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
            List<Start> others = evidence.others(place.second(), hypothesis.first(), best.initializer());
            return toBest(first.get(), others, tail);
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
        return rivals.isEmpty()
                ? Optional.empty()
                : Optional.of(new Effect(
                        Contrast.costToBest(first.sample(), rivals, tail),
                        first.sample().n(),
                        false));
    }

    private static Effect between(Measure measure, Place place, Start one, Start other, double tail) {
        Sample first = one.sample();
        Sample second = other.sample();
        Limits limits = switch (measure) {
            case COST -> Contrast.cost(first, second, tail);
            case CONVERGED -> Contrast.converged(first, second, tail);
            case SPREAD, NEARNESS -> throw new IllegalArgumentException("not a matter of two arms");
        };
        int n = first.exact() ? second.n() : second.exact() ? first.n() : Math.min(first.n(), second.n());
        Remark remark = place.first().equals(place.second()) && one.same(other)
                ? Remark.SAME_START
                : first.successes() + second.successes() == 0 ? Remark.NEITHER_LEARNED : null;
        return new Effect(limits, n, first.exact() && second.exact(), remark);
    }

    /**
     * The mean difference over all places.
     *
     * @param comparisons those that were measured, at least one
     * @param missing number of places that were not: there the difference may be anything from −1 to 1
     */
    static Effect pooled(List<Comparison> comparisons, int missing) {
        List<Effect> effects = comparisons.stream().map(Comparison::effect).toList();
        Limits measured = Contrast.mean(effects.stream().map(Effect::limits).toList());
        int n = effects.stream().mapToInt(Effect::n).min().orElseThrow();
        boolean exact = missing == 0 && effects.stream().allMatch(Effect::exact);
        double share = effects.size() / (double) (effects.size() + missing);
        Limits all = new Limits(
                measured.value(), share * measured.low() - (1 - share), share * measured.high() + (1 - share));
        return missing == 0 ? new Effect(measured, n, exact) : new Effect(all, n, false, Remark.TASKS_MISSING);
    }
}
