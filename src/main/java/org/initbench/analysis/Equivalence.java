package org.initbench.analysis;

import java.util.Arrays;
import org.apache.commons.math3.stat.descriptive.moment.Mean;
import org.apache.commons.math3.stat.descriptive.moment.StandardDeviation;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Equivalence by two one-sided tests (Schuirmann, 1987) on the logarithm of a paired ratio: shown when both "the ratio is at most
 * 1/margin" and "it is at least margin" are rejected. A difference that was not found shows nothing.
 */
public final class Equivalence {
    private Equivalence() {}

    /**
     * The larger p-value of the two tests, by Student's t.
     *
     * @param logRatios logarithms of paired ratios
     * @param margin ratio above 1 up to which two cells are equivalent, such as 1.25 for [0.8, 1.25]
     * @return 1 with fewer than two pairs, which tell no spread; without spread 0 or 1
     */
    public static double p(double[] logRatios, double margin) {
        int n = logRatios.length;
        if (n < 2) {
            return 1;
        }
        double mean = new Mean().evaluate(logRatios);
        double room = Math.log(margin) - Math.abs(mean);
        boolean equal = Arrays.stream(logRatios).allMatch(x -> x == logRatios[0]);
        double error = equal ? 0 : new StandardDeviation().evaluate(logRatios) / Math.sqrt(n);
        return error == 0 ? (room > 0 ? 0 : 1) : TDistribution.of(n - 1.0).survivalProbability(room / error);
    }
}
