package org.initbench.study;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;

/** Scales at equal ratios. */
public final class ScaleGrid {

    private static final MathContext DIGITS = new MathContext(4);
    private static final int MOST = 1000;

    private ScaleGrid() {}

    /**
     * Scales from one number to another, both included, those between rounded to four significant digits, so that files show
     * 0.03162 and mean just that.
     *
     * @param from smallest scale, greater than 0
     * @param to largest scale; a whole number of steps above {@code from}
     * @param perDecade steps per power of ten
     * @throws IllegalArgumentException if the ends are in the wrong order, do not lie a whole number of steps apart, or too
     *     many steps
     */
    public static List<Double> logarithmic(double from, double to, int perDecade) {
        double steps = StrictMath.log10(to / from) * perDecade;
        long whole = Math.round(steps);
        if (whole < 0 || whole > MOST || Math.abs(steps - whole) > 1e-6) {
            throw new IllegalArgumentException("from " + from + " to " + to + " at " + perDecade
                    + " steps a decade is no whole number of steps between 0 and " + MOST);
        }
        List<Double> scales = new ArrayList<>();
        for (int i = 0; i <= whole; i++) {
            double scale = from * StrictMath.pow(10, (double) i / perDecade);
            double rounded = new BigDecimal(scale).round(DIGITS).doubleValue();
            scales.add(i == 0 ? from : i == whole ? to : rounded);
        }
        return scales;
    }
}
