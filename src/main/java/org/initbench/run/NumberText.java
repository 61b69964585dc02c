package org.initbench.run;

import com.fasterxml.jackson.core.io.NumberInput;

/** Numbers as tables hold them: as {@link Double#toString} writes them, with a shorter fraction or exponent, or with none. */
final class NumberText {
    private static final String INFINITY = "Infinity";

    private NumberText() {}

    /** Whether it is {@code NaN}, or after a sign or none {@code Infinity} or digits with a fraction and an exponent or without. */
    static boolean isNumber(String text) {
        int start = text.startsWith("-") ? 1 : 0;
        if (text.startsWith(INFINITY, start)) {
            return text.length() == start + INFINITY.length();
        }
        int end = digits(text, start);
        if (end == start) {
            return text.equals("NaN");
        }
        if (is(text, end, '.', '.')) {
            end = digits(text, end + 1);
        }
        if (!is(text, end, 'e', 'E')) {
            return end == text.length();
        }
        int exponent = is(text, end + 1, '-', '+') ? end + 2 : end + 1;
        end = digits(text, exponent);
        return end > exponent && end == text.length();
    }

    /** The place behind the decimal digits that begin at {@code from}. */
    private static int digits(String text, int from) {
        int end = from;
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        return end;
    }

    private static boolean is(String text, int place, char one, char other) {
        return place < text.length() && (text.charAt(place) == one || text.charAt(place) == other);
    }

    /** The number, as {@link Double#parseDouble} reads it. */
    static double parse(String number) {
        return NumberInput.parseDouble(number, true);
    }
}
