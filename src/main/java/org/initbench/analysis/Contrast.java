package org.initbench.analysis;

import java.util.List;

/** Effects of one arm against another with intervals at any error probability, the same whichever arm comes first. */
final class Contrast {
    private Contrast() {}

    /**
     * Ratio of expected epochs until success, first over second. NaN between 0 and infinity where neither ever converged.
     *
     * @param tail error probability on each side
     */
    static Limits cost(Sample first, Sample second, double tail) {
        boolean firstNever = first.successes() == 0;
        boolean secondNever = second.successes() == 0;
        if (firstNever && secondNever) {
            return new Limits(Double.NaN, 0, Double.POSITIVE_INFINITY);
        }
        return secondNever
                ? inverse(CostRatio.of(second, first, CostRatio.AT_BUDGET, tail))
                : CostRatio.of(first, second, CostRatio.AT_BUDGET, tail);
    }

    private static Limits inverse(Limits ratio) {
        return new Limits(1 / ratio.value(), 1 / ratio.high(), 1 / ratio.low());
    }

    /** Replicates that a comparison of two cells rests on: an exact one stands beside every replicate of the other. */
    static int replicates(Sample first, Sample second) {
        return first.exact() ? second.n() : second.exact() ? first.n() : Math.min(first.n(), second.n());
    }

    /**
     * Difference of the shares that converged, first less second, paired.
     *
     * @param tail error probability on each side
     */
    static Limits converged(Sample first, Sample second, double tail) {
        return PairedShares.of(first, second).difference(tail);
    }

    /**
     * The mean of effects of independent tasks, by MOVER (Zou and Donner, Statistics in Medicine 27, 2008): the squares of the distances
     * to the limits add, L = d̄ − √Σ(dᵢ−lᵢ)²/k.
     */
    static Limits mean(List<Limits> effects) {
        Limits sum = effects.stream().reduce(Limits.exact(0), Limits::plus);
        int n = effects.size();
        return new Limits(sum.value() / n, sum.low() / n, sum.high() / n);
    }
}
