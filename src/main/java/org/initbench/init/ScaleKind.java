package org.initbench.init;

import java.util.Locale;

/** What the number called <em>scale</em> means to an initializer. */
public enum ScaleKind {
    /** The standard deviation of a weight, so that absolute families are comparable at equal variance. */
    STD,
    /** A multiplier of the standard deviation that the scheme was published with; 1 is the scheme as published. */
    GAIN,
    /** The value that every weight takes. */
    VALUE,
    /** The rule takes no scale. */
    NONE;

    /** The word used in files: {@code std}, {@code gain}, {@code value}, {@code none}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The inverse of {@link #label()}.
     *
     * @throws IllegalArgumentException if the word names no scale kind
     */
    public static ScaleKind of(String label) {
        for (ScaleKind kind : values()) {
            if (kind.label().equals(label)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("unknown scale kind '" + label + "'; expected std, gain, value or none");
    }
}
