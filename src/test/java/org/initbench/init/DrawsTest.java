package org.initbench.init;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.initbench.common.Streams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Common random numbers: cells of a study differ in nothing but what they are compared for. */
class DrawsTest {

    private static final WeightShape PLAIN = WeightShape.dense(16, 24, false);
    private static final WeightShape WITH_BIAS = WeightShape.dense(16, 24, true);
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
        double[] normal = DRAWS.matrix(Initializers.byName("normal"), 0.01, 2, "weight", PLAIN);
        double[] uniform = DRAWS.matrix(Initializers.byName("uniform"), 0.01, 2, "weight", PLAIN);
        double[] he = DRAWS.matrix(Initializers.byName("he-normal"), 0.01, 2, "weight", PLAIN);
        for (int i = 0; i < 16; i++) {
            for (int j = 0; j < 24; j++) {
                double p = u[i * 24 + j];
                assertThat(normal[i * 24 + j]).isEqualTo(0.01 * StandardNormal.quantile(p));
                assertThat(uniform[i * 24 + j]).isEqualTo(0.01 * (StrictMath.sqrt(3) * (2 * p - 1)));
                assertThat(he[i * 24 + j]).isEqualTo(0.01 * (StrictMath.sqrt(2.0 / 24) * StandardNormal.quantile(p)));
            }
        }
    }

    /** A scale that reached the random numbers would make the response curve a comparison of different networks. */
    @ParameterizedTest
    @MethodSource("all")
    void scaleIsAFactorAndNothingElse(Initializer initializer) {
        double[] z = DRAWS.matrix(initializer, 1, 0, "weight", WITH_BIAS);
        for (double scale : new double[] {1e-4, 0.03162, 1, 10}) {
            double[] scaled = Arrays.stream(z).map(v -> scale * v).toArray();
            assertThat(DRAWS.matrix(initializer, scale, 0, "weight", WITH_BIAS)).containsExactly(scaled);
        }
    }

    /** Biases that took the weights' numbers would shift all the weights behind them. */
    @ParameterizedTest
    @MethodSource("random")
    void aDrawnBiasIsAnExtraLastColumn(Initializer initializer) {
        double[] plain = DRAWS.matrix(initializer, 0.5, 1, "weight", PLAIN);
        double[] biased = DRAWS.matrix(initializer, 0.5, 1, "weight", WITH_BIAS);
        assertThat(plain).hasSize(16 * 24);
        assertThat(biased).hasSize(16 * 25);
        for (int i = 0; i < 16; i++) {
            assertThat(biased[i * 25 + 24]).isNotZero();
            if (!(initializer instanceof Orthogonal)) {
                assertThat(Arrays.copyOfRange(biased, i * 25, i * 25 + 24))
                        .as("weights do not depend on whether biases are drawn")
                        .containsExactly(Arrays.copyOfRange(plain, i * 24, (i + 1) * 24));
            }
        }
    }

    /**
     * A bias stream shared with the weights would repeat weights as biases, and one shared by two gates would give them the same
     * biases. The names of streams may never change: they are part of what a seed means.
     */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "weight|bias",
                "hidden weight|hidden bias",
                "0.weight|0.bias",
                "input weight, forget|bias of input weight, forget",
                "output projection|bias of output projection"
            })
    void biasesComeFromTheirOwnStream(String parameter, String stream) {
        double[] u = Streams.uniforms(Streams.of(3, "pairing", 5, 1, stream), 16);
        double[] normal = DRAWS.matrix(Initializers.byName("normal"), 2, 1, parameter, WITH_BIAS);
        for (int i = 0; i < 16; i++) {
            assertThat(normal[i * 25 + 24]).isEqualTo(2 * StandardNormal.quantile(u[i]));
        }
    }

    /** A scheme that took the matrix for its fans would start embeddings and convolutions at another variance than published. */
    @ParameterizedTest
    @CsvSource({
        "lecun-normal, 0.25",
        "glorot-normal, 0.02",
        "he-normal, 0.5",
        "lecun-uniform, 0.25",
        "glorot-uniform, 0.02",
        "he-uniform, 0.5"
    })
    void schemesFollowTheFansAndNotTheMatrix(String name, double variance) {
        WeightShape shape = new WeightShape(16, 24, 4, 96, false);
        WeightShape square = new WeightShape(16, 24, 1, 1, false);
        Initializer scheme = Initializers.byName(name);
        double[] weights = DRAWS.matrix(scheme, 1, 0, "weight", shape);
        double[] unit = DRAWS.matrix(scheme, 1, 0, "weight", square);
        double ratio = StrictMath.sqrt(variance / scheme.targetVariance(1, 1));
        assertThat(weights).hasSize(16 * 24);
        for (int i = 0; i < weights.length; i++) {
            assertThat(weights[i]).isCloseTo(ratio * unit[i], within(1e-14));
        }
        assertThat(scheme.targetVariance(4, 96)).isEqualTo(variance);
    }

    /** Replicates, layers, gates or tasks that share their draws are fewer experiments than they claim. */
    @ParameterizedTest
    @MethodSource("random")
    void seedTaskReplicateLayerAndParameterEachGiveOtherWeights(Initializer initializer) {
        List<double[]> layers = new ArrayList<>();
        layers.add(DRAWS.matrix(initializer, 1, 0, "weight", PLAIN));
        layers.add(DRAWS.matrix(initializer, 1, 1, "weight", PLAIN));
        layers.add(DRAWS.matrix(initializer, 1, 0, "recurrent weight", PLAIN));
        layers.add(new Draws(4, "pairing", 5).matrix(initializer, 1, 0, "weight", PLAIN));
        layers.add(new Draws(3, "pairings", 5).matrix(initializer, 1, 0, "weight", PLAIN));
        layers.add(new Draws(3, "pairing", 6).matrix(initializer, 1, 0, "weight", PLAIN));
        assertThat(layers.stream().map(Arrays::hashCode).distinct()).hasSize(layers.size());
        assertThat(DRAWS.matrix(initializer, 1, 0, "weight", PLAIN)).containsExactly(layers.get(0));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-4, 0.1, 10})
    void zeroIsZeroAndConstantIsTheScale(double scale) {
        Initializer zero = Initializers.byName("zero");
        Initializer constant = Initializers.byName("constant");
        assertThat(zero.scaleKind()).isEqualTo(ScaleKind.NONE);
        assertThat(constant.scaleKind()).isEqualTo(ScaleKind.VALUE);
        assertThat(DRAWS.matrix(zero, scale, 0, "weight", WITH_BIAS)).containsOnly(0);
        assertThat(DRAWS.matrix(constant, scale, 0, "weight", WITH_BIAS)).containsOnly(scale);
        assertThat(zero.targetVariance(24, 16)).isZero();
        assertThat(constant.targetVariance(24, 16)).isZero();
    }

    /** A rule called deterministic is run once; were it random, nine replicates would be missing. */
    @ParameterizedTest
    @MethodSource("all")
    void deterministicRulesIgnoreTheSeedAndOthersDoNot(Initializer initializer) {
        double[] here = DRAWS.matrix(initializer, 1, 0, "weight", WITH_BIAS);
        double[] there = new Draws(4, "elsewhere", 6).matrix(initializer, 1, 3, "weight", WITH_BIAS);
        assertThat(Arrays.equals(here, there)).isEqualTo(initializer.deterministic());
    }

    @Test
    void aLayerWithoutUnitsOrInputsIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> WeightShape.dense(0, 3, false));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WeightShape.dense(3, 0, true))
                .withMessageContaining("3x0");
        assertThatIllegalArgumentException().isThrownBy(() -> new WeightShape(3, 3, 0, 3, false));
        assertThatIllegalArgumentException().isThrownBy(() -> new WeightShape(3, 3, 3, 0, false));
    }
}
