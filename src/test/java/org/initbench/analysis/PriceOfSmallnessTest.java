package org.initbench.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.assertj.core.data.Offset;
import org.initbench.analysis.DoseResponse.Law;
import org.initbench.analysis.DoseResponse.Price;
import org.junit.jupiter.api.Test;

class PriceOfSmallnessTest {
    private static final double[] SCALES = {1e-4, 1e-3, 1e-2, 1e-1};
    private static final double[][] EPOCHS = {{52, 41, 33, 20}, {50, 43, 29, 22}, {55, 40, 31, 18}};
    private static final Offset<Double> CLOSE = within(1e-9);

    /**
     * SciPy 1.17: {@code x = -log10(scales)}; the mean of {@code stats.linregress(x, row).slope} over the rows, ± {@code stats.t.ppf(.975,
     * 2) * std(slopes, ddof=1) / sqrt(3)}; the same of {@code log10(row)}.
     */
    @Test
    void slopesAndTheirIntervalsEqualScipys() {
        Price price = PriceOfSmallness.fit(SCALES, EPOCHS);
        assertThat(price.perDecade().value()).isCloseTo(10.733333333333334, CLOSE);
        assertThat(price.perDecade().low()).isCloseTo(7.908252339612515, CLOSE);
        assertThat(price.perDecade().high()).isCloseTo(13.558414327054154, CLOSE);
        assertThat(price.exponent().value()).isCloseTo(0.13819570798809577, CLOSE);
        assertThat(price.exponent().low()).isCloseTo(0.09676217871729195, CLOSE);
        assertThat(price.exponent().high()).isCloseTo(0.1796292372588996, CLOSE);
        assertThat(price.perDecade().n()).isEqualTo(3);
        assertThat(price.scales()).isEqualTo(4);
        assertThat(price.from()).isEqualTo(1e-4);
        assertThat(price.to()).isEqualTo(1e-1);
    }

    /**
     * SciPy 1.17: AIC = 2·3 − 2·log-likelihood of the means of the columns, {@code stats.norm.logpdf} at the maximum likelihood
     * estimates, that of the logarithms less {@code sum(log(means))}; power less log.
     */
    @Test
    void theLawsAreComparedByAkaikesCriterion() {
        assertThat(PriceOfSmallness.fit(SCALES, EPOCHS).advantage()).isCloseTo(19.75656619678642, within(1e-6));
        assertThat(PriceOfSmallness.fit(SCALES, EPOCHS).law()).isEqualTo(Law.LOG);
    }

    /** T = 5 + 7·log₁₀(1/ε) is a log law, T = 3·ε^−½ a power law, each without error. */
    @Test
    void aLawWithoutErrorIsRecognized() {
        Price log = PriceOfSmallness.fit(SCALES, rows(e -> 5 - 7 * Math.log10(e)));
        assertThat(log.law()).isEqualTo(Law.LOG);
        assertThat(log.perDecade().value()).isCloseTo(7, CLOSE);
        Price power = PriceOfSmallness.fit(SCALES, rows(e -> 3 / Math.sqrt(e)));
        assertThat(power.law()).isEqualTo(Law.POWER);
        assertThat(power.exponent().value()).isCloseTo(0.5, CLOSE);
    }

    /** Up and down around no trend: neither law explains it better. */
    @Test
    void whereNeitherLawFitsBetterNoneIsPreferred() {
        assertThat(PriceOfSmallness.fit(SCALES, new double[][] {{10, 11, 10, 11}, {10, 11, 10, 11}})
                        .law())
                .isEqualTo(Law.EITHER);
    }

    @Test
    void oneReplicateHasASlopeButNoInterval() {
        Price price = PriceOfSmallness.fit(SCALES, new double[][] {{40, 30, 20, 10}});
        assertThat(price.perDecade().value()).isCloseTo(10, CLOSE);
        assertThat(price.perDecade().low()).isNull();
        assertThat(price.perDecade().caveats()).containsExactly("rests on one run a scale: no interval");
    }

    @Test
    void aFitTakesFourScalesOverOneAndAHalfDecades() {
        assertThat(PriceOfSmallness.enough(new double[] {0.1, 1, 10})).isFalse();
        assertThat(PriceOfSmallness.enough(new double[] {0.1, 0.2, 0.5, 1})).isFalse();
        assertThat(PriceOfSmallness.enough(new double[] {0.01, 0.1, 0.2, 0.01 * Math.pow(10, 1.5)}))
                .isTrue();
    }

    private static double[][] rows(DoubleUnaryOperator law) {
        double[] row = Arrays.stream(SCALES).map(law).toArray();
        return new double[][] {row, row.clone()};
    }
}
