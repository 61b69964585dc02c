package org.initbench.analysis;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.initbench.hypothesis.Hypotheses;
import org.initbench.hypothesis.Hypothesis;
import org.initbench.hypothesis.Place;

/**
 * Judges hypotheses by what was measured, in one bundle or in several.
 *
 * <p>All intervals of a family hold together with 95 %: each comparison gets its share of the error probability (Bonferroni), whether
 * it was measured or not, so that a verdict does not become bolder because something is missing. For the same reason a place that was
 * not measured counts as open.
 *
 * <p>A comparison is taken from the first bundle that has all that it needs, since its arms share their replicates.
 */
final class Judge {
    private final List<Evidence> evidence;
    private final List<Hypotheses> sealed;
    private final Hypotheses shipped;

    /**
     * A judge.
     *
     * @param evidence what was measured, bundle by bundle
     * @param shipped hypotheses to be judged after those that the bundles hold
     */
    Judge(List<? extends Evidence> evidence, Hypotheses shipped) {
        this.evidence = List.copyOf(evidence);
        this.sealed = evidence.stream().map(Evidence::hypotheses).distinct().toList();
        this.shipped = shipped;
    }

    /** A judgement of every hypothesis that no other replaces: those of the bundles, and then those that no bundle knows. */
    List<Judgement> all() {
        return judge(hypothesis -> true);
    }

    /** The same of some of them only. */
    List<Judgement> judge(Predicate<Hypothesis> wanted) {
        Map<String, Hypothesis> asked = new LinkedHashMap<>();
        Set<String> known = new HashSet<>();
        List<Hypotheses> files = new ArrayList<>(sealed);
        files.add(shipped);
        for (Hypotheses file : files) {
            file.current().stream().filter(h -> !known.contains(h.id())).forEach(h -> asked.put(h.id(), h));
            file.all().forEach(h -> known.add(h.id()));
        }
        return asked.values().stream().filter(wanted).map(this::judge).toList();
    }

    private Judgement judge(Hypothesis hypothesis) {
        double tail = Cost.TAIL / Math.max(1, comparisons(hypothesis));
        List<Comparison> places = new ArrayList<>();
        List<Place> missing = new ArrayList<>();
        for (Place place : hypothesis.places()) {
            comparison(hypothesis, place, tail).ifPresentOrElse(places::add, () -> missing.add(place));
        }
        List<TaskVerdict> counted = places.stream()
                .filter(Comparison::counts)
                .map(Comparison::verdict)
                .toList();
        boolean confirmatory = counted.isEmpty()
                ? sealed.stream().anyMatch(file -> file.all().contains(hypothesis))
                : places.stream().allMatch(Comparison::confirmatory);
        return hypothesis.pooled() && !counted.isEmpty()
                ? pooled(hypothesis, places, missing, confirmatory, tail)
                : new Judgement(
                        hypothesis,
                        Verdict.of(withOpen(counted, missing.size())),
                        Verdict.of(counted),
                        confirmatory,
                        places,
                        missing,
                        1 - 2 * tail);
    }

    /** Comparisons of the family in the largest of the bundles' files that hold the hypothesis; of one that none holds, in the program's. */
    private int comparisons(Hypothesis hypothesis) {
        return sealed.stream()
                .filter(file -> file.all().contains(hypothesis))
                .mapToInt(file -> file.comparisons(hypothesis.family()))
                .max()
                .orElseGet(() -> shipped.comparisons(hypothesis.family()));
    }

    private static List<TaskVerdict> withOpen(List<TaskVerdict> measured, int missing) {
        List<TaskVerdict> all = new ArrayList<>(measured);
        all.addAll(Collections.nCopies(missing, TaskVerdict.OPEN));
        return all;
    }

    /** Of a pooled claim the comparison over all places, which comes first, decides; one place against it makes it depend. */
    private static Judgement pooled(
            Hypothesis hypothesis, List<Comparison> places, List<Place> missing, boolean confirmatory, double tail) {
        List<Comparison> counted = places.stream().filter(Comparison::counts).toList();
        Effect effect = Effects.pooled(counted.stream().map(Comparison::effect).toList(), tail);
        Margin margin = Margin.of(hypothesis);
        TaskVerdict measured = margin.verdict(effect.limits());
        TaskVerdict all = margin.verdict(Effects.withMissing(effect.limits(), counted.size(), missing.size()));
        Effect told = missing.isEmpty() ? effect : effect.remarked(Remark.TASKS_MISSING);
        List<Comparison> comparisons = new ArrayList<>(places);
        comparisons.add(0, new Comparison(null, told, all, margin.wanted(told, all), null, confirmatory));
        boolean against = counted.stream().anyMatch(c -> c.verdict() == TaskVerdict.AGAINST);
        return new Judgement(
                hypothesis,
                pooled(all, against),
                pooled(measured, against),
                confirmatory,
                comparisons,
                missing,
                1 - 2 * tail);
    }

    private static Verdict pooled(TaskVerdict together, boolean against) {
        return switch (together) {
            case FOR -> against ? Verdict.DEPENDS : Verdict.SUPPORTED;
            case AGAINST, EQUIVALENT -> Verdict.REFUTED;
            case OPEN, SAME -> Verdict.UNDECIDED;
        };
    }

    private Optional<Comparison> comparison(Hypothesis hypothesis, Place place, double tail) {
        for (Evidence source : evidence) {
            Optional<Effect> effect = Effects.effect(source, hypothesis, place, tail);
            if (effect.isPresent()) {
                boolean confirmatory = source.hypotheses().all().contains(hypothesis);
                return Optional.of(comparison(hypothesis, place, effect.get(), source.bundle(), confirmatory));
            }
        }
        return Optional.empty();
    }

    private static Comparison comparison(
            Hypothesis hypothesis, Place place, Effect effect, String bundle, boolean confirmatory) {
        Margin margin = Margin.of(hypothesis);
        TaskVerdict verdict = effect.remark() == Remark.SAME_START ? TaskVerdict.SAME : margin.verdict(effect.limits());
        return new Comparison(place, effect, verdict, margin.wanted(effect, verdict), bundle, confirmatory);
    }
}
