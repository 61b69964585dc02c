package org.initbench.analysis;

import java.util.ArrayList;
import java.util.List;

/**
 * The ratio of a start's expected epochs to those of the best start of its task, whichever that is: the largest of its ratios to every
 * other, and 1 if none is better.
 *
 * <p>The limits are constrained to 1 and more, as Hsu's are (Annals of Statistics 9, 1981; Journal of the American Statistical
 * Association 79, 1984), and no start that looks best by chance flatters or harms this one. The lower limit is the largest of lower
 * limits that hold together (Bonferroni over the others). The upper limit is the largest upper limit to the others that may be better:
 * the true best is among them, so that one error probability is enough.
 *
 * <p>A start none of whose runs failed is taken never to fail, as in every ratio of two such starts. Then failures of another can only
 * make that one dearer, and two steps share the error probability: another that sometimes failed is left out if the upper limit of
 * the whole ratio, failures included, is below 1; to those that are left, the upper limit of the ratio of the epochs of successes
 * counts. Without these steps a single failure of a rival puts it beyond comparison, since its cost is then known to a factor only.
 *
 * @param limits the ratio between its limits; NaN between 1 and infinity where no start ever learned
 * @param forecast what they would be with more replicates
 */
record BestRatio(Limits limits, Forecast forecast) {

    /**
     * The ratio.
     *
     * @param others every other start, at least one
     * @param tail error probability on each side
     */
    static BestRatio of(Sample start, List<Sample> others, double tail) {
        List<StudentForecast> lower = new ArrayList<>();
        List<BestForecast.Rival> upper = new ArrayList<>();
        double share = tail / others.size();
        double value = 1;
        double low = 1;
        double high = 1;
        for (Sample other : others) {
            Limits ratio = Contrast.cost(start, other, share);
            if (!Double.isNaN(ratio.value())) {
                value = Math.max(value, ratio.value());
                low = Math.max(low, ratio.low());
                lower.add(new StudentForecast(ratio.log(), Contrast.replicates(start, other), share));
            }
            BestForecast.Rival rival = rival(start, other, tail);
            high = Math.max(high, Math.exp(rival.high()));
            upper.add(rival);
        }
        Limits limits = lower.isEmpty()
                ? new Limits(Double.NaN, 1, Double.POSITIVE_INFINITY)
                : new Limits(value, Math.min(low, value), high);
        int replicates = upper.stream()
                .mapToInt(rival -> rival.ratio().replicates())
                .max()
                .orElseThrow();
        return new BestRatio(limits, new BestForecast(Math.log(limits.value()), replicates, upper, lower));
    }

    private static BestForecast.Rival rival(Sample start, Sample other, double tail) {
        int n = Contrast.replicates(start, other);
        if (!start.allConverged() || other.allConverged()) {
            Limits ratio = Contrast.cost(start, other, tail);
            return new BestForecast.Rival(new StudentForecast(ratio.log(), n, tail), null);
        }
        if (other.successes() == 0) {
            Limits ratio = CostRatio.ofSure(start, other, tail);
            return new BestForecast.Rival(new StudentForecast(ratio.log(), n, tail), null);
        }
        double half = tail / 2;
        Limits whole = CostRatio.ofSure(start, other, half);
        Limits successes = CostRatio.ofSuccesses(start, other, half);
        return new BestForecast.Rival(
                new StudentForecast(successes.log(), n, half), new StudentForecast(whole.log(), n, half));
    }
}
