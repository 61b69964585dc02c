package org.initbench.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** How the laboratory's numbers and lists are put into words. */
final class LaboratoryWords {
    private LaboratoryWords() {}

    /** A number with its interval, such as {@code 310 (95 % interval 250 to 370)}, or alone where both limits look like it. */
    static String number(Estimate estimate) {
        Double value = estimate.value();
        if (value == null) {
            return "undefined";
        }
        Double low = estimate.low();
        Double high = estimate.high();
        if (low == null || high == null || Words.number(low).equals(Words.number(high))) {
            return Words.number(value);
        }
        String end = Double.isInfinite(high) ? " upwards" : " to " + Words.number(high);
        return Words.number(value) + " (" + Words.number(100 * estimate.confidence()) + " % interval "
                + Words.number(low) + end + ")";
    }

    /** Heads with what is said of each in parentheses: {@code xor-2-2-1 (all weights 0.1 and all weights 1)}. */
    static <T> String byHead(List<T> all, Function<T, String> head, Function<T, String> said) {
        Map<String, List<String>> heads = new LinkedHashMap<>();
        for (T one : all) {
            heads.computeIfAbsent(head.apply(one), k -> new ArrayList<>()).add(said.apply(one));
        }
        return Words.list(heads.entrySet().stream()
                .map(entry -> entry.getKey() + " (" + Words.list(entry.getValue()) + ")")
                .toList());
    }

    /** A range of numbers, or one where both are shown alike: {@code 3.1 to 12}. */
    static String range(double low, double high) {
        String first = Words.number(low);
        String last = Words.number(high);
        return first.equals(last) ? first : first + " to " + last;
    }

    /** {@code : a and b}, or nothing where there is nothing. */
    static String colon(String text) {
        return text.isEmpty() ? "" : ": " + text;
    }
}
