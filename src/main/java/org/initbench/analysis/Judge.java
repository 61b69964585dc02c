package org.initbench.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.initbench.hypothesis.Arm;
import org.initbench.hypothesis.Best;
import org.initbench.hypothesis.Hypotheses;
import org.initbench.hypothesis.Hypothesis;
import org.initbench.hypothesis.Place;
import org.jspecify.annotations.Nullable;

/**
 * Judges hypotheses by what was measured.
 *
 * <p>All intervals of a family hold together with 95 %: each comparison gets its share of the error probability (Bonferroni), whether
 * it was measured or not, so that a verdict does not become bolder because something is missing. A verdict rests on the places that
 * were measured, and names the others.
 */
final class Judge {
    private final Hypotheses hypotheses;
    private final Evidence evidence;

    Judge(Hypotheses hypotheses, Evidence evidence) {
        this.hypotheses = hypotheses;
        this.evidence = evidence;
    }

    /** A judgement of every current hypothesis. */
    List<Judgement> all() {
        return hypotheses.current().stream().map(this::judge).toList();
    }

    Judgement judge(Hypothesis hypothesis) {
        double tail = Cost.TAIL / Math.max(1, hypotheses.comparisons(hypothesis.family()));
        List<Comparison> comparisons = new ArrayList<>();
        List<Place> missing = new ArrayList<>();
        for (Place place : hypothesis.places()) {
            effect(hypothesis, place, tail)
                    .ifPresentOrElse(
                            effect -> comparisons.add(comparison(hypothesis, place, effect, tail)),
                            () -> missing.add(place));
        }
        if (hypothesis.pooled() && !comparisons.isEmpty()) {
            comparisons.add(0, comparison(hypothesis, null, pooled(comparisons), tail));
        }
        return new Judgement(hypothesis, verdict(hypothesis, comparisons), comparisons, missing, 1 - 2 * tail);
    }

    /** Of a pooled claim the comparison over all places, which comes first, decides; one place against it makes it depend. */
    private static Verdict verdict(Hypothesis hypothesis, List<Comparison> comparisons) {
        List<TaskVerdict> verdicts =
                comparisons.stream().map(Comparison::verdict).toList();
        if (!hypothesis.pooled() || verdicts.isEmpty()) {
            return Verdict.of(verdicts);
        }
        boolean against = verdicts.subList(1, verdicts.size()).contains(TaskVerdict.AGAINST);
        return switch (verdicts.get(0)) {
            case FOR -> against ? Verdict.DEPENDS : Verdict.SUPPORTED;
            case AGAINST, EQUIVALENT -> Verdict.REFUTED;
            case OPEN -> Verdict.UNDECIDED;
        };
    }

    private static Effect pooled(List<Comparison> comparisons) {
        List<Effect> effects = comparisons.stream().map(Comparison::effect).toList();
        return new Effect(
                Contrast.mean(effects.stream().map(Effect::limits).toList()),
                effects.stream().mapToInt(Effect::n).min().orElseThrow(),
                effects.stream().allMatch(Effect::exact));
    }

    private static Comparison comparison(Hypothesis hypothesis, @Nullable Place place, Effect effect, double tail) {
        boolean ratio = hypothesis.measure().ratio();
        double most = hypothesis.margin();
        double least = ratio ? 1 / most : -most;
        TaskVerdict verdict = TaskVerdict.of(effect.limits(), least, most, hypothesis.direction());
        OptionalInt wanted = verdict == TaskVerdict.OPEN && !effect.exact()
                ? ratio
                        ? Replicates.wanted(effect.limits().log(), effect.n(), Math.log(most), tail)
                        : Replicates.wanted(effect.limits(), effect.n(), most, tail)
                : OptionalInt.empty();
        return new Comparison(place, effect, verdict, wanted);
    }

    private Optional<Effect> effect(Hypothesis hypothesis, Place place, double tail) {
        if (!hypothesis.measure().contrastsArms()) {
            return evidence.within(place.first(), hypothesis.first(), hypothesis.measure(), tail);
        }
        Optional<Sample> first = evidence.sample(place.first(), hypothesis.first());
        if (first.isEmpty()) {
            return Optional.empty();
        }
        if (hypothesis.second() instanceof Best best) {
            return toBest(first.get(), evidence.others(place.second(), hypothesis.first(), best.initializer()), tail);
        }
        return hypothesis.second() instanceof Arm arm
                ? evidence.sample(place.second(), arm).map(second -> between(hypothesis, first.get(), second, tail))
                : Optional.empty();
    }

    private static Optional<Effect> toBest(Sample first, List<Sample> others, double tail) {
        return others.isEmpty()
                ? Optional.empty()
                : Optional.of(new Effect(Contrast.costToBest(first, others, tail), first.n(), false));
    }

    private static Effect between(Hypothesis hypothesis, Sample first, Sample second, double tail) {
        Limits limits = switch (hypothesis.measure()) {
            case COST -> Contrast.cost(first, second, tail);
            case CONVERGED -> Contrast.converged(first, second, tail);
            case SPREAD, NEARNESS -> throw new IllegalArgumentException("not a matter of two arms");
        };
        int n = first.exact() ? second.n() : second.exact() ? first.n() : Math.min(first.n(), second.n());
        return new Effect(limits, n, first.exact() && second.exact());
    }
}
