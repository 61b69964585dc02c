package org.initbench.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import org.initbench.hypothesis.Hypothesis;
import org.initbench.hypothesis.Measure;
import org.initbench.hypothesis.Place;
import org.jspecify.annotations.Nullable;

/** Verdicts on claims in plain words. */
final class ClaimWords {
    private ClaimWords() {}

    /** Whether a comparison rests on chance and on fewer than {@value Caveats#FIRM} replicates. */
    static boolean preliminary(Judgement judgement) {
        return judgement.comparisons().stream()
                .map(Comparison::effect)
                .anyMatch(effect -> !effect.exact() && effect.n() < Caveats.FIRM);
    }

    /** A task, or two that are compared. */
    static String place(Place place) {
        return place.first().equals(place.second()) ? place.first() : place.first() + " against " + place.second();
    }

    /**
     * The claim, the verdict and what it counts.
     *
     * @param study a shipped study that measures it; null if none is known
     */
    static String sentence(Judgement judgement, @Nullable String study) {
        Hypothesis h = judgement.hypothesis();
        String claim = h.claim().replaceFirst("\\.$", "");
        if (judgement.comparisons().isEmpty()) {
            return claim + ": not measured" + (study == null ? "." : "; the study " + study + " measures it.");
        }
        List<Comparison> tasks =
                judgement.comparisons().stream().filter(c -> c.place() != null).toList();
        return claim + ": " + word(judgement.verdict()) + where(judgement, tasks.size()) + ". "
                + (h.pooled() ? pooled(judgement) : counts(tasks)) + "; " + found(h.measure(), tasks) + "."
                + open(judgement);
    }

    /** Said where a verdict rests on a part of what was asked only. */
    private static String where(Judgement judgement, int measured) {
        int missing = judgement.missing().size();
        return missing == 0 ? "" : " where measured, in " + measured + " of " + (measured + missing) + " comparisons";
    }

    /** A verdict as a word. */
    static String word(Verdict verdict) {
        return switch (verdict) {
            case SUPPORTED -> "supported";
            case REFUTED -> "refuted";
            case DEPENDS -> "it depends";
            case UNDECIDED -> "undecided";
        };
    }

    private static String counts(List<Comparison> comparisons) {
        List<String> parts = new ArrayList<>();
        part(parts, comparisons, TaskVerdict.FOR, "for it");
        part(parts, comparisons, TaskVerdict.AGAINST, "against it");
        part(parts, comparisons, TaskVerdict.EQUIVALENT, "no difference that matters");
        part(parts, comparisons, TaskVerdict.OPEN, "open");
        return "Of " + Words.count(comparisons.size(), "comparison") + " " + Words.list(parts);
    }

    private static void part(List<String> parts, List<Comparison> all, TaskVerdict verdict, String text) {
        long count = all.stream().filter(c -> c.verdict() == verdict).count();
        if (count > 0) {
            parts.add(count + " " + text);
        }
    }

    private static String pooled(Judgement judgement) {
        Limits mean = judgement.comparisons().get(0).effect().limits();
        return "Over all tasks the difference is " + Words.number(mean.value()) + " (" + Words.number(mean.low())
                + " to " + Words.number(mean.high()) + ")";
    }

    /** The range of the effects that were found. */
    private static String found(Measure measure, List<Comparison> comparisons) {
        double[] known = comparisons.stream()
                .mapToDouble(c -> c.effect().limits().value())
                .filter(x -> Double.isFinite(x) && (x > 0 || !measure.ratio()))
                .sorted()
                .toArray();
        long firstNever = comparisons.stream()
                .filter(c -> Double.isInfinite(c.effect().limits().value()))
                .count();
        long secondNever = measure != Measure.COST
                ? 0
                : comparisons.stream()
                        .filter(c -> c.effect().limits().value() == 0)
                        .count();
        String low = known.length == 0 ? "" : Words.number(known[0]);
        String high = known.length == 0 ? "" : Words.number(known[known.length - 1]);
        List<String> parts = new ArrayList<>();
        parts.add(
                known.length == 0
                        ? quantity(measure) + " cannot be given"
                        : quantity(measure) + " "
                                + (low.equals(high) ? "is " + low : "lies between " + low + " and " + high));
        if (firstNever > 0) {
            parts.add("the first start never learned in " + firstNever);
        }
        if (secondNever > 0) {
            parts.add("the other start never learned in " + secondNever);
        }
        return String.join(", ", parts) + runs(comparisons);
    }

    private static String runs(List<Comparison> comparisons) {
        OptionalInt least = comparisons.stream()
                .filter(c -> !c.effect().exact())
                .mapToInt(c -> c.effect().n())
                .min();
        return least.isEmpty() ? "" : " (n = " + least.getAsInt() + " a start)";
    }

    private static String quantity(Measure measure) {
        return switch (measure) {
            case COST -> "the ratio of expected epochs";
            case CONVERGED -> "the difference of the shares that learned";
            case SPREAD -> "the growth of the largest distance";
            case NEARNESS -> "the rank correlation";
        };
    }

    /** How many replicates would decide what is open. */
    private static String open(Judgement judgement) {
        List<Comparison> open = judgement.comparisons().stream()
                .filter(c -> c.verdict() == TaskVerdict.OPEN)
                .toList();
        if (open.isEmpty()) {
            return "";
        }
        int[] wanted = open.stream()
                .map(Comparison::wanted)
                .filter(Objects::nonNull)
                .map(Wanted::replicates)
                .filter(Objects::nonNull)
                .mapToInt(Integer::intValue)
                .sorted()
                .toArray();
        int hopeless = open.size() - wanted.length;
        List<String> parts = new ArrayList<>();
        if (wanted.length > 0) {
            parts.add("about "
                    + (wanted[0] == wanted[wanted.length - 1] ? "" : wanted[0] + " to ")
                    + wanted[wanted.length - 1] + " replicates would decide " + wanted.length + " of the open ones");
        }
        if (hopeless > 0) {
            parts.add("for " + hopeless + " of them no number can be given");
        }
        return " " + Words.capitalized(String.join("; ", parts)) + ".";
    }

    /** What a reader must know. */
    static List<String> caveats(Judgement judgement, boolean preliminary) {
        List<String> caveats = new ArrayList<>();
        caveats.add(
                judgement.confirmatory()
                        ? "confirmatory: written down on "
                                + judgement.hypothesis().since() + ", and part of the bundle since before its runs"
                        : "exploratory: the bundle holds no copy of this hypothesis");
        if (preliminary) {
            caveats.add("preliminary: fewer than " + Caveats.FIRM + " replicates");
        }
        if (!judgement.comparisons().isEmpty() && !judgement.missing().isEmpty()) {
            caveats.add("not measured on "
                    + Words.list(
                            judgement.missing().stream().map(ClaimWords::place).toList()));
        }
        return List.copyOf(caveats);
    }
}
