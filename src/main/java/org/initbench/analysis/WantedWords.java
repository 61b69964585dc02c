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
     * One or two sentences, each after a space.
     *
     * @param wanted one an open comparison, at least one
     * @param measure what is compared
     * @param noun what is open: {@code task}, {@code pair of tasks}; empty for all of them together
     */
    static String of(List<Wanted> wanted, Measure measure, String noun) {
        int[] numbers = wanted.stream()
                .map(Wanted::replicates)
                .filter(Objects::nonNull)
                .mapToInt(Integer::intValue)
                .sorted()
                .toArray();
        return decide(numbers, wanted.size(), measure, noun) + none(wanted, noun);
    }

    private static String decide(int[] numbers, int open, Measure measure, String noun) {
        if (numbers.length == 0) {
            return "";
        }
        String low = Words.number(numbers[0]);
        String high = Words.number(numbers[numbers.length - 1]);
        return " About " + (low.equals(high) ? low : low + " to " + high) + " replicates"
                + (measure == Measure.SPREAD ? ", looked into," : "") + " would decide "
                + which(numbers.length, open, noun) + ".";
    }

    private static String which(int decided, int open, String noun) {
        if (noun.isEmpty()) {
            return "it";
        }
        String opens = Standing.count(open, "open " + noun);
        return decided < open ? decided + " of the " + opens : open == 1 ? "the open " + noun : "the " + opens;
    }

    private static String none(List<Wanted> wanted, String noun) {
        Map<NoNumber, Long> reasons = wanted.stream()
                .map(Wanted::why)
                .filter(Objects::nonNull)
                .collect(Collectors.groupingBy(why -> why, () -> new EnumMap<>(NoNumber.class), Collectors.counting()));
        if (reasons.isEmpty()) {
            return "";
        }
        int hopeless = (int) wanted.stream().filter(w -> w.why() != null).count();
        String why = reasons.entrySet().stream()
                .map(entry -> entry.getKey().label() + (reasons.size() > 1 ? " (" + entry.getValue() + ")" : ""))
                .collect(Collectors.joining(", "));
        return " No number of replicates can be given"
                + (noun.isEmpty() ? "" : " for " + Standing.count(hopeless, "open " + noun)) + ": " + why + ".";
    }
}
