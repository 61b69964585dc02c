package org.initbench.init;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.initbench.common.GoldenTable;
import org.initbench.common.Streams;
import org.junit.jupiter.api.Test;

class StandardNormalTest {

    /** Two units in the last place; the largest distance to R's values is below it. */
    private static final double TOLERANCE = 5e-16;

    /** One wrong digit in one of 46 coefficients shifts all weights of one range of probabilities. */
    @Test
    void agreesWithRInCentreMiddleAndTails() {
        List<NamedCsvRecord> rows = GoldenTable.rows("/org/initbench/init/golden/qnorm.csv");
        assertThat(rows).hasSizeGreaterThan(300);
        for (NamedCsvRecord row : rows) {
            double p = Double.parseDouble(row.getField("p"));
            double expected = Double.parseDouble(row.getField("quantile"));
            assertThat(StandardNormal.quantile(p))
                    .as("qnorm(%s) (Rscript qnorm.R)", p)
                    .isCloseTo(expected, within(TOLERANCE * Math.abs(expected)));
        }
    }

    /**
     * R computes the quantile by the same published approximation; this receipt is another method: the inverse error
     * function of Boost.
     */
    @Test
    void agreesWithAnotherMethodAtRandomProbabilities() {
        NormalDistribution normal = NormalDistribution.of(0, 1);
        UniformRandomProvider rng = Streams.of(1, "quantiles");
        for (double u : Streams.uniforms(rng, 20_000)) {
            double p = rng.nextBoolean() ? u : StrictMath.exp(-30 * u);
            double expected = normal.inverseCumulativeProbability(p);
            assertThat(StandardNormal.quantile(p))
                    .as("quantile of %s", p)
                    .isCloseTo(expected, within(1e-14 * Math.max(1e-2, Math.abs(expected))));
        }
    }

    /** An asymmetric law would have a mean: a bias in every layer. */
    @Test
    void isAntisymmetricToTheLastBit() {
        assertThat(StandardNormal.quantile(0.5)).isZero();
        for (double u : Streams.uniforms(Streams.of(2, "quantiles"), 10_000)) {
            assertThat(StandardNormal.quantile(1 - u)).isEqualTo(-StandardNormal.quantile(u));
        }
    }

    /** A gap or a step where two approximations meet would be a hole in the law. */
    @Test
    void neverDecreasesWhereApproximationsMeet() {
        for (double border : new double[] {0.075, 0.925, StrictMath.exp(-25), 0x1p-53, 1 - 0x1p-50}) {
            double p = border;
            for (int i = 0; i < 1000; i++) {
                p = Math.nextDown(p);
            }
            double last = Double.NEGATIVE_INFINITY;
            for (int i = 0; i < 2000 && p < 1; i++, p = Math.nextUp(p)) {
                double z = StandardNormal.quantile(p);
                assertThat(z).isFinite().isGreaterThanOrEqualTo(last - 5e-16 * Math.abs(last));
                last = z;
            }
        }
    }

    /** The largest weight that can be drawn; an infinite one would make a run diverge before it starts. */
    @Test
    void isFiniteAtTheEndsOfTheUniforms() {
        assertThat(StandardNormal.quantile(0x1p-53)).isEqualTo(-8.209536151601386);
        assertThat(StandardNormal.quantile(1 - 0x1p-53)).isEqualTo(8.209536151601386);
    }
}
