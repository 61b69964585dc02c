package org.initbench.analysis;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;

class CoverageTest {
    record Law(String name, double converge, double budget, double spread, double mix) {
        double[] draw(int n, UniformRandomProvider rng) {
            ZigguratSampler.NormalizedGaussian gauss = ZigguratSampler.NormalizedGaussian.of(rng);
            return IntStream.range(0, n)
                    .mapToDouble(i -> {
                        double t = rng.nextDouble() < mix
                                ? 10 * Math.exp(spread * gauss.sample())
                                : 120 * Math.exp(.2 * gauss.sample());
                        if (spread == 0) t = 1 - 10 * Math.log1p(-rng.nextDouble());
                        return rng.nextDouble() < converge ? t : Double.POSITIVE_INFINITY;
                    })
                    .toArray();
        }
    }

    static final Law[] LAWS = {
        new Law("ln.1", 1, 200, .1, 1), new Law("ln.3", 1, 200, .3, 1), new Law("ln.5", 1, 200, .5, 1),
                new Law("ln.8", 1, 200, .8, 1),
        new Law("ln.3 .95", .95, 200, .3, 1), new Law("ln.3 .9", .9, 200, .3, 1), new Law("ln.3 .8", .8, 200, .3, 1),
                new Law("ln.3 .7", .7, 200, .3, 1),
        new Law("ln.5 .7 B50", .7, 50, .5, 1), new Law("ln.5 .7 B12", .7, 12, .5, 1), new Law(".5", .5, 200, .3, 1),
                new Law(".3", .3, 200, .3, 1),
        new Law("exp.9", .9, 200, 0, 1), new Law("bi", 1, 200, .2, .6), new Law("bi.8", .8, 200, .2, .6)
    };

    @Test
    void explore() {
        UniformRandomProvider rng = RandomSource.XO_RO_SHI_RO_128_PP.create(1L);
        long t0 = System.nanoTime();
        for (Law law : LAWS) {
            Sample big = Sample.of(law.budget(), law.draw(1_000_000, rng));
            Cost te = Cost.of(big, big.budget(), .025, .025, false);
            double tr = RestartCost.of(big).expected().value();
            for (int n : new int[] {10, 20}) {
                int[] hit = new int[5];
                int trials = 1000;
                for (int k = 0; k < trials; k++) {
                    Sample s = Sample.of(law.budget(), law.draw(n, rng));
                    Limits e = Cost.atBudget(s).expected();
                    Limits r = Cost.atBudget(s).restrictedMean();
                    Limits q = RestartCost.of(s).expected();
                    if (e.low() <= te.expected().value() && te.expected().value() <= e.high()) hit[0]++;
                    if (r.low() <= te.restrictedMean().value()
                            && te.restrictedMean().value() <= r.high()) hit[1]++;
                    if (q.low() <= tr && tr <= q.high()) hit[2]++;
                }
                System.out.println(law.name() + " " + n + " " + Arrays.toString(hit));
            }
        }
        System.out.println("ms " + (System.nanoTime() - t0) / 1e6);
        double[][] sc = {
            {0, .3, .3, 1, 1, 1.5, 200},
            {.8, .1, .5, 1, 1, 1.5, 200},
            {.95, .3, .3, 1, 1, 1.3, 200},
            {.5, .3, .3, .7, 1, 2, 200},
            {.5, .3, .3, .7, .7, 2, 200},
            {.9, .3, .3, .7, .7, 2, 200},
            {0, .3, .3, .7, .7, 2, 200},
            {.8, .5, .5, .5, .8, 3, 100},
            {.5, .3, .3, .95, .95, 2, 200},
            {.5, .3, .3, .8, 1, 2, 200},
            {.8, .5, .5, .5, .5, 3, 100}
        };
        for (double[] a : sc) {
            double[][] b = pair(1000000, a, rng);
            double tr = CostRatio.of(Sample.of(a[6], b[0]), Sample.of(a[6], b[1]), CostRatio.AT_BUDGET, .025)
                    .value();
            double tq = CostRatio.of(Sample.of(a[6], b[0]), Sample.of(a[6], b[1]), CostRatio.AT_BEST_CUTOFF, .025)
                    .value();
            for (int n : new int[] {10, 20}) {
                int h = 0, g = 0;
                for (int k = 0; k < 1000; k++) {
                    double[][] c = pair(n, a, rng);
                    Limits l = CostRatio.of(Sample.of(a[6], c[0]), Sample.of(a[6], c[1]), CostRatio.AT_BUDGET, .025);
                    if (l.low() <= tr && tr <= l.high()) h++;
                    l = CostRatio.of(Sample.of(a[6], c[0]), Sample.of(a[6], c[1]), CostRatio.AT_BEST_CUTOFF, .025);
                    if (l.low() <= tq && tq <= l.high()) g++;
                }
                System.out.println(Arrays.toString(a) + " " + n + " " + h + " " + g);
            }
        }
        System.out.println("ms " + (System.nanoTime() - t0) / 1e6);
    }

    static double[][] pair(int n, double[] a, UniformRandomProvider rng) {
        ZigguratSampler.NormalizedGaussian g = ZigguratSampler.NormalizedGaussian.of(rng);
        double[][] t = new double[2][n];
        for (int i = 0; i < n; i++) {
            double z = g.sample(), y = a[0] * z + Math.sqrt(1 - a[0] * a[0]) * g.sample();
            double u = rng.nextDouble(), v = rng.nextDouble() < a[0] ? u : rng.nextDouble();
            t[0][i] = u < a[3] ? 10 * a[5] * Math.exp(a[1] * z) : Double.POSITIVE_INFINITY;
            t[1][i] = v < a[4] ? 10 * Math.exp(a[2] * y) : Double.POSITIVE_INFINITY;
        }
        return t;
    }
}
