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
 * @param atMost upper limit, one-sided 95 %, of the share of runs that end differently (Clopper and Pearson), in [0, 1]; 0 where no
 *     outcome differs
 * @param p exact two-sided McNemar test: the probability of outcomes at least as unequal if a run were as likely to converge in
 *     either; 1 where no outcome differs
 * @param adjusted the same after Holm, over all tests of outcomes of the comparison: one a task and one of all tasks together, for
 *     every bundle
 */
public record Outcomes(int both, int onlyFirst, int onlySecond, int neither, double atMost, double p, double adjusted) {

    /** Level of the adjusted tests, and error probability of the limit. */
    public static final double LEVEL = 0.05;

    /** Largest share of a task's runs that may end differently where bundles agree. */
    public static final double TOLERATED = 0.05;

    static Outcomes of(List<RunPair> pairs) {
        int both = count(pairs, true, true);
        int onlyFirst = count(pairs, true, false);
        int onlySecond = count(pairs, false, true);
        double p = Proportion.mcNemarTwoSided(onlyFirst, onlySecond);
        int differing = onlyFirst + onlySecond;
        double atMost = differing == 0 ? 0 : Proportion.clopperPearsonHigh(differing, pairs.size(), LEVEL);
        return new Outcomes(both, onlyFirst, onlySecond, pairs.size() - both - differing, atMost, p, p);
    }

    private static int count(List<RunPair> pairs, boolean first, boolean second) {
        return (int) pairs.stream()
                .filter(pair -> pair.firstConverged() == first && pair.secondConverged() == second)
                .count();
    }

    /** The same with another adjusted p-value. */
    Outcomes adjusted(double value) {
        return new Outcomes(both, onlyFirst, onlySecond, neither, atMost, p, value);
    }

    /** Runs that converged in one bundle and not in the other. */
    public int differing() {
        return onlyFirst + onlySecond;
    }

    /** Whether the same runs converge, or it is shown that at most the tolerated share ends differently. */
    public boolean alike() {
        return atMost <= TOLERATED;
    }

    /** Whether one bundle is shown to converge more often. */
    public boolean differ() {
        return adjusted <= LEVEL;
    }
}
