package org.initbench.compare;

import java.util.List;
import org.initbench.analysis.Proportion;

/**
 * Whether the same runs converge in both bundles.
 *
 * @param both runs that converged in both
 * @param onlyFirst runs that converged in the first only
 * @param onlySecond runs that converged in the second only
 * @param neither runs that converged in neither
 * @param p exact two-sided McNemar test: the probability of outcomes at least as unequal if a run were as likely to converge in
 *     either; 1 where no outcome differs
 * @param adjusted the same after Holm, over all tests of outcomes of the comparison: one a task and one of all tasks together, for
 *     every bundle
 */
public record Outcomes(int both, int onlyFirst, int onlySecond, int neither, double p, double adjusted) {

    /** Level of the adjusted tests. */
    public static final double LEVEL = 0.05;

    static Outcomes of(List<RunPair> pairs) {
        int both = count(pairs, true, true);
        int onlyFirst = count(pairs, true, false);
        int onlySecond = count(pairs, false, true);
        double p = Proportion.mcNemarTwoSided(onlyFirst, onlySecond);
        return new Outcomes(both, onlyFirst, onlySecond, pairs.size() - both - onlyFirst - onlySecond, p, p);
    }

    private static int count(List<RunPair> pairs, boolean first, boolean second) {
        return (int) pairs.stream()
                .filter(pair -> pair.firstConverged() == first && pair.secondConverged() == second)
                .count();
    }

    /** The same with another adjusted p-value. */
    Outcomes adjusted(double value) {
        return new Outcomes(both, onlyFirst, onlySecond, neither, p, value);
    }

    /** Runs that converged in one bundle and not in the other. */
    public int differing() {
        return onlyFirst + onlySecond;
    }

    /** Whether one bundle is shown to converge more often. */
    public boolean differ() {
        return adjusted <= LEVEL;
    }
}
