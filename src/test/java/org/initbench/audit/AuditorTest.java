package org.initbench.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.initbench.common.Streams;
import org.initbench.init.Distribution;
import org.initbench.init.Initializer;
import org.initbench.init.Initializers;
import org.initbench.init.Law;
import org.initbench.init.StandardNormal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An audit that finds nothing wrong with wrong laws would certify them. */
class AuditorTest {

    private static final Auditor AUDITOR = new Auditor(60, 40, 30);
    private static final double SQRT_3 = Math.sqrt(3);

    /** Draws by an inverse distribution function what is said to be another law. */
    private record Said(Law promised, DoubleUnaryOperator quantile, String dataType, long seed)
            implements WeightSource {

        Said(Law promised, DoubleUnaryOperator quantile, String dataType) {
            this(promised, quantile, dataType, 7);
        }

        @Override
        public String name() {
            return "said";
        }

        @Override
        public String promise() {
            return "a law";
        }

        @Override
        public Law law(int fanIn, int fanOut) {
            return promised;
        }

        @Override
        public Drawn draw(int fanIn, int fanOut, int number) {
            double[] u = Streams.uniforms(Streams.of(seed, "audit test", number), fanIn * fanOut);
            return new Drawn(Arrays.stream(u).map(quantile).toArray(), dataType);
        }
    }

    private static AuditResult audit(Distribution promised, double variance, DoubleUnaryOperator quantile) {
        return AUDITOR.audit(new Said(Law.of(promised, variance), quantile, "double"));
    }

    @Test
    void whatIsKeptIsCalledKept() {
        AuditResult result = audit(Distribution.NORMAL, 4, u -> 2 * StandardNormal.quantile(u));
        assertThat(result.kept()).isTrue();
        assertThat(result.weights()).isEqualTo(72_000);
        assertThat(result.measured().std()).isCloseTo(2, within(0.02));
        assertThat(result.measured().kurtosis()).isCloseTo(3, within(0.1));
        assertThat(audit(Distribution.UNIFORM, 1, u -> SQRT_3 * (2 * u - 1)).kept())
                .isTrue();
    }

    /** With errors known from three matrices, five of them are passed once in 26 (Student's law with 2 degrees of freedom). */
    @Test
    void fewMatricesRaiseNoFalseAlarm() {
        Auditor few = new Auditor(60, 40, 3);
        for (int seed = 0; seed < 200; seed++) {
            Said normal = new Said(Law.of(Distribution.NORMAL, 4), u -> 2 * StandardNormal.quantile(u), "double", seed);
            assertThat(few.audit(normal).broken()).as("seed %d", seed).isEmpty();
        }
    }

    /** A bound used as a standard deviation: three times the variance. */
    @Test
    void aBoundTakenForAStandardDeviationIsFound() {
        assertThat(audit(Distribution.UNIFORM, 1.0 / 3, u -> SQRT_3 * (2 * u - 1))
                        .broken())
                .anyMatch(text -> text.matches("variance (2.9\\d|3|3.0\\d) times the promised one"))
                .anyMatch(text -> text.equals("reaches 3.00 deviations instead of 1.73"));
    }

    @Test
    void anotherLawOfTheSameVarianceIsFound() {
        assertThat(audit(Distribution.NORMAL, 1, u -> SQRT_3 * (2 * u - 1)).broken())
                .anyMatch(text -> text.startsWith("kurtosis 1.8"))
                .anyMatch(text -> text.startsWith("never beyond 1.73"))
                .anyMatch(text -> text.startsWith("another law: its distribution function is off by 0.05"));
    }

    /** Cut at two deviations and not widened again: 0.774 of the variance, as Keras' plain truncated normal. */
    @Test
    void aTruncationThatIsNotCorrectedIsFound() {
        double below = 0.022750131948179195;
        DoubleUnaryOperator cut = u -> StandardNormal.quantile(below + u * (1 - 2 * below));
        assertThat(audit(Distribution.TRUNCATED_NORMAL, 1, cut).broken())
                .anyMatch(text -> text.startsWith("variance 0.77"));
        assertThat(audit(Distribution.TRUNCATED_NORMAL, 0.7737413035499232, cut).kept())
                .isTrue();
    }

    @Test
    void aUniformLawFromZeroUpIsFound() {
        assertThat(audit(Distribution.UNIFORM, 1.0 / 3, u -> u).broken())
                .anyMatch(text -> text.matches("mean 0\\.(5|499|50\\d) instead of 0.00"));
    }

    @Test
    void aConstantIsComparedExactly() {
        Law half = Law.constant(0.5);
        assertThat(AUDITOR.audit(new Said(half, u -> 0.5, "double")).kept()).isTrue();
        assertThat(AUDITOR.audit(new Said(half, u -> 0.51, "double")).broken())
                .anyMatch(text -> text.startsWith("mean 0.51"));
        assertThat(AUDITOR.audit(new Said(half, u -> u, "double")).broken())
                .anyMatch(text -> text.matches("variance 0.08[234]\\d instead of 0"));
    }

    @Test
    void singlePrecisionInsteadOfDoubleIsFound() {
        assertThat(AUDITOR.audit(new Said(Law.constant(1), u -> 1, "float")).broken())
                .containsExactly("asked for double, gives float");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "normal",
                "uniform",
                "truncated-normal",
                "rademacher",
                "he-uniform",
                "orthogonal",
                "pytorch-default",
                "sparse",
                "zero",
                "constant",
                "constant-plus-normal:0.1",
                "weyl"
            })
    void ownRulesKeepTheirPromises(String name) {
        Initializer initializer = Initializers.byName(name);
        assertThat(AUDITOR.audit(new InitializerSource(initializer, 1, 3)).broken())
                .isEmpty();
    }
}
