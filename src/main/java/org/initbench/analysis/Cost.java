package org.initbench.analysis;

/**
 * What a success costs in epochs when a run is given up at a cutoff and started again: T̄ + c·(1−p)/p, which equals Σ
 * min(T, c) / #(T ≤ c) (ERT, expected running time; Hansen et al., COCO). At c = B it is the ERT of the budget.
 *
 * <p>Limits combine those of T̄ (Student's t on the logarithm, since epochs are skewed to the right) with those of p (Jeffreys,
 * the quantiles of Beta(s+½, n−s+½)) by MOVER. Without a success the lower
 * limit is that of Wilson's upper p. Simulated at n = 10 and 20 they cover 93 to 98.7 %. The
 * percentile interval of a draw of p ~ Beta times a bootstrapped T̄ covers only 74 to 90 % where every run converges: its
 * draws of p lie below 1 and push the lower limit past the truth. A percentile bootstrap of
 * ERT itself covers less than 80 % where one run in ten fails.
 *
 * @param successes runs that took no longer than the cutoff
 * @param n runs
 * @param cutoff the cutoff in epochs
 * @param share share of the runs that succeeded, with limits
 * @param mean mean epochs of the successes, with limits; NaN if there is none
 */
record Cost(int successes, int n, double cutoff, Limits share, Limits mean) {
    /** Nominal error probability on each side of a 95 % interval. */
    static final double TAIL = 0.025;

    /** Where all runs converged the upper limit cannot miss at p = 1, so the lower one may spend more of the 5 %. */
    private static final double SPARED = 1.6;

    /**
     * How a success is priced.
     *
     * @param cutoff the cutoff in epochs
     * @param lowTail error probability of the lower limit
     * @param highTail error probability of the upper limit
     * @param certain whether to take p = 1 as given where all runs succeeded
     */
    record Terms(double cutoff, double lowTail, double highTail, boolean certain) {}

    /** The cost of a success at a cutoff, on these {@link Terms}. */
    static Cost of(Sample sample, double cutoff, double lowTail, double highTail, boolean certain) {
        return sample.cost(new Terms(cutoff, lowTail, highTail, certain));
    }

    /** The cost of a success, computed anew. */
    static Cost of(Sample sample, Terms terms) {
        double cutoff = terms.cutoff;
        int n = sample.n();
        int s = sample.successes(cutoff);
        boolean all = s == n;
        double least = all && (terms.certain || sample.exact()) ? 1 : Proportion.jeffreysLow(s, n, terms.highTail);
        double most =
                s == 0 ? Proportion.wilson(0, n, terms.lowTail).high() : Proportion.jeffreysHigh(s, n, terms.lowTail);
        Limits share = new Limits((double) s / n, least, most);
        double meanTail = all && !terms.certain ? SPARED * terms.lowTail : terms.lowTail;
        return new Cost(s, n, cutoff, share, meanOfSuccesses(sample, cutoff, s, meanTail, terms.highTail));
    }

    /** The cost of a success when a failure costs the whole budget, with 95 % limits. */
    static Cost atBudget(Sample sample) {
        return of(sample, sample.budget(), TAIL, TAIL, false);
    }

    private static Limits meanOfSuccesses(Sample sample, double cutoff, int s, double lowTail, double highTail) {
        if (s == 0) {
            return Limits.exact(Double.NaN);
        }
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < sample.n(); i++) {
            if (sample.time(i) <= cutoff) {
                sum += sample.time(i);
            }
        }
        double mean = sum / s;
        if (sample.exact() || mean == 0) {
            return Limits.exact(mean);
        }
        if (s == 1) {
            return new Limits(mean, 0, cutoff);
        }
        for (int i = 0; i < sample.n(); i++) {
            if (sample.time(i) <= cutoff) {
                squares += (sample.time(i) - mean) * (sample.time(i) - mean);
            }
        }
        double relative = Math.sqrt(squares / (s - 1.0) / s) / mean;
        double low = mean * Math.exp(Quantiles.studentLow(s - 1.0, lowTail) * relative);
        double high = mean * Math.exp(Quantiles.studentHigh(s - 1.0, highTail) * relative);
        return new Limits(mean, low, Math.min(cutoff, high));
    }

    /** The expected epochs until a success when a failure costs the cutoff; only the lower limit is finite if none succeeded. */
    Limits expected() {
        return expected(cutoff);
    }

    /** The same with another mean charge for a failure, taken as known. */
    Limits expected(double charge) {
        double least = charge * (1 - share.high()) / share.high();
        if (successes == 0) {
            return new Limits(Double.POSITIVE_INFINITY, least, Double.POSITIVE_INFINITY);
        }
        Limits failures =
                new Limits(charge * (n - successes) / successes, least, charge * (1 - share.low()) / share.low());
        return mean.plus(failures);
    }

    /** The mean of min(T, cutoff) over all runs: cutoff − p·(cutoff − T̄). */
    Limits restrictedMean() {
        if (successes == 0 || mean.value() >= cutoff) {
            return new Limits(cutoff, cutoff * (1 - share.high()), cutoff);
        }
        Limits saved = new Limits(cutoff - mean.value(), cutoff - mean.high(), cutoff - mean.low());
        Limits gain = share.times(saved);
        return new Limits(cutoff - gain.value(), cutoff - gain.high(), cutoff - gain.low());
    }

    /** How each run moves the logarithm of the estimate, to first order, times n; the sum over the runs is zero. */
    double influence(double time) {
        double total = mean.value() * successes + cutoff * (n - successes);
        double own = Math.min(time, cutoff);
        return n * ((total == 0 ? 1.0 / n : own / total) - (time <= cutoff ? 1.0 / successes : 0));
    }
}
