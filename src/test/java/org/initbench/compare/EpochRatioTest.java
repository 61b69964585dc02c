package org.initbench.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.initbench.common.Streams;
import org.junit.jupiter.api.Test;

class EpochRatioTest {
    private static final double[] RATIOS = {1.05, 0.92, 1.10, 0.97, 1.02, 1.08, 0.95, 1.01};
    private static final double NEVER = Double.POSITIVE_INFINITY;

    /** One run a replicate: 50 epochs in the first bundle, 50 times the ratio in the second. */
    private static List<RunPair> pairs(double... ratios) {
        MadeUpBundle first = new MadeUpBundle("first");
        MadeUpBundle second = new MadeUpBundle("second");
        for (int i = 0; i < ratios.length; i++) {
            first.run("task", 0.1, i, 50);
            second.run("task", 0.1, i, 50 * ratios[i]);
        }
        return CommonRuns.of(first.bundle(), second.bundle()).all();
    }

    /**
     * SciPy 1.17.1, with d the logarithms of the ratios: p as in {@code FamilyTestsTest}; {@code exp(t.interval(0.95, 7, mean(d),
     * sem(d)))} and {@code exp(mean(d))}.
     */
    @Test
    void isStudentsIntervalOfTheLogarithms() {
        EpochRatio ratio = EpochRatio.of(pairs(RATIOS), 1.25, 1);
        assertThat(ratio.p()).isCloseTo(1.407642075480185e-05, within(1e-9));
        assertThat(ratio.ratio()).isCloseTo(MEAN, within(1e-9));
        assertThat(ratio.low()).isCloseTo(LOW, within(1e-9));
        assertThat(ratio.high()).isCloseTo(HIGH, within(1e-9));
        assertThat(ratio.runs()).isEqualTo(8);
        assertThat(ratio.replicates()).isEqualTo(8);
        assertThat(ratio.verdict()).isEqualTo(EpochVerdict.EQUIVALENT);
    }

    private static final double MEAN = 1.0107675867150574;
    private static final double LOW = 0.9591920682930971;
    private static final double HIGH = 1.065116307906748;

    /** Runs of one replicate are no independent witnesses: twenty copies of each tell no more than one. */
    @Test
    void manyRunsOfAReplicateCountOnce() {
        MadeUpBundle first = new MadeUpBundle("first");
        MadeUpBundle second = new MadeUpBundle("second");
        for (int i = 0; i < RATIOS.length; i++) {
            for (int cell = 1; cell <= 20; cell++) {
                first.run("task", cell, i, 50);
                second.run("task", cell, i, 50 * RATIOS[i]);
            }
        }
        EpochRatio many =
                EpochRatio.of(CommonRuns.of(first.bundle(), second.bundle()).all(), 1.25, 1);
        EpochRatio one = EpochRatio.of(pairs(RATIOS), 1.25, 1);
        assertThat(many.runs()).isEqualTo(160);
        assertThat(many.replicates()).isEqualTo(8);
        assertThat(many.low()).isCloseTo(one.low(), within(1e-12));
        assertThat(many.p()).isCloseTo(one.p(), within(1e-12));
    }

    /** Bonferroni: of ten intervals each has a tenth of the error probability. */
    @Test
    void intervalsHoldTogether() {
        EpochRatio alone = EpochRatio.of(pairs(RATIOS), 1.25, 1);
        EpochRatio ofTen = EpochRatio.of(pairs(RATIOS), 1.25, 10);
        assertThat(alone.confidence()).isCloseTo(0.95, within(1e-12));
        assertThat(ofTen.confidence()).isCloseTo(0.995, within(1e-12));
        assertThat(ofTen.high()).isGreaterThan(alone.high());
        assertThat(ofTen.p()).isEqualTo(alone.p());
    }

    @Test
    void verdictsOnPlainCases() {
        assertThat(verdict(1, 1, 1)).isEqualTo(EpochVerdict.EQUAL);
        assertThat(verdict(1)).isEqualTo(EpochVerdict.EQUAL);
        assertThat(verdict(1.1)).as("one replicate has no spread").isEqualTo(EpochVerdict.INCONCLUSIVE);
        assertThat(verdict(2.0, 2.1, 1.9, 2.05, 1.95)).isEqualTo(EpochVerdict.DIFFERENT);
        assertThat(verdict(0.5, 0.52, 0.49, 0.51, 0.5)).isEqualTo(EpochVerdict.DIFFERENT);
        assertThat(verdict(0.5, 0.52, 0.49, 0.51)).as("four replicates").isEqualTo(EpochVerdict.INCONCLUSIVE);
        assertThat(verdict(1.01, 1, 0.99, 1)).as("four replicates").isEqualTo(EpochVerdict.INCONCLUSIVE);
        assertThat(verdict(0.6, 1.7)).isEqualTo(EpochVerdict.INCONCLUSIVE);
        assertThat(verdict(NEVER, NEVER)).as("only the first converged").isEqualTo(EpochVerdict.INCONCLUSIVE);
    }

