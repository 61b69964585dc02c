package org.initbench.optimizer;

/** Checks of a rule's constants, with messages that say what would be right. */
final class Checks {

    private Checks() {}

    /** Refuses a share of what is kept from update to update that is not in [0, 1). */
    static void kept(String name, double share) {
        if (!(share >= 0 && share < 1)) {
            throw new IllegalArgumentException(name + " must be at least 0 and less than 1, not " + share);
        }
    }

    /** Refuses a denominator's addend that is not positive and finite. */
    static void positive(String name, double value) {
        if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(name + " must be positive and finite, not " + value);
        }
    }

    /** Refuses a strength that is negative or not finite. */
    static void notNegative(String name, double value) {
        if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(name + " must be at least 0 and finite, not " + value);
        }
    }
}
