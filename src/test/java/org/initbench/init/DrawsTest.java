package org.initbench.init;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.initbench.common.Streams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Common random numbers: cells of a study differ in nothing but what they are compared for. */
class DrawsTest {

    private static final WeightShape PLAIN = new WeightShape(16, 24, false);
    private static final WeightShape WITH_BIAS = new WeightShape(16, 24, true);
    private static final Draws DRAWS = new Draws(3, "pairing", 5);

    static Stream<Initializer> all() {
        return Initializers.all().stream();
    }

    static Stream<Initializer> random() {
        return all().filter(i -> !i.deterministic());
    }

    /** Families that see other random numbers are compared under noise that pairing was meant to remove. */
    @Test
    void normalAndUniformAreQuantilesOfTheSameNumbers() {
        double[] u = Streams.uniforms(Streams.of(3, "pairing", 5, 2, "weight"), 16 * 24);
        double[] normal = DRAWS.layer(Initializers.byName("normal"), 0.01, 2, PLAIN);
        double[] uniform = DRAWS.layer(Initializers.byName("uniform"), 0.01, 2, PLAIN);
        double[] he = DRAWS.layer(Initializers.byName("he-normal"), 0.01, 2, PLAIN);
        for (int i = 0; i < 16; i++) {
            for (int j = 0; j < 24; j++) {
                double p = u[i * 24 + j];
                assertThat(normal[i * 25 + j]).isEqualTo(0.01 * StandardNormal.quantile(p));
                assertThat(uniform[i * 25 + j]).isEqualTo(0.01 * (StrictMath.sqrt(3) * (2 * p - 1)));
                assertThat(he[i * 25 + j]).isEqualTo(0.01 * (StrictMath.sqrt(2.0 / 24) * StandardNormal.quantile(p)));
            }
        }
    }

    /** A scale that reached the random numbers would make the response curve a comparison of different networks. */
    @ParameterizedTest
    @MethodSource("all")
    void scaleIsAFactorAndNothingElse(Initializer initializer) {
        double[] z = DRAWS.layer(initializer, 1, 0, WITH_BIAS);
        for (double scale : new double[] {1e-4, 0.03162, 1, 10}) {
            double[] scaled = Arrays.stream(z).map(v -> scale * v).toArray();
            assertThat(DRAWS.layer(initializer, scale, 0, WITH_BIAS)).containsExactly(scaled);
        }
    }

    /** Biases drawn where the task says zero, or the reverse, make another network than the published one. */
    @ParameterizedTest
    @MethodSource("random")
    void biasIsTheLastColumnAndZeroUnlessDrawn(Initializer initializer) {
        double[] plain = DRAWS.layer(initializer, 0.5, 1, PLAIN);
        double[] biased = DRAWS.layer(initializer, 0.5, 1, WITH_BIAS);
        assertThat(plain).hasSize(16 * 25);
        assertThat(biased).hasSize(16 * 25);
        for (int i = 0; i < 16; i++) {
            assertThat(plain[i * 25 + 24]).isZero();
            assertThat(biased[i * 25 + 24]).isNotZero();
            if (!(initializer instanceof Orthogonal)) {
                assertThat(Arrays.copyOfRange(biased, i * 25, i * 25 + 24))
                        .as("weights do not depend on whether biases are drawn")
                        .containsExactly(Arrays.copyOfRange(plain, i * 25, i * 25 + 24));
            }
        }
    }

    /** A bias stream shared with the weights would repeat weights as biases. */
    @Test
    void biasesComeFromTheirOwnStream() {
        double[] u = Streams.uniforms(Streams.of(3, "pairing", 5, 1, "bias"), 16);
        double[] normal = DRAWS.layer(Initializers.byName("normal"), 2, 1, WITH_BIAS);
        for (int i = 0; i < 16; i++) {
            assertThat(normal[i * 25 + 24]).isEqualTo(2 * StandardNormal.quantile(u[i]));
        }
    }

    /** Replicates, layers or tasks that share their draws are fewer experiments than they claim. */
    @ParameterizedTest
    @MethodSource("random")
    void seedTaskReplicateAndLayerEachGiveOtherWeights(Initializer initializer) {
        List<double[]> layers = new ArrayList<>();
        layers.add(DRAWS.layer(initializer, 1, 0, PLAIN));
        layers.add(DRAWS.layer(initializer, 1, 1, PLAIN));
        layers.add(new Draws(4, "pairing", 5).layer(initializer, 1, 0, PLAIN));
        layers.add(new Draws(3, "pairings", 5).layer(initializer, 1, 0, PLAIN));
        layers.add(new Draws(3, "pairing", 6).layer(initializer, 1, 0, PLAIN));
        assertThat(layers.stream().map(Arrays::hashCode).distinct()).hasSize(layers.size());
        assertThat(DRAWS.layer(initializer, 1, 0, PLAIN)).containsExactly(layers.get(0));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-4, 0.1, 10})
    void zeroIsZeroAndConstantIsTheScale(double scale) {
        Initializer zero = Initializers.byName("zero");
        Initializer constant = Initializers.byName("constant");
        assertThat(zero.scaleKind()).isEqualTo(ScaleKind.NONE);
        assertThat(constant.scaleKind()).isEqualTo(ScaleKind.VALUE);
        assertThat(DRAWS.layer(zero, scale, 0, WITH_BIAS)).containsOnly(0);
        assertThat(DRAWS.layer(constant, scale, 0, WITH_BIAS)).containsOnly(scale);
        assertThat(zero.targetVariance(24, 16)).isZero();
        assertThat(constant.targetVariance(24, 16)).isZero();
    }

    /** A rule called deterministic is run once; were it random, nine replicates would be missing. */
    @ParameterizedTest
    @MethodSource("all")
    void deterministicRulesIgnoreTheSeedAndOthersDoNot(Initializer initializer) {
        double[] here = DRAWS.layer(initializer, 1, 0, WITH_BIAS);
        double[] there = new Draws(4, "elsewhere", 6).layer(initializer, 1, 3, WITH_BIAS);
        assertThat(Arrays.equals(here, there)).isEqualTo(initializer.deterministic());
    }

    @Test
    void aLayerWithoutUnitsOrInputsIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new WeightShape(0, 3, false));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WeightShape(3, 0, true))
                .withMessageContaining("3x0");
    }
}
