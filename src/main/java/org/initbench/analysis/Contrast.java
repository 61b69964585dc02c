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

    /**
     * Ratio of expected epochs of a start to those of the best start, whichever that is: the largest of its ratios to every other, and 1 if none is better.
     *
     * <p>The upper limit of the largest ratio is the largest upper limit: the true best is among them. The lower limit is the largest
     * of lower limits that hold together (Bonferroni over the others; compare Hsu, Annals of Statistics 9, 1981, on
     * multiple comparisons with the best). So no start that looks best by chance flatters or harms this one.
     *
     * @param others every other start, at least one
     * @param tail error probability on each side
     */
    static Limits costToBest(Sample start, List<Sample> others, double tail) {
        double value = 1;
        double low = 1;
        double high = 1;
        for (Sample other : others) {
            Limits each = cost(start, other, tail);
            value = Math.max(value, Double.isNaN(each.value()) ? 1 : each.value());
            high = Math.max(high, each.high());
            low = Math.max(low, cost(start, other, tail / others.size()).low());
        }
        return new Limits(value, Math.min(low, value), high);
    }

    /**
     * Difference of the shares that converged, first less second, paired: Newcombe's method 10 (Statistics in Medicine 17, 1998,
     * 2635–2650), Wilson's limits of both shares joined with the correlation that the pairs show.
     *
     * @param tail error probability on each side
     */
    static Limits converged(Sample first, Sample second, double tail) {
        return share(first, tail).minus(share(second, tail), correlation(first, second));
    }

    private static Limits share(Sample sample, double tail) {
        int successes = sample.successes();
        return sample.exact() ? Limits.exact(successes) : Proportion.wilson(successes, sample.n(), tail);
    }

    /** Newcombe's φ: the correlation of the two outcomes, with a continuity correction where it is positive. */
    private static double correlation(Sample first, Sample second) {
        if (first.exact() || second.exact()) {
            return 0;
        }
        Pairs pairs = Pairs.of(first, second);
        double n = pairs.n();
        double both = pairs.both();
        double won = pairs.onlyFirst();
        double lost = pairs.onlySecond();
        double neither = n - both - won - lost;
        double product = (both + won) * (lost + neither) * (both + lost) * (won + neither);
        double determinant = both * neither - won * lost;
        if (product == 0) {
            return 0;
        }
        double corrected = determinant > 0 ? Math.max(determinant - n / 2, 0) : determinant;
        return corrected / Math.sqrt(product);
    }

    /** The mean of effects of independent tasks. */
    static Limits mean(List<Limits> effects) {
        Limits sum = effects.stream().reduce(Limits.exact(0), Limits::plus);
        int n = effects.size();
        return new Limits(sum.value() / n, sum.low() / n, sum.high() / n);
    }
}
