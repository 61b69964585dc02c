package org.initbench.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Two cells over the replicates that they share.
 *
 * @param pairs shared replicates
 * @param bothConverged those in which both runs converged
 * @param onlyFirst those in which only the first did
 * @param onlySecond those in which only the second did
 * @param difference mean over pairs of the difference of min(T, B), first less second, in epochs; 0 without pairs
 * @param time test of min(T, B)
 * @param convergence exact McNemar test of the shares that converged, two-sided
 * @param ratio Hodges–Lehmann ratio of epochs, first over second, among the pairs that both converged
 * @param superiority probability that a run of the first takes fewer epochs than one of the second
 * @param equivalence p-value of the two one-sided tests that the ratio lies within the margin, among the pairs that both converged
 */
record PairedComparison(
        int pairs,
        int bothConverged,
        int onlyFirst,
        int onlySecond,
        double difference,
        PValue time,
        PValue convergence,
        Estimate ratio,
        double superiority,
        double equivalence) {

    /**
     * Compares two cells.
     *
     * @param margin ratio above 1 up to which they are equivalent
     * @param random used where there are too many pairs to count their sign patterns
     */
    static PairedComparison of(Sample first, Sample second, double margin, UniformRandomProvider random) {
        Pairs pairs = Pairs.of(first, second);
        int won = pairs.onlyFirst();
        int lost = pairs.onlySecond();
        double[] differences = pairs.differences();
        double[] logRatios = pairs.logRatios();
        return new PairedComparison(
                pairs.n(),
                pairs.both(),
                won,
                lost,
                Arrays.stream(differences).average().orElse(0),
                SignFlipTest.of(differences, random),
                new PValue(Proportion.mcNemarTwoSided(won, lost), true, pairs.n()),
                ratio(logRatios, pairs),
                Superiority.of(first, second),
                Equivalence.p(logRatios, margin));
    }

    private static Estimate ratio(double[] logRatios, Pairs pairs) {
        int n = logRatios.length;
        if (n == 0) {
            return Estimate.undefined(0, "undefined: in none of " + pairs.n() + " pairs did both runs converge");
        }
        HodgesLehmann centre = HodgesLehmann.of(logRatios, Cost.TAIL);
        Limits limits = centre.limits().exp();
        List<String> caveats = new ArrayList<>();
        if (n < pairs.n()) {
            caveats.add("among the " + n + " of " + pairs.n() + " pairs in which both runs converged");
        }
        if (n == 1) {
            return new Estimate(limits.value(), null, null, 0, n, caveats);
        }
        double confidence = Math.min(Estimates.CONFIDENCE, Math.round(1000 * centre.attained()) / 1000.0);
        if (confidence < Estimates.CONFIDENCE) {
            caveats.add(String.format(
                    Locale.ROOT, "a 95 %% interval needs 6 pairs; this one is %.0f %%", 100 * centre.attained()));
        }
        return new Estimate(limits.value(), limits.low(), limits.high(), confidence, n, caveats);
    }
}
