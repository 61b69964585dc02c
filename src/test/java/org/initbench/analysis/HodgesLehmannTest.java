package org.initbench.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.initbench.common.Streams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HodgesLehmannTest {

    private static final double TAIL = 0.025;

    /** Depression scale: estimate 0.46, limits 0.010 and 0.786 at 96.1 % (Hollander and Wolfe, 1973, 3.2 and 3.3). */
    @Test
    void givesThePublishedValues() {
        double[] d = {0.952, -0.147, 1.022, 0.43, 0.62, 0.59, 0.49, -0.08, 0.01};
        HodgesLehmann centre = HodgesLehmann.of(d, TAIL);
        assertThat(centre.limits().value()).isCloseTo(0.46, within(1e-12));
        assertThat(centre.limits().low()).isCloseTo(0.010, within(1e-12));
        assertThat(centre.limits().high()).isCloseTo(0.786, within(1e-12));
        assertThat(centre.attained()).isCloseTo(0.9609375, within(1e-12));
    }

    /**
     * Limits by inversion in SciPy 1.17.1, the outermost shifts t of a grid of 10⁻⁴ with {@code wilcoxon(d - t,
     * mode='exact').pvalue > 0.05}: −0.1225 and 0.2754; the attained level from the counts of all 2¹² rank sums.
     */
    @Test
    void invertsTheSignedRankTest() {
        double[] d = {-0.141, -0.297, 0.025, 0.226, 0.441, 0.133, -0.066, -0.135, 0.325, 0.59, 0.182, -0.27};
        HodgesLehmann centre = HodgesLehmann.of(d, TAIL);
        assertThat(centre.limits().value()).isCloseTo(0.0795, within(1e-12));
        assertThat(centre.limits().low()).isCloseTo(-0.1225, within(1e-4));
        assertThat(centre.limits().high()).isCloseTo(0.2755, within(1e-4));
        assertThat(centre.attained()).isCloseTo(0.95751953125, within(1e-12));
    }

    /** Five values attain 1 − 2/32, not 95 %; one attains nothing; equal ones leave no doubt. */
    @Test
    void fewOrEqualValues() {
        assertThat(HodgesLehmann.of(new double[] {1, 2, 3, 4, 5}, TAIL).attained())
                .isEqualTo(0.9375);
        HodgesLehmann one = HodgesLehmann.of(new double[] {3}, TAIL);
        assertThat(one.limits()).isEqualTo(new Limits(3, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY));
        assertThat(one.attained()).isZero();
        assertThat(HodgesLehmann.of(new double[] {2, 2, 2, 2, 2, 2, 2}, TAIL).limits())
                .isEqualTo(Limits.exact(2));
    }

    /** 3000 samples of a law with long tails, to within four standard errors; 120 values take the normal approximation. */
    @ParameterizedTest
    @ValueSource(ints = {6, 20, 120})
    void coversTheCentreOfASymmetricLaw(int n) {
        UniformRandomProvider random = Streams.of(4, "hodges-lehmann", n);
        ZigguratSampler.NormalizedGaussian normal = ZigguratSampler.NormalizedGaussian.of(random);
        int samples = n > 100 ? 1000 : 3000;
        int covered = 0;
        double attained = 0;
        for (int i = 0; i < samples; i++) {
            double[] d = new double[n];
            Arrays.setAll(d, k -> 0.3 + normal.sample() * Math.exp(normal.sample()));
            HodgesLehmann centre = HodgesLehmann.of(d, TAIL);
            attained = centre.attained();
            covered += centre.limits().low() <= 0.3 && centre.limits().high() >= 0.3 ? 1 : 0;
        }
        assertThat(attained).isBetween(0.95, 0.97);
        assertThat(covered / (double) samples)
                .isCloseTo(
                        attained, within(4 * Math.sqrt(attained * (1 - attained) / samples) + (n > 100 ? 0.005 : 0)));
    }
}
