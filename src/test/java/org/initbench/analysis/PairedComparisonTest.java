package org.initbench.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.rng.UniformRandomProvider;
import org.initbench.common.Streams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two cells over shared replicates, in the cases that real studies have: ties, failures, none left to compare. */
class PairedComparisonTest {

    private static final double NEVER = Double.POSITIVE_INFINITY;
    private static final double MARGIN = 1.25;

    private static PairedComparison compare(Sample first, Sample second) {
        return PairedComparison.of(first, second, MARGIN, Streams.of(1, "pairs"));
    }

    /**
     * By SciPy 1.17.1, with f and s the epochs, 50 for those that failed: permutation_test as in {@link SignFlipTestTest} on f − s:
     * 0.171875; binomtest(1, 2, 0.5): 1; numpy.median of the Walsh averages of log(f/s), of the six pairs that converged: 0.7784989,
     * limits by inversion of the signed-rank test 0.52 and 1.0344828 at 1 − 2/64; mannwhitneyu(s, f).statistic / 64 with failures
     * as 10^9: 0.6875; the larger p of ttest_1samp(log(f/s), ∓log(1.25)): 0.6304895.
     */
    @Test
    void givesSciPysValues() {
        PairedComparison c = compare(
                Sample.of(50, 12, 15, 11, 20, NEVER, 14, 13, 30), Sample.of(50, 18, 16, 11, 33, 40, NEVER, 25, 29));
        assertThat(c.pairs()).isEqualTo(8);
        assertThat(c.bothConverged()).isEqualTo(6);
        assertThat(c.onlyFirst()).isEqualTo(1);
        assertThat(c.onlySecond()).isEqualTo(1);
        assertThat(c.time().value()).isEqualTo(0.171875);
        assertThat(c.convergence().value()).isEqualTo(1);
        assertThat(c.ratio().value()).isCloseTo(0.778498944161523, within(1e-12));
        assertThat(c.ratio().low()).isCloseTo(0.52, within(1e-12));
        assertThat(c.ratio().high()).isCloseTo(1.0344827586206897, within(1e-12));
        assertThat(c.ratio().confidence()).isEqualTo(0.95);
        assertThat(c.ratio().caveats()).containsExactly("among the 6 of 8 pairs in which both runs converged");
        assertThat(c.superiority()).isEqualTo(0.6875);
        assertThat(c.equivalence()).isCloseTo(0.6304894974010989, within(1e-12));
    }

    /** SciPy 1.17.1: {@code binomtest(b, b + c, 0.5).pvalue}. */
    @ParameterizedTest
    @CsvSource({"0, 0, 1", "5, 0, 0.0625", "1, 5, 0.21875", "12, 2, 0.012939453125", "7, 7, 1"})
    void givesSciPysMcNemar(int onlyFirst, int onlySecond, double p) {
        assertThat(Proportion.mcNemarTwoSided(onlyFirst, onlySecond)).isCloseTo(p, within(1e-14));
        assertThat(Proportion.mcNemarTwoSided(onlySecond, onlyFirst)).isCloseTo(p, within(1e-14));
    }

    /** SciPy 1.17.1: {@code mannwhitneyu(b, a).statistic / 30}, failures as 10^9, which ties them: 0.51666…. */
    @Test
    void superiorityTiesFailures() {
        Sample a = Sample.of(20, 3, 5, NEVER, 7, 7);
        Sample b = Sample.of(20, 4, 5, 9, NEVER, NEVER, 2);
        assertThat(Superiority.of(a, b)).isCloseTo(0.5166666666666667, within(1e-15));
        assertThat(Superiority.of(b, a)).isCloseTo(1 - 0.5166666666666667, within(1e-15));
    }

    /** Epochs differ in no pair: by the definitions nothing is found, and equivalence is certain. */
    @Test
    void ofACellWithItselfNothingDiffers() {
        Sample cell = Sample.of(50, 12, 15, 11, NEVER, 14);
        PairedComparison c = compare(cell, cell);
        assertThat(c.time().value()).isEqualTo(1);
        assertThat(c.convergence().value()).isEqualTo(1);
        assertThat(c.ratio().value()).isEqualTo(1);
        assertThat(c.superiority()).isEqualTo(0.5);
        assertThat(c.equivalence()).isZero();
    }

