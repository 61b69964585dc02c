package org.initbench.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.initbench.common.Streams;
import org.junit.jupiter.api.Test;

/**
 * Expected values by SciPy 1.17.1: {@code permutation_test((d,), numpy.sum, permutation_type='samples', n_resamples=numpy.inf,
 * alternative='two-sided').pvalue}.
 */
class SignFlipTestTest {

    private static final UniformRandomProvider RANDOM = Streams.of(1, "sign flips");

    private static double p(double... differences) {
        PValue p = SignFlipTest.of(differences, RANDOM);
        assertThat(p.n()).isEqualTo(differences.length);
        return p.value();
    }

    /** Darwin's maize, in inches: 863 of 16384 sums of one sign (Fisher, The Design of Experiments, 1935, § 21). */
    @Test
    void givesFishersValueForDarwinsMaize() {
        double[] eighths = {49, -67, 8, 16, 6, 23, 28, 41, 14, 29, 56, 24, 75, 60, -48};
        double p = p(Arrays.stream(eighths).map(d -> d / 8).toArray());
        assertThat(p).isEqualTo(1726 / 32768.0);
    }

    /** Hamilton's depression scale before and after (Hollander and Wolfe, 1973, p. 29). SciPy: 0.02734375. */
    @Test
    void givesSciPysValueForPublishedPairs() {
        double[] before = {1.83, 0.50, 1.62, 2.48, 1.68, 1.88, 1.55, 3.06, 1.30};
        double[] after = {0.878, 0.647, 0.598, 2.05, 1.06, 1.29, 1.06, 3.14, 1.29};
        double[] d = new double[before.length];
        Arrays.setAll(d, i -> before[i] - after[i]);
        assertThat(p(d)).isEqualTo(0.02734375);
    }

    /** SciPy: 0.28125 with zeros and ties, 0.53125 where sums differ by rounding only. */
    @Test
    void countsTiesAndZerosRight() {
        assertThat(p(3, -1, 0, 2, 2, 0, -2, 5)).isEqualTo(0.28125);
        assertThat(p(0.1, 0.2, -0.3, 0.1, 0.1, 0.2)).isEqualTo(0.53125);
    }

    /** No replicate, one, none that differs: by the definition. */
    @Test
    void saysNothingOfFewPairs() {
        assertThat(p()).isEqualTo(1);
        assertThat(p(4)).isEqualTo(1);
        assertThat(p(0, 0, 0)).isEqualTo(1);
        assertThat(p(1, -1)).isEqualTo(1);
    }

    /** All of one sign: 2 of 2ⁿ patterns, up to the largest number that is counted. */
    @Test
    void allOfOneSignIsTheSmallestPossible() {
        for (int n : new int[] {2, 9, 20, SignFlipTest.MOST_EXACT}) {
            double[] d = new double[n];
            Arrays.setAll(d, i -> 1 + i / 7.0);
            assertThat(p(d)).isEqualTo(Math.scalb(1.0, 1 - n));
        }
    }

    /** Beyond, patterns are drawn: on the same differences both ways must agree to within the error of drawing. */
    @Test
    void drawnPatternsAgreeWithCountedOnes() {
        double[] few = {49, -67, 8, 16, 6, 23, 28, 41, 14, 29, 56, 24, 75, 60, -48};
        double[] many = Arrays.copyOf(few, SignFlipTest.MOST_EXACT + 1);
        Arrays.fill(many, few.length, many.length, 1e-9);
        PValue drawn = SignFlipTest.of(many, Streams.of(2, "sign flips"));
        assertThat(drawn.exact()).isFalse();
        double error = Math.sqrt(0.0527 * 0.9473 / SignFlipTest.DRAWS);
        assertThat(drawn.value()).isCloseTo(1726 / 32768.0, within(4 * error));
        assertThat(SignFlipTest.of(many, Streams.of(2, "sign flips"))).isEqualTo(drawn);
    }

    /** Of 2000 bundles without a difference at most 5 % may be found different, to within four standard errors. */
    @Test
    void errsInFiveOfAHundredAtMost() {
        UniformRandomProvider random = Streams.of(3, "sign flips");
        ZigguratSampler.NormalizedGaussian normal = ZigguratSampler.NormalizedGaussian.of(random);
        int bundles = 2000;
        int found = 0;
        for (int i = 0; i < bundles; i++) {
            double[] d = new double[12];
            Arrays.setAll(d, k -> {
                double z = normal.sample();
                return z * z * z;
            });
            found += SignFlipTest.of(d, random).value() <= 0.05 ? 1 : 0;
        }
        assertThat(found / (double) bundles).isCloseTo(0.05, within(4 * Math.sqrt(0.05 * 0.95 / bundles)));
    }
}
