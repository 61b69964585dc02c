package org.initbench.theory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.initbench.network.Activation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PairMomentsTest {

    /**
     * Cho and Saul (2009): E φₐφ_b / E φ² = (sin θ + (π − θ) cos θ)/π of ReLU, where cos θ = c; E of the product of steps is (π −
     * θ)/2π, over ¼. A rule of 48 points has an error of the order of a hundredth at a kink, a tenth at a step.
     */
    @ParameterizedTest
    @ValueSource(doubles = {0, 0.3, 0.9, 1})
    void ofReluAreThoseOfTheArcCosineKernel(double c) {
        double angle = Math.acos(c);
        double expected = (Math.sin(angle) + (Math.PI - angle) * c) / Math.PI;
        PairMoments moments = PairMoments.of(Activation.RELU, 3, c);
        assertThat(moments.correlation()).isCloseTo(expected, within(0.01));
        assertThat(moments.slopes()).isCloseTo(2 * (Math.PI - angle) / Math.PI, within(0.1));
    }

    /** Isserlis: E x²y² = 1 + 2c² of normal numbers. At c = 1 those of ReLU are 6, E z⁴/2 over (½)². */
    @ParameterizedTest
    @ValueSource(doubles = {0, 0.5, 1})
    void ofTheIdentityAreThoseOfNormalNumbers(double c) {
        PairMoments moments = PairMoments.of(Activation.IDENTITY, 1e-30, c);
        assertThat(moments.correlation()).isCloseTo(c, within(1e-12));
        assertThat(moments.squares()).isCloseTo(1 + 2 * c * c, within(1e-12));
        assertThat(moments.deviations()).isCloseTo(1 + 2 * c * c, within(1e-12));
        assertThat(moments.slopes()).isCloseTo(1, within(1e-12));
        assertThat(PairMoments.of(Activation.RELU, 2, 1).squares()).isCloseTo(6, within(1e-12));
    }

    /**
     * Where q is small a smooth activation is a straight line, and its deviations are those of normal numbers, 1 + 2c² by Isserlis,
     * up to the order of q: the variance of a sigmoid, q/16, is then nothing beside its mean square, ¼.
     */
    @ParameterizedTest
    @ValueSource(doubles = {1e-12, 1e-10, 1e-8, 1e-6, 1e-4})
    void ofSmallDeviationsFromALargeMeanAreThoseOfNormalNumbers(double q) {
        for (Activation activation : List.of(Activation.SIGMOID, Activation.SOFTPLUS)) {
            assertThat(PairMoments.of(activation, q, 0.6).deviations()).isCloseTo(1.72, within(1e-8 + 2 * q));
        }
    }

    /** E sin x sin y = e^−q sinh(qc), over (1 − e^−2q)/2. */
    @ParameterizedTest
    @ValueSource(doubles = {0.2, 0.7, 1})
    void ofTheSineHaveTheirClosedForm(double c) {
        double q = 1.3;
        double expected = Math.exp(-q) * Math.sinh(q * c) / (-Math.expm1(-2 * q) / 2);
        assertThat(PairMoments.of(Activation.SINE, q, c).correlation()).isCloseTo(expected, within(1e-9));
    }
}
