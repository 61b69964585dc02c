package org.initbench.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * How often 95 % intervals hold the truth, by simulation at n = 10 and 20.
 *
 * <p>Each scenario is simulated {@value #TRIALS} times; a share that is truly 95 % then misses the bounds 92 to 98 % by chance
 * with probability 2e-5 below and 1e-6 above. Where the probability of success is fixed the count of successes is discrete, so that
 * the coverage of any interval from it oscillates: there each scenario is held to 90 to 99.5 %, and the mean over scenarios
 * to 92 to 98 %. Seeded, so that no run of this test differs from another.
 */
class CoverageTest {
    private static final int TRIALS = 1000;
    private static final int POPULATION = 300_000;

    /** Epochs: lognormal around 10, or a mixture with a late mode at 120, or (spread 0) exponential after the first epoch. */
    private record Law(double converge, double budget, double spread, double early) {
        double[] draw(int n, UniformRandomProvider rng) {
            ZigguratSampler.NormalizedGaussian gauss = ZigguratSampler.NormalizedGaussian.of(rng);
            return IntStream.range(0, n).mapToDouble(i -> time(rng, gauss)).toArray();
        }

        private double time(UniformRandomProvider rng, ZigguratSampler.NormalizedGaussian gauss) {
            if (rng.nextDouble() >= converge) {
                return Double.POSITIVE_INFINITY;
            }
            if (spread == 0) {
                return 1 - 10 * Math.log1p(-rng.nextDouble());
            }
            double centre = rng.nextDouble() < early ? 10 : 120;
            return centre * Math.exp(spread * gauss.sample());
        }
    }

    private static Law lognormal(double converge, double spread, double budget) {
        return new Law(converge, budget, spread, 1);
    }

    private static final Law[] LAWS = {
        lognormal(1, 0.1, 200),
        lognormal(1, 0.3, 200),
        lognormal(1, 0.5, 200),
        lognormal(0.95, 0.3, 200),
        lognormal(0.9, 0.3, 200),
        lognormal(0.8, 0.3, 200),
        lognormal(0.7, 0.3, 200),
        lognormal(0.7, 0.5, 50),
        lognormal(0.7, 0.5, 12),
        lognormal(0.5, 0.3, 200),
        lognormal(0.3, 0.3, 200),
        new Law(0.9, 200, 0, 1),
        new Law(1, 200, 0.2, 0.6),
        new Law(0.8, 200, 0.2, 0.6)
    };

    private enum Statistic {
        ERT(sample -> Cost.atBudget(sample).expected()),
        RMST(sample -> Cost.atBudget(sample).restrictedMean()),
        RESTART(sample -> RestartCost.of(sample).expected());

        @SuppressWarnings("ImmutableEnumChecker") // the functions hold no state
        private final Function<Sample, Limits> limits;

        Statistic(Function<Sample, Limits> limits) {
            this.limits = limits;
        }
    }

    static Stream<Statistic> statistics() {
        return Arrays.stream(Statistic.values());
    }

    @ParameterizedTest
    @MethodSource("statistics")
    void anIntervalDoesNotPromiseMoreThanItKeeps(Statistic statistic) {
        UniformRandomProvider rng = RandomSource.XO_RO_SHI_RO_128_PP.create(20260101L);
        for (int n : new int[] {10, 20}) {
            double sum = 0;
            for (Law law : LAWS) {
                double truth = statistic
                        .limits
                        .apply(Sample.of(law.budget(), law.draw(POPULATION, rng)))
                        .value();
                double coverage = share(rng, r -> {
                    Limits limits = statistic.limits.apply(Sample.of(law.budget(), law.draw(n, r)));
                    return limits.low() <= truth && truth <= limits.high();
                });
                assertThat(coverage).as("%s, n = %d, %s", statistic, n, law).isBetween(0.90, 0.995);
                if (law.converge() == 1) {
                    assertThat(coverage).as("%s, n = %d, %s", statistic, n, law).isBetween(0.92, 0.98);
                }
                sum += coverage;
            }
            assertThat(sum / LAWS.length).as("%s, n = %d, mean", statistic, n).isBetween(0.92, 0.98);
        }
    }

    /** Two cells with correlated normal log epochs and correlated failures. */
    private record Pair(double correlation, double spread1, double spread2, double p1, double p2, double budget) {
        Sample[] draw(int n, UniformRandomProvider rng) {
            ZigguratSampler.NormalizedGaussian gauss = ZigguratSampler.NormalizedGaussian.of(rng);
            double[][] times = new double[2][n];
            for (int i = 0; i < n; i++) {
                double x = gauss.sample();
                double y = correlation * x + Math.sqrt(1 - correlation * correlation) * gauss.sample();
                double u = rng.nextDouble();
                double v = rng.nextDouble() < correlation ? u : rng.nextDouble();
                times[0][i] = u < p1 ? 20 * Math.exp(spread1 * x) : Double.POSITIVE_INFINITY;
                times[1][i] = v < p2 ? 10 * Math.exp(spread2 * y) : Double.POSITIVE_INFINITY;
            }
            return new Sample[] {Sample.of(budget, times[0]), Sample.of(budget, times[1])};
        }
    }

    private static final Pair[] PAIRS = {
        new Pair(0, 0.3, 0.3, 1, 1, 200),
        new Pair(0.8, 0.1, 0.5, 1, 1, 200),
        new Pair(0.95, 0.3, 0.3, 1, 1, 200),
        new Pair(0.5, 0.3, 0.3, 0.7, 1, 200),
        new Pair(0, 0.3, 0.3, 0.7, 0.7, 200),
        new Pair(0.5, 0.3, 0.3, 0.7, 0.7, 200),
        new Pair(0.8, 0.5, 0.5, 0.5, 0.8, 100)
    };

    /** Strongly correlated failures make the interval too wide, never too short; rare failures are the test below. */
    @Test
    void aRatioDoesNotPromiseMoreThanItKeeps() {
        UniformRandomProvider rng = RandomSource.XO_RO_SHI_RO_128_PP.create(20260102L);
        for (int n : new int[] {10, 20}) {
            double sum = 0;
            for (Pair pair : PAIRS) {
                double coverage = coverage(pair, n, rng);
                assertThat(coverage).as("n = %d, %s", n, pair).isBetween(0.90, 0.99);
                sum += coverage;
            }
            assertThat(sum / PAIRS.length).isBetween(0.92, 0.98);
        }
    }

    /** The limit of what is claimed: if failures are so rare that often none is seen, the ratio takes none for granted. */
    @Test
    void unseenFailuresAreTheKnownGapOfARatio() {
        UniformRandomProvider rng = RandomSource.XO_RO_SHI_RO_128_PP.create(20260103L);
        Pair rare = new Pair(0, 0.3, 0.3, 0.95, 1, 200);
        double unseen = Math.pow(0.95, 10);
        assertThat(coverage(rare, 10, rng)).isBetween(1 - unseen - 0.1, 0.92);
        Sample perfect = Sample.of(200, 10, 11, 12, 9, 8, 10, 11, 12, 9, 8);
        assertThat(Cost.atBudget(perfect).expected().high()).isGreaterThan(50);
    }

    private static double coverage(Pair pair, int n, UniformRandomProvider rng) {
        Sample[] all = pair.draw(POPULATION, rng);
        double truth = Cost.atBudget(all[0]).expected().value()
                / Cost.atBudget(all[1]).expected().value();
        return share(rng, r -> {
            Sample[] two = pair.draw(n, r);
            Limits limits = CostRatio.of(two[0], two[1], CostRatio.AT_BUDGET, Cost.TAIL);
            return limits.low() <= truth && truth <= limits.high();
        });
    }

    @Test
    void theSetHoldsTheBestScaleHoweverManyAreCompared() {
        UniformRandomProvider rng = RandomSource.XO_RO_SHI_RO_128_PP.create(20260104L);
        double kept = share(rng, r -> {
            double[] shared = lognormal(1, 0.3, 200).draw(10, r);
            Sample[] scales = IntStream.range(0, 8)
                    .mapToObj(k -> {
                        double[] own = lognormal(1, 0.3, 200).draw(10, r);
                        return Sample.of(
                                200,
                                IntStream.range(0, 10)
                                        .mapToDouble(i -> Math.sqrt(own[i] * shared[i]) * (1 + 0.02 * k))
                                        .toArray());
                    })
                    .toArray(Sample[]::new);
            Sample best = Arrays.stream(scales)
                    .min((a, b) -> Double.compare(
                            Cost.atBudget(a).expected().value(),
                            Cost.atBudget(b).expected().value()))
                    .orElseThrow();
            return best == scales[0]
                    || CostRatio.of(scales[0], best, CostRatio.AT_BUDGET, 0.05 / 7)
                                    .low()
                            <= 1;
        });
        assertThat(kept).isGreaterThan(0.95);
    }

    /** Exact binomial sums: no simulation. */
    @Test
    void wilsonKeepsItsPromiseOnAverageOverProbabilities() {
        for (int n : new int[] {10, 20}) {
            double sum = 0;
            double worst = 1;
            for (int k = 1; k < 200; k++) {
                double coverage = wilsonCoverage(n, k / 200.0);
                sum += coverage;
                worst = Math.min(worst, coverage);
            }
            assertThat(sum / 199).isBetween(0.945, 0.965);
            assertThat(worst).isBetween(0.85, 0.91);
            assertThat(wilsonCoverage(n, 0.5)).isBetween(0.92, 0.98);
            assertThat(wilsonCoverage(n, 0.7)).isBetween(0.92, 0.98);
        }
    }

    private static double wilsonCoverage(int n, double p) {
        BinomialDistribution law = BinomialDistribution.of(n, p);
        return IntStream.rangeClosed(0, n)
                .filter(s -> {
                    Limits limits = Proportion.wilson(s, n, Cost.TAIL);
                    return limits.low() <= p && p <= limits.high();
                })
                .mapToDouble(law::probability)
                .sum();
    }

    /** The attained coverage of order statistics is exact for continuous epochs. */
    @Test
    void quantilesKeepTheirPromiseAtTenAndTwentyRuns() {
        for (int n : new int[] {10, 20}) {
            for (double level : new double[] {0.25, 0.5, 0.75}) {
                assertThat(OrderStatistics.ranks(n, level).attained()).isBetween(0.92, 0.98);
            }
        }
    }

    /** Why the limits are not those of a percentile bootstrap. */
    @Test
    void aPercentileBootstrapWouldPromiseMoreThanItKeeps() {
        UniformRandomProvider rng = RandomSource.XO_RO_SHI_RO_128_PP.create(20260105L);
        Law law = lognormal(0.9, 0.3, 200);
        double truth = Cost.atBudget(Sample.of(200, law.draw(POPULATION, rng)))
                .expected()
                .value();
        double coverage = share(rng, r -> {
            double[] times = law.draw(10, r);
            double[] replicas = new double[200];
            for (int b = 0; b < replicas.length; b++) {
                double[] resampled = IntStream.range(0, 10)
                        .mapToDouble(i -> times[r.nextInt(10)])
                        .toArray();
                replicas[b] = resampledErt(resampled);
            }
            Arrays.sort(replicas);
            return replicas[4] <= truth && truth <= replicas[195];
        });
        assertThat(coverage).isLessThan(0.8);
    }

    private static double resampledErt(double[] times) {
        double sum = Arrays.stream(times).map(t -> Math.min(t, 200)).sum();
        return sum / Arrays.stream(times).filter(Double::isFinite).count();
    }

    private interface Trial {
        boolean holds(UniformRandomProvider rng);
    }

    private static double share(UniformRandomProvider rng, Trial trial) {
        int hits = 0;
        for (int i = 0; i < TRIALS; i++) {
            hits += trial.holds(rng) ? 1 : 0;
        }
        return hits / (double) TRIALS;
    }
}
