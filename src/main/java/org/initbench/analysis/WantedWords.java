package org.initbench.analysis;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.initbench.hypothesis.Measure;

/** How many replicates would decide what is open, in words. */
final class WantedWords {
    private WantedWords() {}

    /**
     * Up to two sentences, each after a space. Where a remark says already why nothing can be told, nothing is added.
     *
     * @param open open comparisons, at least one
     * @param measure what is compared
     * @param noun what is open: {@code task}, {@code pair of tasks}; empty for all of them together
     */
    static String of(List<Comparison> open, Measure measure, String noun) {
        int[] numbers = open.stream()
                .map(Comparison::wanted)
                .filter(Objects::nonNull)
                .map(Wanted::replicates)
                .filter(Objects::nonNull)
                .mapToInt(Integer::intValue)
                .sorted()
                .toArray();
        return decide(numbers, open.size(), measure, noun) + none(open, noun);
    }

    private static String decide(int[] numbers, int open, Measure measure, String noun) {
        if (numbers.length == 0) {
            return "";
        }
        String low = Words.number(numbers[0]);
        String high = Words.number(numbers[numbers.length - 1]);
        return " About " + (low.equals(high) ? low : low + " to " + high) + " replicates"
                + (measure == Measure.SPREAD ? " that are looked into" : "") + " would decide "
                + which(numbers.length, open, noun) + ".";
    }

    private static String which(int decided, int open, String noun) {
        if (noun.isEmpty()) {
            return "it";
        }
        String opens = Standing.count(open, "open " + noun);
        return decided < open ? decided + " of the " + opens : open == 1 ? "the open " + noun : "the " + opens;
    }

    private static String none(List<Comparison> open, String noun) {
        Map<NoNumber, Long> reasons = open.stream()
                .filter(c -> c.effect().remark() == null || c.effect().remark() == Remark.TASKS_MISSING)
                .map(Comparison::wanted)
                .filter(Objects::nonNull)
                .map(Wanted::why)
                .filter(Objects::nonNull)
                .collect(Collectors.groupingBy(why -> why, () -> new EnumMap<>(NoNumber.class), Collectors.counting()));
        if (reasons.isEmpty()) {
            return "";
        }
        long n = reasons.values().stream().mapToLong(Long::longValue).sum();
        String why = reasons.entrySet().stream()
                .map(entry -> entry.getKey().label() + (reasons.size() > 1 ? " (" + entry.getValue() + ")" : ""))
                .collect(Collectors.joining(", "));
        return " No number of replicates can be given"
                + (noun.isEmpty() ? "" : " for " + Standing.count((int) n, "open " + noun)) + ": " + why + ".";
    }
}
