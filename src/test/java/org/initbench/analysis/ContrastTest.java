package org.initbench.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.assertj.core.data.Offset;
import org.initbench.common.Streams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContrastTest {

    private static final double NEVER = Double.POSITIVE_INFINITY;
    private static final Offset<Double> TOLERANCE = within(1e-9);

    /**
     * Newcombe's method 10 by its formula in Python, z from {@code scipy.stats.norm.ppf(0.975)} of SciPy 1.17.1; columns: pairs in
     * which both, only the first, only the second and neither converged.
     */
    @ParameterizedTest
    @CsvSource({
        "36, 12, 2, 0, 0.2, 0.05692958400323875, 0.3404276029749408",
        "20, 12, 2, 16, 0.2, 0.05615642484174829, 0.32920699540014053",
        "8, 6, 1, 5, 0.25, -0.009255858020946361, 0.46228554653092946",
        "10, 0, 0, 10, 0, -0.08975665937768049, 0.08975665937768049"
    })
    void newcombesInterval(int both, int won, int lost, int neither, double value, double low, double high) {
        int n = both + won + lost + neither;
        double[] first = new double[n];
        double[] second = new double[n];
        Arrays.setAll(first, i -> i < both + won ? 5 : NEVER);
        Arrays.setAll(second, i -> i < both || (i >= both + won && i < n - neither) ? 5 : NEVER);
        Limits limits = Contrast.converged(Sample.of(9, first), Sample.of(9, second), 0.025);
        assertThat(limits.value()).isCloseTo(value, TOLERANCE);
        assertThat(limits.low()).isCloseTo(low, TOLERANCE);
        assertThat(limits.high()).isCloseTo(high, TOLERANCE);
        Limits swapped = Contrast.converged(Sample.of(9, second), Sample.of(9, first), 0.025);
        assertThat(swapped.low()).isCloseTo(-high, TOLERANCE);
        assertThat(swapped.high()).isCloseTo(-low, TOLERANCE);
    }

    /** A start that never learned must lose as clearly as its rival wins. */
    @Test
    void ratiosAreInvertedWhenTheArmsAreSwapped() {
        List<Sample> samples = List.of(
                Sample.of(50, 12, 15, 11, 9, 14, 10),
                Sample.of(50, 20, 25, 31, NEVER, 24, 40),
                Sample.of(50, NEVER, NEVER, NEVER, NEVER, NEVER, NEVER),
                new Sample(new double[] {NEVER}, new double[] {50}, new int[] {0}, 50, true),
                new Sample(new double[] {17}, new double[] {50}, new int[] {0}, 50, true));
        for (Sample a : samples) {
            for (Sample b : samples) {
                Limits ratio = Contrast.cost(a, b, 0.01);
                Limits swapped = Contrast.cost(b, a, 0.01);
                if (a.successes() + b.successes() == 0) {
                    assertThat(List.of(ratio.low(), ratio.high())).containsExactly(0.0, NEVER);
                } else {
                    assertThat(ratio.low() * swapped.high())
                            .satisfiesAnyOf(
                                    product -> assertThat(product).isCloseTo(1, TOLERANCE),
                                    product -> assertThat(product).isNaN());
                    assertThat(ratio.low()).isEqualTo(1 / swapped.high(), TOLERANCE);
                }
            }
        }
        assertThat(Contrast.cost(samples.get(2), samples.get(0), 0.01).low()).isGreaterThan(1);
        assertThat(Contrast.cost(samples.get(0), samples.get(2), 0.01).high()).isLessThan(1);
    }

    /** By hand: (0.2 + 0.4)/2, and half of √(0.1² + 0.2²) on each side. */
    @Test
    void theMeanOfIndependentEffects() {
        Limits mean = Contrast.mean(List.of(new Limits(0.2, 0.1, 0.3), new Limits(0.4, 0.2, 0.6)));
        double half = Math.sqrt(0.05) / 2;
        assertThat(mean.value()).isCloseTo(0.3, TOLERANCE);
        assertThat(mean.low()).isCloseTo(0.3 - half, TOLERANCE);
        assertThat(mean.high()).isCloseTo(0.3 + half, TOLERANCE);
    }

    /** What a share of runs does in both arms, by task. */
    private static final double[][][] SHARES = {
        {{0.9, 0.9}, {0.9, 0.9}, {0.9, 0.9}, {0.9, 0.9}, {0.9, 0.9}, {0.9, 0.9}, {0.9, 0.9}},
        {{1, 1}, {1, 0.9}, {0.5, 0.4}, {0.1, 0.3}, {0, 0}, {0.7, 0.7}, {1, 1}},
        {{0.5, 0.5}, {0.5, 0.7}, {0.5, 0.3}, {0.6, 0.6}},
        {{0.98, 1}, {1, 0.97}, {0.99, 0.99}, {1, 1}, {0.95, 1}, {1, 1}, {0.98, 0.98}}
    };

    /**
     * The mean difference over independent tasks is covered in 95 % of 2000 bundles at least, less three standard errors; and the interval
     * reaches but the part 1/√k of the widest one down, which is all that pooling is for.
     */
    @ParameterizedTest
    @CsvSource({"0, 8", "0, 20", "1, 8", "1, 20", "2, 8", "2, 20", "3, 8", "3, 20"})
    void thePooledDifferenceIsCovered(int scenario, int n) {
        UniformRandomProvider random = Streams.of(17, "pooled", scenario, n);
        double[][] shares = SHARES[scenario];
        double truth =
                Arrays.stream(shares).mapToDouble(p -> p[0] - p[1]).average().orElseThrow();
        int bundles = 2000;
        int covered = 0;
        for (int b = 0; b < bundles; b++) {
            List<Limits> effects = Arrays.stream(shares)
                    .map(p -> Contrast.converged(drawn(random, n, p[0]), drawn(random, n, p[1]), 0.025))
                    .toList();
            Limits mean = Contrast.mean(effects);
            covered += mean.low() <= truth && truth <= mean.high() ? 1 : 0;
            double furthest = effects.stream()
                    .mapToDouble(effect -> effect.value() - effect.low())
                    .max()
                    .orElseThrow();
            assertThat(mean.value() - mean.low()).isLessThanOrEqualTo(furthest / Math.sqrt(shares.length) + 1e-9);
        }
        assertThat(covered / (double) bundles).isBetween(0.935, 1.0);
    }

    private static Sample drawn(UniformRandomProvider random, int n, double share) {
        double[] times = new double[n];
        Arrays.setAll(times, i -> random.nextDouble() < share ? 5 : NEVER);
        return Sample.of(9, times);
    }
}
