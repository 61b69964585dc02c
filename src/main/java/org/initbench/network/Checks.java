package org.initbench.network;

/** Checks of a layer's constants, with messages that say what would be right. */
final class Checks {

    private Checks() {}

    /** Refuses a number of things that is below 1. */
    static void atLeastOne(String what, int number) {
        if (number < 1) {
            throw new IllegalArgumentException(what + " must be at least 1, not " + number);
        }
    }
}
