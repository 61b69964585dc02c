package org.initbench.analysis;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Quantiles that intervals ask for again and again, each computed once: root finding makes them by far the dearest part of an interval,
 * and the cells of a study share their numbers of runs, of successes and of comparisons.
 */
final class Quantiles {
    private static final Map<Key, Double> KNOWN = new ConcurrentHashMap<>();

    private Quantiles() {}

    private record Key(boolean student, boolean upper, double a, double b, double tail) {
        double compute() {
            return student ? of(TDistribution.of(a)) : of(BetaDistribution.of(a, b));
        }

        private double of(ContinuousDistribution law) {
            return upper ? law.inverseSurvivalProbability(tail) : law.inverseCumulativeProbability(tail);
        }
    }

    /** What Student's t exceeds with probability {@code tail}. */
    static double studentHigh(double freedom, double tail) {
        return of(new Key(true, true, freedom, 0, tail));
    }

    /** What Student's t falls below with probability {@code tail}. */
    static double studentLow(double freedom, double tail) {
        return of(new Key(true, false, freedom, 0, tail));
    }

    /** What a Beta(a, b) variable exceeds with probability {@code tail}. */
    static double betaHigh(double a, double b, double tail) {
        return of(new Key(false, true, a, b, tail));
    }

    /** What a Beta(a, b) variable falls below with probability {@code tail}. */
    static double betaLow(double a, double b, double tail) {
        return of(new Key(false, false, a, b, tail));
    }

    private static double of(Key key) {
        return KNOWN.computeIfAbsent(key, Key::compute);
    }
}
