package org.initbench.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import org.initbench.analysis.Estimate;
import org.jspecify.annotations.Nullable;

/** Numbers as people read them: two or three significant digits, no locale, a dash for what is not known. */
final class Numbers {
    /** What stands for a number that does not exist. */
    static final String MISSING = "–";

    /** Relative change that the third digit of a scale may make and yet be left out: that of half decades. */
    private static final double SLIGHT = 0.015;

    private static final char GROUP = '\u202f';
    private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    private Numbers() {}

    /** Three significant digits: {@code 0.0316}, {@code 41.3}, {@code 12 300}, {@code 3.2 × 10⁻⁵}. */
    static String of(@Nullable Double value) {
        return of(value, 3);
    }

    /** The given number of significant digits, written plainly between 0.001 and a million, else with a power of ten. */
    static String of(@Nullable Double value, int digits) {
        if (value == null || value.isNaN()) {
            return MISSING;
        }
        if (value.isInfinite()) {
            return value > 0 ? "∞" : "−∞";
        }
        if (value == 0) {
            return "0";
        }
        BigDecimal rounded = rounded(value, digits);
        double size = Math.abs(rounded.doubleValue());
        String text = size >= 1e-3 && size < 1e6 ? grouped(rounded) : scientific(rounded);
        return text.replace('-', '−');
    }

    /** The same in ASCII, for terminals: {@code 12300}, {@code 3.2e-5}, {@code inf}. */
    static String ascii(@Nullable Double value, int digits) {
        if (value == null || value.isNaN()) {
            return MISSING;
        }
        if (value.isInfinite()) {
            return value > 0 ? "inf" : "-inf";
        }
        if (value == 0) {
            return "0";
        }
        BigDecimal rounded = rounded(value, digits);
        double size = Math.abs(rounded.doubleValue());
        if (size >= 1e-3 && size < 1e6) {
            return rounded.toPlainString();
        }
        int exponent = exponent(rounded);
        return mantissa(rounded, exponent) + "e" + exponent;
    }

    /** A power of ten to two decimals of its exponent: {@code 10^-1.5}. */
    static String power(double value) {
        return "10^" + exponent(value);
    }

    /** The exponent of a power of ten to two decimals: {@code -1.5}. */
    static String exponent(double value) {
        BigDecimal exponent = BigDecimal.valueOf(Math.log10(value))
                .setScale(2, RoundingMode.HALF_EVEN)
                .stripTrailingZeros();
        return exponent.signum() == 0 ? "0" : exponent.toPlainString();
    }

    /** A scale: a whole power of ten below 0.01 and above 1000 as such, else two digits, or three where two say too little. */
    static String scale(@Nullable Double value) {
        if (value == null || !(value > 0) || value.isInfinite()) {
            return of(value);
        }
        double exponent = Math.log10(value);
        boolean whole = Math.abs(exponent - Math.rint(exponent)) < 1e-6;
        return whole && (exponent < -2.5 || exponent > 3.5)
                ? "10" + superscript(Long.toString(Math.round(exponent)))
                : of(value, Math.abs(rounded(value, 2).doubleValue() / value - 1) < SLIGHT ? 2 : 3);
    }

    /** A probability with two decimals. */
    static String probability(@Nullable Double value) {
        return value == null || value.isNaN() ? MISSING : String.format(Locale.ROOT, "%.2f", value);
    }

    /** The point estimate; "> low" where only a lower limit is known; else a dash. */
    static String value(Estimate estimate) {
        Double low = estimate.low();
        if (isKnown(estimate.value())) {
            return of(estimate.value());
        }
        return low != null && isKnown(low) && low > 0 ? "> " + of(down(low), 2) : MISSING;
    }

    /** The same in ASCII. */
    static String asciiValue(Estimate estimate) {
        Double low = estimate.low();
        if (isKnown(estimate.value())) {
            return ascii(estimate.value(), 3);
        }
        return low != null && isKnown(low) && low > 0 ? "> " + ascii(down(low), 2) : MISSING;
    }

    /** The interval as {@code 37–46}; empty where there is none, no point estimate, or no width. */
    static String interval(Estimate estimate) {
        Double low = estimate.low();
        Double high = estimate.high();
        boolean shown = isKnown(estimate.value()) && low != null && high != null && !low.equals(high);
        return shown ? of(low) + "–" + of(high) : "";
    }

    /** The estimate with its interval: {@code 41 [37–46]}. */
    static String withInterval(Estimate estimate) {
        String interval = interval(estimate);
        return interval.isEmpty() ? value(estimate) : value(estimate) + " [" + interval + "]";
    }

    /** A probability with its interval: {@code 0.70 [0.40–0.89]}. */
    static String probabilityWithInterval(Estimate p) {
        boolean interval = isKnown(p.value()) && p.low() != null && p.high() != null;
        return probability(p.value())
                + (interval ? " [" + probability(p.low()) + "–" + probability(p.high()) + "]" : "");
    }

    /** Whether there is a finite number. */
    static boolean isKnown(@Nullable Double value) {
        return value != null && !value.isNaN() && !value.isInfinite();
    }

    /** Two digits, rounded down: what is more than {@code value} is more than this. */
    static String floor(double value) {
        return of(down(value), 2);
    }

    /** Two digits, never more than the value: what is greater than it must be greater than what is shown. */
    private static double down(double value) {
        return new BigDecimal(value)
                .round(new MathContext(2, RoundingMode.DOWN))
                .doubleValue();
    }

    private static BigDecimal rounded(double value, int digits) {
        return new BigDecimal(value)
                .round(new MathContext(digits, RoundingMode.HALF_EVEN))
                .stripTrailingZeros();
    }

    private static String grouped(BigDecimal value) {
        String plain = value.toPlainString();
        int point = plain.indexOf('.');
        int end = point < 0 ? plain.length() : point;
        int start = value.signum() < 0 ? 1 : 0;
        if (end - start < 5) {
            return plain;
        }
        StringBuilder text = new StringBuilder(plain);
        for (int i = end - 3; i > start; i -= 3) {
            text.insert(i, GROUP);
        }
        return text.toString();
    }

    private static String scientific(BigDecimal value) {
        int exponent = exponent(value);
        String power = "10" + superscript(Integer.toString(exponent));
        String mantissa = mantissa(value, exponent);
        return mantissa.equals("1") ? power : mantissa + " × " + power;
    }

    private static int exponent(BigDecimal value) {
        return value.precision() - value.scale() - 1;
    }

    private static String mantissa(BigDecimal value, int exponent) {
        return value.movePointLeft(exponent).stripTrailingZeros().toPlainString();
    }

    private static String superscript(String number) {
        StringBuilder text = new StringBuilder();
        number.chars().forEach(c -> text.append(c == '-' ? '⁻' : SUPERSCRIPTS.charAt(c - '0')));
        return text.toString();
    }
}
