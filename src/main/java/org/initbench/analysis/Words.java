package org.initbench.analysis;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;

/** Numbers as people read them: two significant digits, scales as powers of ten. */
final class Words {
    private Words() {}

    /** Two significant digits, without an exponent. */
    static String number(double x) {
        if (!Double.isFinite(x)) {
            return x > 0 ? "infinity" : "undefined";
        }
        BigDecimal rounded = BigDecimal.valueOf(x).round(new MathContext(2));
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }

    /** A positive number as a power of ten, the exponent to a quarter where it is one and to a tenth elsewhere. */
    static String power(double x) {
        double exponent = Math.log10(x);
        double quarter = Math.rint(4 * exponent) / 4;
        double shown = Math.abs(exponent - quarter) < 0.006 ? quarter : Math.rint(10 * exponent) / 10;
        String text = BigDecimal.valueOf(shown).stripTrailingZeros().toPlainString();
        return "10^" + (text.equals("-0") ? "0" : text);
    }

    /** A scale both ways, such as {@code 10^-1.5 (0.032)}. */
    static String scale(double x) {
        return power(x) + " (" + number(x) + ")";
    }

    /** A range of scales both ways; one scale where both ends are equal. */
    static String range(double low, double high) {
        return low == high
                ? scale(low)
                : power(low) + " to " + power(high) + " (" + number(low) + " to " + number(high) + ")";
    }

    /** A ratio with its interval, such as {@code 2.1 times as many epochs (1.8 to 2.4)}. */
    static String times(Limits ratio) {
        if (!Double.isFinite(ratio.value())) {
            return "more than " + number(ratio.low()) + " times as many epochs";
        }
        String high = Double.isInfinite(ratio.high()) || ratio.high() > 1000 * ratio.value()
                ? "no upper limit"
                : "to " + number(ratio.high());
        return number(ratio.value()) + " times as many epochs (95 % interval " + number(ratio.low())
                + (high.startsWith("to") ? " " : ", ") + high + ")";
    }

    /** {@code 1 run}, {@code 2 runs}. */
    static String count(int n, String noun) {
        return String.format(Locale.ROOT, "%d %s%s", n, noun, n == 1 ? "" : "s");
    }

    /** {@code a, b and c}. */
    static String list(List<String> items) {
        if (items.size() < 2) {
            return String.join("", items);
        }
        return String.join(", ", items.subList(0, items.size() - 1)) + " and " + items.get(items.size() - 1);
    }

    static String capitalized(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
