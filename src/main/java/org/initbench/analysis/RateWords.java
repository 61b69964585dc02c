package org.initbench.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.initbench.analysis.ScaleResponse.BestSet;
import org.initbench.init.ScaleKind;
import org.initbench.run.RateKind;
import org.jspecify.annotations.Nullable;

/** What other learning rates do to the answer, in plain words. */
final class RateWords {
    private static final double ROOT = Math.sqrt(10);

    private static final String LONGER = "to take more than 1.25 times as long as the best (simultaneous 95 % limits)";

    private RateWords() {}

    /** Sentences for one task; none if it was run at its own rate only. */
    static List<String> sentences(@Nullable RateAnalysis rates) {
        List<String> sentences = new ArrayList<>();
        if (rates != null) {
            for (RateComparison comparison : rates.comparisons()) {
                sentences.add(sentence(comparison));
                tuned(comparison, rates.gains()).ifPresent(sentences::add);
            }
        }
        return sentences;
    }

    private static String sentence(RateComparison comparison) {
        String subject = "the best " + (comparison.scaleKind() == ScaleKind.STD ? "standard deviation" : "scale")
                + " of " + comparison.initializer() + " weights";
        String unable = unable(comparison.sides());
        return switch (comparison.verdict()) {
            case OPEN -> "Whether " + subject + " depends on the learning rate is open" + unable + ".";
            case OVERLAPS ->
                "No dependence of " + subject
                        + " on the learning rate was shown: the scales not shown " + LONGER + ", "
                        + places(comparison) + ", have one in common" + unable + ".";
            case DEPENDS ->
                "The conclusion depends on the learning rate: " + subject + " " + moves(comparison) + unable
                        + "; every scale is shown " + LONGER + " at one of the two rates.";
        };
    }

    private static String unable(List<RateSide> sides) {
        List<String> places = sides.stream()
                .filter(side -> side.alike().members().isEmpty())
                .map(RateWords::place)
                .toList();
        return places.isEmpty()
                ? ""
                : "; " + Words.list(places) + " no scale reached the threshold often enough to be called best";
    }

    private static String places(RateComparison comparison) {
        return Words.list(comparison.sides().stream()
                .filter(side -> !side.alike().members().isEmpty())
                .map(side -> place(side) + " (" + set(side, comparison.scaleKind()) + ")")
                .toList());
    }

    /** The moves from the task's own rate; where there are none, the first pair of rates between which there is one. */
    private static String moves(RateComparison comparison) {
        List<RateSide> sides = comparison.sides();
        RateSide own = sides.stream()
                .filter(side -> side.rule() == RateKind.TASK)
                .findFirst()
                .orElseThrow();
        List<RateSide> moved = sides.stream()
                .filter(side -> Rates.disjoint(own.alike(), side.alike()))
                .toList();
        ScaleKind kind = comparison.scaleKind();
        if (!moved.isEmpty()) {
            return "moves from " + best(own, kind) + " to "
                    + Words.list(moved.stream()
                            .map(side -> best(side, kind) + " " + place(side))
                            .toList());
        }
        for (RateSide first : sides) {
            for (RateSide second : sides) {
                if (Rates.disjoint(first.alike(), second.alike())) {
                    return "is " + best(first, kind) + " " + place(first) + " and " + best(second, kind) + " "
                            + place(second);
                }
            }
        }
        throw new IllegalArgumentException("no two sets are disjoint");
    }

    private static String best(RateSide side, ScaleKind kind) {
        Double best = side.alike().best();
        return best == null ? "none" : scale(best, kind);
    }

    private static String set(RateSide side, ScaleKind kind) {
        BestSet set = side.alike();
        double low = set.members().get(0);
        double high = set.members().get(set.members().size() - 1);
        return range(low, high, kind);
    }

    private static String scale(double scale, ScaleKind kind) {
        return kind == ScaleKind.STD ? Words.power(scale) : Words.number(scale);
    }

    /** What tuning is worth to an initializer: the good range with and without, where it saves most, what a bad scale costs. */
    private static Optional<String> tuned(RateComparison comparison, List<TuningGain> gains) {
        List<TuningGain> own = gains.stream()
                .filter(gain -> gain.initializer().equals(comparison.initializer()))
                .toList();
        if (own.isEmpty()) {
            return Optional.empty();
        }
        String ranges = "With the rate tuned for each scale the good range of " + comparison.initializer()
                + " weights is " + good(comparison, RateKind.TUNED) + ", at the task's own rate "
                + good(comparison, RateKind.TASK);
        Optional<TuningGain> most = own.stream()
                .filter(gain -> known(gain.ratio().low(), 0) > 1
                        && known(gain.ratio().value(), Double.POSITIVE_INFINITY) >= Rates.MARGIN)
                .max(Comparator.comparingDouble(
                        gain -> known(gain.ratio().value(), known(gain.ratio().low(), 0))));
        String saved = most.map(gain -> saving(gain, own.size()))
                .orElse("at none of " + Words.count(own.size(), "scale")
                        + " was tuning shown to make a difference: a ratio of " + Rates.MARGIN
                        + " or more, and above 1 by simultaneous 95 % limits");
        return Optional.of(ranges + "; " + saved + "." + price(own).orElse(""));
    }

