package org.initbench.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.initbench.analysis.FiniteWidth.Range;
import org.initbench.analysis.TheoryComparison.Verdict;
import org.initbench.common.Streams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FiniteWidthTest {

    private static final Range SINGLE = Range.of("float32");

    /** By hand: exp(3·√0.44867·0.2 + 0.02 + 1/32 + 0.05) of three networks, exp(3·0.2 + …) of one. */
    @Test
    void factorFollowsTheFormula() {
        assertThat(new FiniteWidth(0.2, 32, 3).factor()).isCloseTo(1.6536, within(1e-3));
        assertThat(new FiniteWidth(0.2, 32, 1).factor()).isCloseTo(Math.exp(0.70125), within(1e-12));
        assertThat(new FiniteWidth(0, 1000, 3).factor()).isCloseTo(Math.exp(0.051), within(1e-12));
    }

    /** What strays only as a logarithmic normal law of mean 1 does is flagged in fewer than 3 of 1000 cases. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void chanceAloneIsHardlyEverFlagged(int networks) {
        double spread = 0.5;
        UniformRandomProvider rng = Streams.of(3, "flags", networks);
        NormalDistribution normal = NormalDistribution.of(-spread * spread / 2, spread);
        FiniteWidth width = new FiniteWidth(spread, 32, networks);
        int flagged = 0;
        int cases = 20_000;
        for (int i = 0; i < cases; i++) {
            double[] measured = Arrays.stream(Streams.uniforms(rng, networks))
                    .map(normal::inverseCumulativeProbability)
                    .map(Math::exp)
                    .sorted()
                    .toArray();
            double median = (measured[(networks - 1) / 2] + measured[networks / 2]) / 2;
            flagged += width.verdict(1, median, SINGLE) == Verdict.DISAGREES ? 1 : 0;
        }
        assertThat(flagged).isLessThan(3 * cases / 1000);
    }

    /** A factor of two is seen where 32 units stray by a fifth. */
    @Test
    void whatIsTwiceAsLargeIsFlagged() {
        FiniteWidth width = new FiniteWidth(0.2, 32, 3);
        assertThat(width.verdict(1, 2, SINGLE)).isEqualTo(Verdict.DISAGREES);
        assertThat(width.verdict(1, 0.5, SINGLE)).isEqualTo(Verdict.DISAGREES);
        assertThat(width.verdict(1, 1.5, SINGLE)).isEqualTo(Verdict.AGREES);
        assertThat(width.verdict(1, 0, SINGLE)).isEqualTo(Verdict.DISAGREES);
        assertThat(width.verdict(1, Double.POSITIVE_INFINITY, SINGLE)).isEqualTo(Verdict.DISAGREES);
        assertThat(width.verdict(0, 0.1, SINGLE)).isEqualTo(Verdict.DISAGREES);
        assertThat(width.verdict(0, 0, SINGLE)).isEqualTo(Verdict.AGREES);
    }

    /** The variance of one output unit's values is not that over units. */
    @Test
    void layersOfAFewUnitsAreNotCompared() {
        assertThat(new FiniteWidth(0.2, 7, 3).verdict(1, 1e-6, SINGLE)).isEqualTo(Verdict.NOT_COMPARED);
        assertThat(new FiniteWidth(0.2, 8, 3).verdict(1, 1e-6, SINGLE)).isEqualTo(Verdict.DISAGREES);
    }

    /** Single precision holds no 10⁻⁴⁰: that it is measured as 0 says nothing about theory. */
    @Test
    void whatTheArithmeticDoesNotHoldIsNotCompared() {
        FiniteWidth width = new FiniteWidth(0.2, 32, 3);
        assertThat(width.verdict(1e-80, 0, SINGLE)).isEqualTo(Verdict.NOT_COMPARED);
        assertThat(width.verdict(1e80, Double.POSITIVE_INFINITY, SINGLE)).isEqualTo(Verdict.NOT_COMPARED);
        assertThat(width.verdict(1e-80, 0, Range.of("float64"))).isEqualTo(Verdict.DISAGREES);
        assertThat(width.verdict(1e-60, 0, SINGLE.dividedBy(1e-20))).isEqualTo(Verdict.NOT_COMPARED);
    }
}
