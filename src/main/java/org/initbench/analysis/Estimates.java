package org.initbench.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.initbench.run.Outcome;
import org.jspecify.annotations.Nullable;

/** The estimates of a cell, each with its interval, its n and its caveats. */
final class Estimates {
    static final double CONFIDENCE = 0.95;

    private Estimates() {}

    /** Probability of reaching the level within the budget, Wilson interval. */
    static Estimate probability(Sample sample) {
        int s = sample.successes();
        if (sample.exact()) {
            return Estimate.exact(s);
        }
        return estimate(Proportion.wilson(s, sample.n(), Cost.TAIL), sample.n(), List.of());
    }

    /** Mean of min(T, B). */
    static Estimate restrictedMean(Sample sample) {
        Cost cost = Cost.atBudget(sample);
        return sample.exact()
                ? Estimate.exact(cost.restrictedMean().value())
                : estimate(cost.restrictedMean(), sample.n(), fewSuccesses(sample));
    }

    /** Expected epochs until success with restarts at the budget. */
    static Estimate ert(Sample sample) {
        return cost(sample, Cost.atBudget(sample).expected(), List.of());
    }

    /** The same, charging diverged runs their own epochs only. */
    static Estimate ertDivergedOwn(Cell cell) {
        Sample sample = cell.headline();
        Limits limits = Cost.atBudget(sample).expected(sample.meanCharge());
        return cost(
                sample,
                limits,
                cell.count(Outcome.DIVERGED) == 0
                        ? List.of()
                        : List.of("the mean charge of a failed run is taken as known"));
    }

    /** Expected epochs until success with restarts at the best cutoff. */
    static Estimate restart(Sample sample) {
        return cost(sample, RestartCost.of(sample).expected(), List.of());
    }

    private static Estimate cost(Sample sample, Limits limits, List<String> more) {
        if (sample.exact()) {
            return sample.successes() == 1
                    ? Estimate.exact(limits.value())
                    : Estimate.undefined(1, "exact: this start never reaches the level within the budget");
        }
        List<String> caveats = new ArrayList<>(fewSuccesses(sample));
        caveats.addAll(more);
        return estimate(limits, sample.n(), caveats);
    }

    private static List<String> fewSuccesses(Sample sample) {
        int s = sample.successes();
        if (s == 0) {
            return List.of("undefined: none of " + sample.n() + " runs converged; greater than the lower limit");
        }
        if (s == sample.n()) {
            return List.of("all " + s
                    + " runs converged; the upper limit allows for failures that so many runs cannot rule out");
        }
        return s < Cell.ENOUGH ? List.of("rests on " + s + " of " + sample.n() + " runs that converged") : List.of();
    }

    /** The ratio of a cell's ERT to that of the task's best cell, which is null if there is none. */
    static Estimate ratio(Cell cell, @Nullable Cell best) {
        return ratio(cell, best, Cost.TAIL);
    }

    /**
     * The ratio of two cells' ERTs as one of several whose limits are to hold at once.
     *
     * @param tail error probability on each side of this one
     */
    static Estimate ratio(Cell cell, @Nullable Cell best, double tail) {
        int n = cell.headline().n();
        if (best == null) {
            return Estimate.undefined(n, "undefined: no cell of this task reached the level 5 times");
        }
        if (cell.arm().equals(best.arm())) {
            return new Estimate(1.0, 1.0, 1.0, CONFIDENCE, n, List.of("the best cell itself"));
        }
        Sample first = cell.comparable();
        Sample second = best.comparable();
        Limits limits = CostRatio.of(first, second, CostRatio.AT_BUDGET, tail);
        if (first.exact() && first.successes() == 0) {
            return Estimate.undefined(1, "exact: this start never reaches the level within the budget");
        }
        int sampled = first.exact() ? second.n() : first.n();
        List<String> caveats = new ArrayList<>();
        if (cell.atStart() > 0) {
            caveats.add(cell.atStart() + " runs met the criterion before the first update and count as one evaluation");
        }
        if (first.allConverged() && second.allConverged() && !(first.exact() && second.exact())) {
            caveats.add(String.format(
                    Locale.ROOT,
                    "all runs of both cells converged; the interval takes that for granted, though %d runs cannot rule out"
                            + " that %.0f %% fail",
                    sampled,
                    100 * unseenFailures(sampled)));
        }
        if (!first.allConverged()) {
            caveats.addAll(fewSuccesses(first));
        }
        if (first.exact() && second.exact()) {
            return new Estimate(limits.value(), limits.value(), limits.value(), CONFIDENCE, 1, caveats);
        }
        return estimate(limits, n, caveats);
    }

    /** The largest share of failures, by Wilson's interval, that n successes in a row leave room for. */
    static double unseenFailures(int n) {
        return Proportion.wilson(0, n, Cost.TAIL).high();
    }

    /** Good, bad or unclear by the interval of the ratio. */
    static Rating rating(Cell cell, @Nullable Cell best, Estimate ratio, double limit) {
        if (best == null) {
            return Rating.UNCLEAR;
        }
        if (cell.exact() && cell.headline().successes() == 0) {
            return Rating.BAD;
        }
        Double low = ratio.low();
        Double high = ratio.high();
        if (high != null && high <= limit) {
            return Rating.GOOD;
        }
        return low != null && low > limit ? Rating.BAD : Rating.UNCLEAR;
    }

    /** Limits as an estimate; an infinite or missing value is undefined. */
    static Estimate estimate(Limits limits, int n, List<String> caveats) {
        Double value = Double.isFinite(limits.value()) ? (Double) limits.value() : null;
        return new Estimate(value, Math.max(0, limits.low()), limits.high(), CONFIDENCE, n, caveats);
    }
}