    private static String good(RateComparison comparison, RateKind kind) {
        return comparison.sides().stream()
                .filter(side -> side.rule() == kind)
                .findFirst()
                .flatMap(side -> Optional.ofNullable(side.goodRange()))
                .map(range -> range(range.low(), range.high(), comparison.scaleKind()))
                .orElse("empty (none was shown to be good)");
    }

    private static String range(double low, double high, ScaleKind kind) {
        return low == high ? scale(low, kind) : scale(low, kind) + " to " + scale(high, kind);
    }

    private static String saving(TuningGain gain, int scales) {
        double value = known(gain.ratio().value(), Double.POSITIVE_INFINITY);
        Limits ratio = new Limits(
                value, known(gain.ratio().low(), 0), known(gain.ratio().high(), Double.POSITIVE_INFINITY));
        return "of " + Words.count(scales, "scale") + " tuning saves most at " + place(gain)
                + ", where the task's own rate takes "
                + Words.times(ratio, "the chosen one (" + rate(gain.factor()) + ")")
                + ", simultaneously over these scales";
    }

    /** What the most expensive scale costs against the fastest start, with and without tuning; none if it is unknown. */
    private static Optional<String> price(List<TuningGain> gains) {
        return gains.stream()
                .filter(gain ->
                        gain.price().value() != null && gain.tunedPrice().value() != null)
                .max(Comparator.comparingDouble(gain -> known(gain.price().value(), 0)))
                .map(gain -> " The price of the worst scale at which runs arrived, " + place(gain) + ": "
                        + LaboratoryWords.number(gain.price())
                        + " times the epochs of the fastest start at the task's own rate, "
                        + LaboratoryWords.number(gain.tunedPrice()) + " times with all rates tuned.");
    }

    private static String place(TuningGain gain) {
        Double scale = gain.scale();
        return scale == null ? gain.initializer() : scale(scale, gain.scaleKind());
    }

    private static double known(@Nullable Double value, double otherwise) {
        return value == null ? otherwise : value;
    }

    /** The answer of the whole study; none if it was run at the tasks' own rates only. */
    static Optional<String> ofStudy(List<TaskResult> results) {
        List<String> parts = new ArrayList<>();
        part("the best scale depends on it for ", tasks(results, RateVerdict.DEPENDS))
                .ifPresent(parts::add);
        part("no dependence was shown for ", tasks(results, RateVerdict.OVERLAPS))
                .ifPresent(parts::add);
        part("it is open for ", tasks(results, RateVerdict.OPEN)).ifPresent(parts::add);
        return parts.isEmpty()
                ? Optional.empty()
                : Optional.of("Learning rate: " + String.join("; ", parts)
                        + ". All else that is said here rests on each task's own rate.");
    }

    /** The tasks of a verdict, by initializer. */
    private static Map<String, List<String>> tasks(List<TaskResult> results, RateVerdict verdict) {
        Map<String, List<String>> tasks = new LinkedHashMap<>();
        for (TaskResult result : results) {
            RateAnalysis rates = result.rates();
            if (rates != null) {
                rates.comparisons().stream()
                        .filter(comparison -> comparison.verdict() == verdict)
                        .forEach(comparison -> tasks.computeIfAbsent(comparison.initializer(), k -> new ArrayList<>())
                                .add(result.task().name()));
            }
        }
        return tasks;
    }

    private static Optional<String> part(String words, Map<String, List<String>> tasks) {
        return tasks.isEmpty()
                ? Optional.empty()
                : Optional.of(words
                        + Words.list(tasks.entrySet().stream()
                                .map(e -> e.getKey() + " on " + Words.list(e.getValue()))
                                .toList()));
    }

    /** Such as {@code at the task's own rate}, {@code when the rate is ÷√10}, {@code when the rate is tuned}. */
    private static String place(RateSide side) {
        Double factor = side.factor();
        return side.rule() == RateKind.TASK
                ? "at the task's own rate"
                : "when the rate is " + (factor == null ? "tuned" : rate(factor));
    }

    /** A factor as people write it: {@code ÷√10}, {@code ×3}; {@code task's own} for 1. */
    static String rate(double factor) {
        if (factor == 1) {
            return "task's own";
        }
        double size = factor < 1 ? 1 / factor : factor;
        return (factor < 1 ? "÷" : "×") + (Math.abs(size / ROOT - 1) < 1e-3 ? "√10" : Words.number(size));
    }
}
