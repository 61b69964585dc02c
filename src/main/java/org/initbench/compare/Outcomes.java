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
 * @param divergedInOne of those, the ones that diverged in one bundle and ran out of epochs in the other
 * @param atLeast lower limit of the share of runs that end differently (Clopper and Pearson), in [0, 1]; those of all tasks and bundles
 *     hold together with 95 %
 * @param atMost upper limit of that share, one-sided 95 %
 * @param p exact two-sided McNemar test: the probability of outcomes at least as unequal if a run were as likely to converge in
 *     either; 1 where no outcome differs
 * @param adjusted the same after Holm, over all tests of outcomes of the comparison: one a task and one of all tasks together, for
 *     every bundle
 */
public record Outcomes(
        int both,
        int onlyFirst,
        int onlySecond,
        int neither,
        int divergedInOne,
        double atLeast,
        double atMost,
        double p,
        double adjusted) {

    /** Level of the adjusted tests, and error probability of the limit. */
    public static final double LEVEL = 0.05;

    /** Largest share of a task's runs that may end differently in bundles that agree. */
    public static final double TOLERATED = 0.05;

    /**
     * The outcomes of runs.
     *
     * @param limits number of lower limits that are to hold together
     */
    static Outcomes of(List<RunPair> pairs, int limits) {
        int both = count(pairs, true, true);
        int onlyFirst = count(pairs, true, false);
        int onlySecond = count(pairs, false, true);
        double p = Proportion.mcNemarTwoSided(onlyFirst, onlySecond);
        int divergedInOne = (int) pairs.stream().filter(RunPair::divergedInOne).count();
        int differing = onlyFirst + onlySecond + divergedInOne;
        return new Outcomes(
                both,
                onlyFirst,
                onlySecond,
                pairs.size() - both - onlyFirst - onlySecond,
                divergedInOne,
                Proportion.clopperPearsonLow(differing, pairs.size(), LEVEL / limits),
                Proportion.clopperPearsonHigh(differing, pairs.size(), LEVEL),
                p,
                p);
    }

    private static int count(List<RunPair> pairs, boolean first, boolean second) {
        return (int) pairs.stream()
                .filter(pair -> pair.firstConverged() == first && pair.secondConverged() == second)
                .count();
    }

    /** The same with another adjusted p-value. */
    Outcomes adjusted(double value) {
        return new Outcomes(both, onlyFirst, onlySecond, neither, divergedInOne, atLeast, atMost, p, value);
    }

    /** Runs that end differently: converged, diverged or out of epochs. */
    public int differing() {
        return onlyFirst + onlySecond + divergedInOne;
    }

    /** Whether all runs end alike, or it is shown that at most the tolerated share does not. */
    public boolean alike() {
        return differing() == 0 || atMost <= TOLERATED;
    }

    /** Whether it is shown that more than the tolerated share ends differently. */
    public boolean unlike() {
        return atLeast > TOLERATED;
    }

    /** Whether one bundle is shown to converge more often. */
    public boolean differ() {
        return adjusted <= LEVEL;
    }
}
