package org.initbench.run;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Processors by their numbers, as Linux lists them: {@code 0-3,8}. */
final class CpuList {
    private static final Pattern FORM = Pattern.compile("\\d{1,6}(-\\d{1,6})?(,\\d{1,6}(-\\d{1,6})?)*");

    private CpuList() {}

    /** Whether a text is such a list. */
    static boolean isOne(String text) {
        return FORM.matcher(text).matches();
    }

    /**
     * The numbers of a list.
     *
     * @throws IllegalArgumentException if the text is none
     */
    static Set<Integer> parse(String list) {
        if (!isOne(list)) {
            throw new IllegalArgumentException("processors '" + list + "' where a list such as 0-3,8 is expected");
        }
        Set<Integer> numbers = new TreeSet<>();
        for (String range : list.split(",", -1)) {
            String[] ends = range.split("-", 2);
            for (int n = Integer.parseInt(ends[0]); n <= Integer.parseInt(ends[ends.length - 1]); n++) {
                numbers.add(n);
            }
        }
        return numbers;
    }
}
