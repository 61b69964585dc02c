package org.initbench.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.initbench.hypothesis.Hypothesis;
import org.initbench.hypothesis.Place;
import org.jspecify.annotations.Nullable;

/** Verdicts on claims in plain words. */
final class ClaimWords {
    private ClaimWords() {}

    /** Whether a comparison that tells anything rests on chance and on fewer than {@value Caveats#FIRM} replicates. */
    static boolean preliminary(Judgement judgement) {
        return judgement.measured().stream()
                .map(Comparison::effect)
                .anyMatch(effect -> !effect.exact() && effect.forecast() != null && effect.n() < Caveats.FIRM);
    }

    /** A task, or two that are compared. */
    static String place(Place place) {
        return place.first().equals(place.second()) ? place.first() : place.first() + " against " + place.second();
    }

    /** What a claim is compared on: tasks, or pairs of tasks. */
    static String noun(Hypothesis hypothesis) {
        return hypothesis.places().stream().allMatch(p -> p.first().equals(p.second())) ? "task" : "pair of tasks";
    }

    /**
     * The claim, the verdict, what was found, and what would decide the rest.
     *
     * @param study a shipped study that measures it; null if none is known
     */
    static String sentence(Judgement judgement, @Nullable String study) {
        Hypothesis h = judgement.hypothesis();
        String claim = h.claim().replaceFirst("\\.$", "");
        List<Comparison> measured = judgement.measured();
        if (measured.isEmpty()) {
            return claim + ": not measured" + (study == null ? "." : "; the study " + study + " measures it.")
                    + same(judgement);
        }
        String standing = Standing.phrase(
                judgement.verdict(),
                measured.stream().map(Comparison::verdict).toList(),
                judgement.places(),
                noun(h),
                judgement.together() != null);
        return claim + ": " + standing + ". " + Words.capitalized(FoundWords.of(judgement)) + "." + same(judgement)
                + open(judgement);
    }

    /** Where there is nothing to compare. */
    private static String same(Judgement judgement) {
        List<String> places = judgement.comparisons().stream()
                .filter(c -> c.verdict() == TaskVerdict.SAME)
                .map(Comparison::place)
                .filter(Objects::nonNull)
                .map(ClaimWords::place)
                .toList();
        return places.isEmpty()
                ? ""
                : " On " + Words.list(places) + " " + Remark.SAME_START.label() + ": there is nothing to compare.";
    }

    /** How many replicates would decide what is open. */
    private static String open(Judgement judgement) {
        Comparison together = judgement.together();
        List<Comparison> open = (together == null ? judgement.measured() : List.of(together))
                .stream().filter(c -> c.verdict() == TaskVerdict.OPEN).toList();
        if (open.isEmpty()) {
            return "";
        }
        String what = together == null ? noun(judgement.hypothesis()) : "";
        return WantedWords.of(open, judgement.hypothesis().measure(), what);
    }

    /** What a reader must know. */
    static List<String> caveats(Judgement judgement, boolean preliminary) {
        List<String> caveats = new ArrayList<>();
        caveats.add(written(judgement));
        if (preliminary) {
            caveats.add("preliminary: a comparison rests on fewer than " + Caveats.FIRM + " replicates");
        }
        if (!judgement.measured().isEmpty() && !judgement.missing().isEmpty()) {
            caveats.add("not measured on "
                    + Words.list(
                            judgement.missing().stream().map(ClaimWords::place).toList()));
        }
        return List.copyOf(caveats);
    }

    /** Whether it was written down before the runs that it is judged by. */
    private static String written(Judgement judgement) {
        List<String> bundles = bundles(judgement, true);
        List<String> others = bundles(judgement, false);
        if (judgement.confirmatory()) {
            return "confirmatory: written down on " + judgement.hypothesis().since() + ", and part of "
                    + (bundles.size() > 1 ? "each bundle since before its runs" : "the bundle since before its runs");
        }
        if (bundles.isEmpty()) {
            return "exploratory: "
                    + (others.size() > 1 ? "no bundle holds a copy" : "the bundle holds no copy")
                    + " of this hypothesis";
        }
        return "confirmatory in part: " + Words.list(bundles) + " held this hypothesis before the runs, "
                + Words.list(others) + " did not";
    }

    /** The bundles that were drawn on, by whether they hold the hypothesis. */
    private static List<String> bundles(Judgement judgement, boolean confirmatory) {
        return judgement.measured().stream()
                .filter(c -> c.confirmatory() == confirmatory)
                .map(Comparison::bundle)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }
}
