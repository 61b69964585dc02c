package org.initbench.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.assertj.core.data.Offset;
import org.initbench.common.Streams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Holm's adjustment and equivalence: what keeps many comparisons, and missing differences, from becoming findings. */
class FamilyTestsTest {

    /** By hand: 4 · 0.005, 3 · 0.01, 2 · 0.03, and 0.04, which may not fall below the one before it. */
    @Test
    void holmByHand() {
        assertThat(Holm.adjust(0.01, 0.04, 0.03, 0.005))
                .containsExactly(new double[] {0.03, 0.06, 0.06, 0.02}, TOLERANCE);
        assertThat(Holm.adjust(0.02, 0.02, 0.9, 0.6)).containsExactly(new double[] {0.08, 0.08, 1, 1}, TOLERANCE);
        assertThat(Holm.adjust()).isEmpty();
        assertThat(Holm.adjust(0.04)).containsExactly(0.04);
    }

    private static final Offset<Double> TOLERANCE = within(1e-15);

    /** Ten true null hypotheses in each of 4000 families: any rejection in 5 % at most, to within four standard errors. */
    @Test
    void holmKeepsTheFamilyError() {
        UniformRandomProvider random = Streams.of(5, "holm");
        int families = 4000;
        int wrong = 0;
        for (int i = 0; i < families; i++) {
            double[] adjusted = Holm.adjust(random.doubles(10).toArray());
            wrong += Arrays.stream(adjusted).anyMatch(p -> p <= 0.05) ? 1 : 0;
        }
        assertThat(wrong / (double) families).isLessThan(0.05 + 4 * Math.sqrt(0.05 * 0.95 / families));
    }

    /**
     * SciPy 1.17.1: the larger of {@code ttest_1samp(d, -log(m), alternative='greater').pvalue} and {@code ttest_1samp(d, log(m),
     * alternative='less').pvalue}.
     */
    @ParameterizedTest
    @CsvSource({"1.25, 1.407642075480185e-05", "1.1, 0.003272833410475537", "1.02, 0.34684944818086877"})
    void tostAsSciPyHasIt(double margin, double p) {
        double[] d = Arrays.stream(new double[] {1.05, 0.92, 1.10, 0.97, 1.02, 1.08, 0.95, 1.01})
                .map(Math::log)
                .toArray();
        assertThat(Equivalence.p(d, margin)).isCloseTo(p, within(1e-9));
        double[] opposite = Arrays.stream(d).map(x -> -x).toArray();
        assertThat(Equivalence.p(opposite, margin)).isCloseTo(p, within(1e-9));
    }

    /** SciPy 1.17.1 as above: 0.9787137. A ratio beyond the margin is not equivalent, however sure. */
    @Test
    void tostBeyondTheMargin() {
        double[] d = {Math.log(1.5), Math.log(1.4), Math.log(1.6)};
        assertThat(Equivalence.p(d, 1.25)).isCloseTo(0.9787137489978005, within(1e-9));
        double same = Math.log(1.5);
        assertThat(Equivalence.p(new double[] {same, same}, 1.25)).isEqualTo(1);
        assertThat(Equivalence.p(new double[] {0, 0}, 1.25)).isZero();
        assertThat(Equivalence.p(new double[] {0}, 1.25)).isEqualTo(1);
        assertThat(Equivalence.p(new double[0], 1.25)).isEqualTo(1);
    }

    /** A true ratio just at the margin may be called equivalent in 5 % at most; a ratio of 1 is found with enough pairs. */
    @Test
    void tostErrsInFiveOfAHundredAtMost() {
        assertThat(shown(Math.log(1.25))).isCloseTo(0.05, within(4 * Math.sqrt(0.05 * 0.95 / 4000)));
        assertThat(shown(0)).isGreaterThan(0.95);
    }

    private static double shown(double centre) {
        ZigguratSampler.NormalizedGaussian normal = ZigguratSampler.NormalizedGaussian.of(Streams.of(6, "tost"));
        int found = 0;
        for (int i = 0; i < 4000; i++) {
            double[] d = new double[20];
            Arrays.setAll(d, k -> centre + 0.2 * normal.sample());
            found += Equivalence.p(d, 1.25) <= 0.05 ? 1 : 0;
        }
        return found / 4000.0;
    }
}
