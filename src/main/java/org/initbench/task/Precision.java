package org.initbench.task;

import java.util.Locale;
import org.initbench.common.UsageException;

/** The floating-point format of a network's parameters and arithmetic. */
public enum Precision {
    /** IEEE 754 binary32. */
    FLOAT32,
    /** IEEE 754 binary64. */
    FLOAT64;

    /** The word used in files: {@code float32} or {@code float64}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The inverse of {@link #label()}.
     *
     * @throws UsageException if the word names no precision
     */
    public static Precision of(String label) {
        for (Precision precision : values()) {
            if (precision.label().equals(label)) {
                return precision;
            }
        }
        throw new UsageException("precision '" + label + "' must be float32 or float64");
    }

    /** The nearest number of this format. */
    public double round(double value) {
        return this == FLOAT32 ? (float) value : value;
    }
}