    @Test
    void whereNoRunConvergedThereIsNoRatio() {
        PairedComparison c = compare(Sample.of(50, NEVER, NEVER, NEVER), Sample.of(50, NEVER, NEVER, NEVER));
        assertThat(c.time().value()).isEqualTo(1);
        assertThat(c.ratio().value()).isNull();
        assertThat(c.ratio().caveats()).containsExactly("undefined: in none of 3 pairs did both runs converge");
        assertThat(c.superiority()).isEqualTo(0.5);
        assertThat(c.equivalence()).isEqualTo(1);
    }

    /** One converges always and the other never: 2 of 2⁶ patterns, 2 of 2⁶ coins. */
    @Test
    void aStartThatNeverLearnsIsFoundWithoutARatio() {
        PairedComparison c =
                compare(Sample.of(50, 12, 15, 11, 9, 14, 10), Sample.of(50, NEVER, NEVER, NEVER, NEVER, NEVER, NEVER));
        assertThat(c.time().value()).isEqualTo(1 / 32.0);
        assertThat(c.convergence().value()).isEqualTo(1 / 32.0);
        assertThat(c.ratio().value()).isNull();
        assertThat(c.superiority()).isEqualTo(1);
    }

    @Test
    void oneReplicateDecidesNothing() {
        PairedComparison c = compare(Sample.of(50, 12), Sample.of(50, 24));
        assertThat(c.time()).isEqualTo(new PValue(1, true, 1));
        assertThat(c.ratio().value()).isCloseTo(0.5, within(1e-15));
        assertThat(c.ratio().low()).isNull();
        assertThat(c.equivalence()).isEqualTo(1);
    }

    @Test
    void cellsWithoutASharedReplicateAreNotPaired() {
        Sample other = new Sample(new double[] {5, 6}, new double[] {50, 50}, new int[] {7, 8}, 50, false);
        PairedComparison c = compare(Sample.of(50, 12, 13), other);
        assertThat(c.pairs()).isZero();
        assertThat(c.time()).isEqualTo(new PValue(1, true, 0));
        assertThat(c.ratio().value()).isNull();
        assertThat(c.superiority()).as("needs no pairs").isZero();
    }

    /** Runs are matched by replicate, whatever their order. */
    @Test
    void pairsAreMatchedByReplicate() {
        Sample turned = new Sample(new double[] {3, 2, 1}, new double[] {9, 9, 9}, new int[] {2, 1, 0}, 9, false);
        assertThat(Pairs.of(Sample.of(9, 1, 2, 3), turned).differences()).containsOnly(0);
    }

    /** What a deterministic start does once it does always. */
    @Test
    void anExactCellStandsBesideEveryReplicate() {
        Sample exact = new Sample(new double[] {NEVER}, new double[] {50}, new int[] {0}, 50, true);
        PairedComparison c = compare(Sample.of(50, 12, 15, 11, 9, 14, 10), exact);
        assertThat(c.pairs()).isEqualTo(6);
        assertThat(c.onlyFirst()).isEqualTo(6);
        assertThat(c.time().value()).isEqualTo(1 / 32.0);
    }

    /** By its definition, over all pairs of runs, with many ties and failures. */
    @Test
    void superiorityIsTheShareOfAllPairs() {
        UniformRandomProvider random = Streams.of(3, "superiority");
        for (int round = 0; round < 50; round++) {
            double[] a = random.doubles(1 + round).map(u -> Math.ceil(12 * u)).toArray();
            double[] b =
                    random.doubles(1 + round / 2).map(u -> Math.ceil(12 * u)).toArray();
            double won = 0;
            for (double x : a) {
                for (double y : b) {
                    double own = x <= 10 ? x : Double.POSITIVE_INFINITY;
                    double other = y <= 10 ? y : Double.POSITIVE_INFINITY;
                    won += own < other ? 1 : own == other ? 0.5 : 0;
                }
            }
            assertThat(Superiority.of(Sample.of(10, a), Sample.of(10, b))).isEqualTo(won / a.length / b.length);
        }
    }
}
