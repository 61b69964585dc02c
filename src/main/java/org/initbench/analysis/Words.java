package org.initbench.analysis;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import org.initbench.run.ArmDescription;

/** Numbers as people read them: two significant digits, scales as powers of ten. */
final class Words {
    /** Distance from 1 up to which a ratio is given as a percentage of difference. */
    private static final double ALIKE = 0.05;

    /** Exponents between which numbers are written without a power of ten. */
    private static final int SMALLEST_PLAIN = -4;

    private static final int LARGEST_PLAIN = 5;

    private Words() {}

    /** Two digits; below 10^-4 and from 10^6 on with a power of ten: {@code 0.67}, {@code 20000}, {@code 1.8 × 10^6}. */
    static String number(double x) {
        if (!Double.isFinite(x)) {
            return x > 0 ? "infinity" : "undefined";
        }
        BigDecimal rounded = BigDecimal.valueOf(x).round(new MathContext(2));
        if (rounded.signum() == 0) {
            return "0";
        }
        int exponent = rounded.precision() - rounded.scale() - 1;
        if (exponent >= SMALLEST_PLAIN && exponent <= LARGEST_PLAIN) {
            return rounded.stripTrailingZeros().toPlainString();
        }
        String mantissa = rounded.movePointLeft(exponent).stripTrailingZeros().toPlainString();
        return (mantissa.equals("1") ? "" : mantissa + " × ") + "10^" + exponent;
    }

    /** A positive number as a power of ten, the exponent to a quarter where it is one and to a tenth elsewhere. */
    static String power(double x) {
        double exponent = Math.log10(x);
        double quarter = Math.rint(4 * exponent) / 4;
        double shown = Math.abs(exponent - quarter) < 0.006 ? quarter : Math.rint(10 * exponent) / 10;
        String text = BigDecimal.valueOf(shown).stripTrailingZeros().toPlainString();
        return "10^" + (text.equals("-0") ? "0" : text);
    }

    /** A number to a tenth: {@code -0.8}. */
    static String tenths(double x) {
        String text =
                BigDecimal.valueOf(Math.rint(10 * x) / 10).stripTrailingZeros().toPlainString();
        return text.equals("-0") ? "0" : text;
    }

    /** A scale both ways, such as {@code 10^-1.5 (0.032)}; once where both are the same. */
    static String scale(double x) {
        return power(x).equals(number(x)) ? power(x) : power(x) + " (" + number(x) + ")";
    }

    /** A range of scales both ways; one scale where both ends are equal. */
    static String range(double low, double high) {
        return low == high
                ? scale(low)
                : power(low) + " to " + power(high) + " (" + number(low) + " to " + number(high) + ")";
    }

    /**
     * A ratio of epochs and what it is a ratio to, such as {@code 2.1 times as many epochs as at the best scale (95 %
     * interval 1.8 to 2.4)}, {@code more than 8 times as many epochs as …}, or {@code as many epochs as …, to within 2 %}.
     */
    static String times(Limits ratio, String reference) {
        if (!Double.isFinite(ratio.value())) {
            return "more than " + down(ratio.low()) + " times as many epochs as " + reference;
        }
        double off = Math.max(1 - ratio.low(), ratio.high() - 1);
        if (off <= ALIKE) {
            long percent = (long) Math.ceil(100 * off - 1e-6);
            return "as many epochs as " + reference + (percent == 0 ? "" : ", to within " + percent + " %");
        }
        String interval = interval(ratio);
        return number(ratio.value()) + " times as many epochs as " + reference
                + (interval.isEmpty() ? "" : " (95 % interval " + interval + ")");
    }

    /** The limits of a ratio, such as {@code 1.8 to 2.4} or {@code 1.8 upwards}; empty where they are the value itself, to two digits. */
    static String interval(Limits ratio) {
        if (number(ratio.low()).equals(number(ratio.value()))
                && number(ratio.high()).equals(number(ratio.value()))) {
            return "";
        }
        boolean unbounded = Double.isInfinite(ratio.high()) || ratio.high() > 1000 * ratio.value();
        return number(ratio.low()) + (unbounded ? " upwards" : " to " + number(ratio.high()));
    }

    /** Two digits, rounded down: what is more than {@code x} is more than this. */
    static String down(double x) {
        return new BigDecimal(x)
                .round(new MathContext(2, RoundingMode.DOWN))
                .stripTrailingZeros()
                .toPlainString();
    }

    /** A scale that someone chose: as a power of ten where the exponent is a multiple of a quarter, else as it is. */
    private static String chosen(double scale) {
        double quarters = 4 * Math.log10(scale);
        return Math.abs(quarters - Math.rint(quarters)) < 0.024 ? power(scale) : number(scale);
    }

    /**
     * A start, such as {@code he-normal at gain 1}, {@code normal at std 10^-1.5}, {@code uniform at std 0.29}, {@code all weights
     * zero}.
     */
    static String start(ArmDescription arm) {
        Double scale = arm.scale();
        if (scale == null) {
            return arm.initializer().equals("zero") ? "all weights zero" : arm.initializer();
        }
        return switch (arm.scaleKind()) {
            case STD -> arm.initializer() + " at std " + chosen(scale);
            case GAIN -> arm.initializer() + " at gain " + number(scale);
            case VALUE -> "all weights " + number(scale);
            case NONE -> arm.initializer();
        };
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