    @Test
    void whereNothingConvergesThereIsNothingToCompare() {
        MadeUpBundle bundle = new MadeUpBundle("b").run("task", 1, 0, NEVER).run("task", 1, 1, NEVER);
        EpochRatio ratio =
                EpochRatio.of(CommonRuns.of(bundle.bundle(), bundle.bundle()).all(), 1.25, 1);
        assertThat(ratio.verdict()).isEqualTo(EpochVerdict.NOTHING);
        assertThat(ratio.ratio()).isNull();
    }

    /** Two replicates that take one epoch more have no spread by chance, and no interval. */
    @Test
    void tiesAreNoEvidence() {
        EpochRatio ratio = EpochRatio.of(pairs(2, 2), 1.25, 1);
        assertThat(ratio.verdict()).isEqualTo(EpochVerdict.INCONCLUSIVE);
        assertThat(ratio.ratio()).isCloseTo(2, within(1e-12));
        assertThat(ratio.low()).isNull();
    }

    /** What meets the criterion from the start in one bundle only takes longer in the other by a factor that no ratio tells. */
    @Test
    void noEpochAgainstSomeIsOpen() {
        MadeUpBundle first = new MadeUpBundle("a");
        MadeUpBundle second = new MadeUpBundle("b");
        for (int i = 0; i < 8; i++) {
            first.run("task", 1, i, 0).run("task", 2, i, 10);
            second.run("task", 1, i, 5).run("task", 2, i, 10);
        }
        EpochRatio ratio =
                EpochRatio.of(CommonRuns.of(first.bundle(), second.bundle()).all(), 1.25, 1);
        assertThat(ratio.verdict()).isEqualTo(EpochVerdict.INCONCLUSIVE);
    }

    private static EpochVerdict verdict(double... ratios) {
        return EpochRatio.of(pairs(ratios), 1.25, 1).verdict();
    }

    /** What the documentation promises of every data set: "different" is beyond the margin, and is never also equivalent. */
    @Test
    void whatIsCalledDifferentIsBeyondTheMargin() {
        UniformRandomProvider random = Streams.of(3, "ratios");
        ZigguratSampler.NormalizedGaussian normal = ZigguratSampler.NormalizedGaussian.of(random);
        int different = 0;
        int equivalent = 0;
        for (int i = 0; i < 2000; i++) {
            double centre = 0.8 * random.nextDouble();
            double spread = 0.3 * random.nextDouble();
            double[] ratios = normal.samples(2 + random.nextInt(10))
                    .map(x -> Math.exp(centre + spread * x))
                    .toArray();
            EpochRatio ratio = EpochRatio.of(pairs(ratios), 1.25, 3);
            if (ratio.verdict() == EpochVerdict.DIFFERENT) {
                different++;
                double low = Objects.requireNonNull(ratio.low());
                double high = Objects.requireNonNull(ratio.high());
                assertThat(low > 1.25 || high < 0.8).as(ratio.toString()).isTrue();
                assertThat(ratio.p()).isGreaterThan(0.05);
            }
            equivalent += ratio.verdict() == EpochVerdict.EQUIVALENT ? 1 : 0;
        }
        assertThat(different).isGreaterThan(200);
        assertThat(equivalent).isGreaterThan(200);
    }

    /**
     * Epochs of one to three, drawn alike on both machines, of which as many replicates as a verdict needs: no more than 5 % of the
     * comparisons of ten tasks may call one different, though ties make their spread look small.
     */
    @Test
    void smallWholeNumbersAreNoDifferenceEither() {
        UniformRandomProvider random = Streams.of(5, "whole");
        int comparisons = 2000;
        int wrong = 0;
        for (int i = 0; i < comparisons; i++) {
            boolean any = false;
            for (int task = 0; task < 10; task++) {
                double[] ratios = IntStream.range(0, EpochRatio.FEWEST)
                        .mapToDouble(r -> (1 + random.nextInt(3)) / (double) (1 + random.nextInt(3)))
                        .toArray();
                any |= EpochRatio.of(pairs(ratios), 1.25, 10).verdict() == EpochVerdict.DIFFERENT;
            }
            wrong += any ? 1 : 0;
        }
        assertThat(wrong / (double) comparisons).isLessThan(0.05);
    }

    /**
     * Machines that differ by chance alone: with next to no margin, which is the worst case, any of ten tasks is called different in 5 %
     * of the comparisons, Bonferroni's 1 − (1 − 0.005)¹⁰ = 4.9 % to be exact.
     */
    @Test
    void chanceIsCalledADifferenceInFiveOfAHundred() {
        ZigguratSampler.NormalizedGaussian normal = ZigguratSampler.NormalizedGaussian.of(Streams.of(4, "chance"));
        int comparisons = 1000;
        int wrong = 0;
        for (int i = 0; i < comparisons; i++) {
            boolean any = false;
            for (int task = 0; task < 10; task++) {
                double[] ratios = normal.samples(10).map(x -> Math.exp(0.1 * x)).toArray();
                any |= EpochRatio.of(pairs(ratios), 1.0001, 10).verdict() == EpochVerdict.DIFFERENT;
            }
            wrong += any ? 1 : 0;
        }
        assertThat(wrong / (double) comparisons).isCloseTo(0.049, within(4 * Math.sqrt(0.049 * 0.951 / comparisons)));
    }
}
