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
import org.jspecify.annotations.Nullable;

/**
 * Judges hypotheses by what was measured, in one bundle or in several.
 *
 * <p>All intervals of a family hold together with 95 %: each comparison gets its share of the error probability (Bonferroni), whether
 * it was measured or not, so that a verdict does not become bolder because something is missing. For the same reason a place that was not
 * measured counts as open.
 *
 * <p>A comparison is taken from the first bundle that has all that it needs: its arms share their replicates.
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

    /** The same of some hypotheses only. */
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
        List<Comparison> comparisons = new ArrayList<>();
        List<Place> missing = new ArrayList<>();
        for (Place place : hypothesis.places()) {
            comparison(hypothesis, place, tail).ifPresentOrElse(comparisons::add, () -> missing.add(place));
        }
        boolean confirmatory = comparisons.isEmpty()
                ? sealed.stream().anyMatch(file -> file.all().contains(hypothesis))
                : comparisons.stream().allMatch(Comparison::confirmatory);
        List<Comparison> counted =
                comparisons.stream().filter(Comparison::counts).toList();
        if (hypothesis.pooled() && !counted.isEmpty()) {
            Effect pooled = Contrasts.pooled(counted, missing.size());
            comparisons.add(0, comparison(hypothesis, null, pooled, tail, null, confirmatory));
        }
        return new Judgement(
                hypothesis,
                verdict(hypothesis, comparisons, missing.size()),
                confirmatory,
                comparisons,
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

    /** Of a pooled claim the comparison over all places, which comes first, decides; one place against it makes it depend. */
    private static Verdict verdict(Hypothesis hypothesis, List<Comparison> comparisons, int missing) {
        List<TaskVerdict> places = new ArrayList<>(comparisons.stream()
                .filter(Comparison::counts)
                .map(Comparison::verdict)
                .toList());
        if (!hypothesis.pooled() || places.isEmpty()) {
            places.addAll(Collections.nCopies(missing, TaskVerdict.OPEN));
            return Verdict.of(places);
        }
        return switch (comparisons.get(0).verdict()) {
            case FOR -> places.contains(TaskVerdict.AGAINST) ? Verdict.DEPENDS : Verdict.SUPPORTED;
            case AGAINST, EQUIVALENT -> Verdict.REFUTED;
            case OPEN, SAME -> Verdict.UNDECIDED;
        };
    }

    private Optional<Comparison> comparison(Hypothesis hypothesis, Place place, double tail) {
        for (Evidence source : evidence) {
            Optional<Effect> effect = Contrasts.effect(source, hypothesis, place, tail);
            if (effect.isPresent()) {
                boolean confirmatory = source.hypotheses().all().contains(hypothesis);
                return Optional.of(comparison(hypothesis, place, effect.get(), tail, source.bundle(), confirmatory));
            }
        }
        return Optional.empty();
    }

    private static Comparison comparison(
            Hypothesis hypothesis,
            @Nullable Place place,
            Effect effect,
            double tail,
            @Nullable String bundle,
            boolean confirmatory) {
        boolean ratio = hypothesis.measure().ratio();
        double most = hypothesis.margin();
        double least = ratio ? 1 / most : -most;
        TaskVerdict verdict = effect.remark() == Remark.SAME_START
                ? TaskVerdict.SAME
                : TaskVerdict.of(effect.limits(), least, most, hypothesis.direction());
        Wanted wanted = verdict == TaskVerdict.OPEN ? Replicates.wanted(hypothesis, effect, tail) : null;
        return new Comparison(place, effect, verdict, wanted, bundle, confirmatory);
    }
}
