package org.initbench.analysis;

/**
 * The shares of runs that converged in two cells, and how the outcomes of shared replicates go together.
 *
 * @param first share of the first cell
 * @param second share of the second
 * @param both share of the pairs in which both converged; 0 if there are no pairs
 * @param onlyFirst share of the pairs in which only the first did
 * @param onlySecond share of the pairs in which only the second did
 * @param pairs number of pairs
 */
record PairedShares(Share first, Share second, double both, double onlyFirst, double onlySecond, int pairs) {

    /**
     * The share of a cell's runs that converged.
     *
     * @param share the share, from 0 to 1
     * @param runs number of runs
     * @param exact whether the cell has one possible result
     */
    record Share(double share, int runs, boolean exact) {

        static Share of(Sample sample) {
            return new Share((double) sample.successes() / sample.n(), sample.n(), sample.exact());
        }

        /** Wilson's limits, if that many runs had this share. */
        Limits limits(int number, double tail) {
            return exact ? Limits.exact(share) : Proportion.wilson(share * number, number, tail);
        }
    }

    static PairedShares of(Sample first, Sample second) {
        Pairs pairs = Pairs.of(first, second);
        double n = Math.max(1, pairs.n());
        return new PairedShares(
                Share.of(first),
                Share.of(second),
                pairs.both() / n,
                pairs.onlyFirst() / n,
                pairs.onlySecond() / n,
                pairs.n());
    }

    /**
     * Difference of the shares, first less second, paired: Newcombe's method 10 (Statistics in Medicine 17, 1998, 2635–2650),
     * Wilson's limits of both shares joined with the correlation that the pairs show.
     *
     * @param tail error probability on each side
     */
    Limits difference(double tail) {
        return first.limits(first.runs, tail).minus(second.limits(second.runs, tail), correlation(pairs));
    }

    /** The same if each cell had that many runs, all of them paired, with the same shares. */
    Limits difference(int replicates, double tail) {
        double correlation = pairs == 0 ? 0 : correlation(replicates);
        return first.limits(replicates, tail).minus(second.limits(replicates, tail), correlation);
    }

    /** Newcombe's φ: the correlation of the two outcomes, with a continuity correction where it is positive. */
    private double correlation(int number) {
        double neither = 1 - both - onlyFirst - onlySecond;
        double product = (both + onlyFirst) * (onlySecond + neither) * (both + onlySecond) * (onlyFirst + neither);
        if (number == 0 || first.exact || second.exact || !(product > 0)) {
            return 0;
        }
        double determinant = both * neither - onlyFirst * onlySecond;
        double corrected = determinant > 0 ? Math.max(determinant - 0.5 / number, 0) : determinant;
        return corrected / Math.sqrt(product);
    }

    /** Variance of the difference of the outcomes of one replicate. */
    double variance() {
        if (pairs == 0) {
            return variance(first.share) + variance(second.share);
        }
        double mean = onlyFirst - onlySecond;
        return Math.max(0, onlyFirst + onlySecond - mean * mean);
    }

    private static double variance(double share) {
        return share * (1 - share);
    }
}
