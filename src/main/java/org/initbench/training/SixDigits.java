package org.initbench.training;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * Rounds to six significant decimal digits: to the decimal number nearest to the exact value, halves away from zero, and that to
 * the nearest double.
 *
 * <p>Where 10ᵏ with |k| ≤ 22 brings the value between 10⁵ and 10⁶, one multiplication or division by that power, which a double
 * holds exactly, gives the digits with an error far below {@value #DOUBT}, and one more gives the result correctly rounded
 * (Clinger, How to read floating point numbers accurately, 1990). Values in doubt, and all others, take the long way.
 */
final class SixDigits {

    private static final MathContext DIGITS = new MathContext(6);
    private static final double LEAST = 1e5;
    private static final double BOUND = 1e6;
    private static final double DOUBT = 1e-6;
    private static final double LOG_2 = 0.3010299956639812;

    /** 10⁰ to 10²², the powers of ten that a double holds exactly. */
    private static final double[] POWERS = {
        1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22
    };

    private SixDigits() {}

    /** The value rounded; what is not finite stays as it is, and −0 becomes 0. */
    static double round(double value) {
        if (value == 0 || !Double.isFinite(value)) {
            return value + 0.0;
        }
        int shift = 5 - (int) Math.floor(Math.getExponent(value) * LOG_2);
        double digits = shifted(Math.abs(value), shift);
        if (digits >= BOUND) {
            shift--;
            digits = shifted(Math.abs(value), shift);
        }
        double rounded = Math.rint(digits);
        boolean sure = digits >= LEAST && digits < BOUND - 1 && Math.abs(Math.abs(digits - rounded) - 0.5) > DOUBT;
        return sure ? Math.copySign(shifted(rounded, -shift), value) : exact(value);
    }

    /** The value times 10^shift, rounded once; NaN if no double is that power or its inverse. */
    private static double shifted(double value, int shift) {
        if (Math.abs(shift) >= POWERS.length) {
            return Double.NaN;
        }
        return shift < 0 ? value / POWERS[-shift] : value * POWERS[shift];
    }

    /** The same by arithmetic on all digits. */
    static double exact(double value) {
        return new BigDecimal(value, DIGITS).doubleValue();
    }
}
