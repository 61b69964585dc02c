package org.initbench.training;

import static org.initbench.training.ElementwiseOperation.absolute;
import static org.initbench.training.ElementwiseOperation.atMost;
import static org.initbench.training.ElementwiseOperation.copied;
import static org.initbench.training.ElementwiseOperation.cosine;
import static org.initbench.training.ElementwiseOperation.named;
import static org.initbench.training.ElementwiseOperation.oneMinus;
import static org.initbench.training.ElementwiseOperation.relu;
import static org.initbench.training.ElementwiseOperation.scaled;
import static org.initbench.training.ElementwiseOperation.shifted;
import static org.initbench.training.ElementwiseOperation.sine;
import static org.initbench.training.ElementwiseOperation.step;
import static org.initbench.training.ElementwiseOperation.tanh;

import java.util.ArrayList;
import java.util.List;
import org.initbench.network.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The activations and their derivatives as elementwise operations on flat arrays of equal length.
 *
 * <p>At a kink the derivative is that of the left side: 0 for ReLU, the slope for leaky ReLU, λα for SELU.
 */
final class ActivationKernels {

    private static final double LECUN_HEIGHT = 1.7159;
    private static final double LECUN_SLOPE = 2.0 / 3;
    private static final double LEAK = 0.01;
    private static final double SELU_SCALE = 1.0507009873554805;
    private static final double SELU_ALPHA = 1.6732632423543772;
    private static final double GELU_SLOPE = 0.7978845608028654;
    private static final double GELU_CUBIC = 0.044715;

    /** Where ln(1 + e^z) has long been z to all digits, and e^z does not overflow yet. */
    private static final double SOFTPLUS_LINEAR = 80;

    private ActivationKernels() {}

    /** Whether {@link #backward} reads the pre-activations. */
    static boolean needsInput(Activation activation) {
        return switch (activation) {
            case GELU, SWISH, SOFTPLUS, SINE -> true;
            default -> false;
        };
    }

    /** Whether the activations may overwrite the pre-activations. */
    static boolean inPlace(Activation activation) {
        return switch (activation) {
            case RELU, TANH, SIGMOID, LECUN_TANH, SOFTSIGN -> true;
            default -> false;
        };
    }

    /**
     * a ← φ(z).
     *
     * @param activation φ
     * @param z the pre-activations
     * @param a where the result goes; may be z if {@link #inPlace}
     * @param t scratch
     */
    static List<ElementwiseOperation> forward(Activation activation, INDArray z, INDArray a, INDArray t) {
        return switch (activation) {
            case IDENTITY -> List.of(copied(a, z));
            case TANH -> List.of(tanh(a, z));
            case SOFTSIGN -> List.of(named("softsign", a, z));
            case SOFTPLUS -> List.of(atMost(t, z, SOFTPLUS_LINEAR), named("softplus", a, t), named("maximum", a, a, z));
            case SIGMOID -> logistic(z, a);
            case LECUN_TANH -> List.of(scaled(a, z, LECUN_SLOPE), tanh(a, a), scaled(a, a, LECUN_HEIGHT));
            case RELU -> List.of(relu(a, z));
            case LEAKY_RELU -> List.of(scaled(t, z, LEAK), named("maximum", a, z, t));
            case ELU -> exponentialUnit(z, a, t, 1);
            case SELU -> {
                List<ElementwiseOperation> selu = exponentialUnit(z, a, t, SELU_ALPHA);
                selu.add(scaled(a, a, SELU_SCALE));
                yield selu;
            }
            case GELU -> {
                List<ElementwiseOperation> gelu = geluTanh(z, a);
                gelu.addAll(List.of(shifted(a, a, 1), named("multiply", a, a, z), scaled(a, a, 0.5)));
                yield gelu;
            }
            case SWISH -> {
                List<ElementwiseOperation> swish = logistic(z, a);
                swish.add(named("multiply", a, a, z));
                yield swish;
            }
            case SINE -> List.of(sine(a, z));
        };
    }

    /** a ← σ(z) = ½ + ½·tanh(½z); right to half a unit in the last place of 1, so that tails round to 0 as they do to 1. */
    private static List<ElementwiseOperation> logistic(INDArray z, INDArray a) {
        return new ArrayList<>(List.of(scaled(a, z, 0.5), tanh(a, a), scaled(a, a, 0.5), shifted(a, a, 0.5)));
    }

    /**
     * a ← max(z, 0) + α·(e^min(z, 0) − 1); the latter is 2h/(1 − h) with h = tanh(½·min(z, 0)), which loses no digits where z is
     * small.
     */
    private static List<ElementwiseOperation> exponentialUnit(INDArray z, INDArray a, INDArray t, double alpha) {
        return new ArrayList<>(List.of(
                atMost(t, z, 0),
                scaled(t, t, 0.5),
                tanh(t, t),
                oneMinus(a, t),
                named("divide", t, t, a),
                scaled(t, t, 2 * alpha),
                relu(a, z),
                named("add", a, a, t)));
    }

    /** a ← tanh(√(2/π)·(z + 0.044715·z³)). */
    private static List<ElementwiseOperation> geluTanh(INDArray z, INDArray a) {
        return new ArrayList<>(List.of(
                named("multiply", a, z, z),
                scaled(a, a, GELU_CUBIC),
                shifted(a, a, 1),
                named("multiply", a, a, z),
                scaled(a, a, GELU_SLOPE),
                tanh(a, a)));
    }

    /**
     * d ← d·φ′(z): from the loss's derivative by the activations to that by the pre-activations.
     *
     * @param activation φ
     * @param z the pre-activations; read only if {@link #needsInput}
     * @param a the activations
     * @param d the derivative, overwritten
     * @param t scratch
     * @param u scratch
     */
    static List<ElementwiseOperation> backward(
            Activation activation, INDArray z, INDArray a, INDArray d, INDArray t, INDArray u) {
        return switch (activation) {
            case IDENTITY -> List.of();
            case TANH -> List.of(named("multiply", t, a, d), named("multiply", t, a, t), named("subtract", d, d, t));
            case SIGMOID -> List.of(named("multiply", d, a, d), named("multiply", t, a, d), named("subtract", d, d, t));
            case LECUN_TANH ->
                List.of(
                        named("multiply", t, a, a),
                        scaled(t, t, -LECUN_SLOPE / LECUN_HEIGHT),
                        shifted(t, t, LECUN_SLOPE * LECUN_HEIGHT),
                        named("multiply", d, d, t));
            case RELU -> List.of(step(t, a), named("multiply", d, d, t));
            case LEAKY_RELU ->
                List.of(step(t, a), scaled(t, t, 1 - LEAK), shifted(t, t, LEAK), named("multiply", d, d, t));
            case ELU -> List.of(atMost(t, a, 0), shifted(t, t, 1), named("multiply", d, d, t));
            case SELU ->
                List.of(
                        step(u, a),
                        scaled(u, u, SELU_SCALE - SELU_SCALE * SELU_ALPHA),
                        atMost(t, a, 0),
                        shifted(t, t, SELU_SCALE * SELU_ALPHA),
                        named("add", t, t, u),
                        named("multiply", d, d, t));
            case GELU -> geluDerivative(z, d, t, u);
            case SWISH ->
                afterLogistic(
                        z,
                        t,
                        oneMinus(u, t),
                        named("multiply", u, u, a),
                        named("add", t, t, u),
                        named("multiply", d, d, t));
            case SOFTPLUS -> afterLogistic(z, t, named("multiply", d, d, t));
            case SOFTSIGN ->
                List.of(absolute(t, a), oneMinus(t, t), named("multiply", t, t, t), named("multiply", d, d, t));
            case SINE -> List.of(cosine(t, z), named("multiply", d, d, t));
        };
    }

    /** t ← σ(z), then the other operations. */
    private static List<ElementwiseOperation> afterLogistic(INDArray z, INDArray t, ElementwiseOperation... then) {
        List<ElementwiseOperation> operations = logistic(z, t);
        operations.addAll(List.of(then));
        return operations;
    }

    /** d ← d·½·(1 + h + z·(1 − h²)·√(2/π)·(1 + 3·0.044715·z²)), h the tanh of {@link #geluTanh}. */
    private static List<ElementwiseOperation> geluDerivative(INDArray z, INDArray d, INDArray t, INDArray u) {
        List<ElementwiseOperation> operations = geluTanh(z, t);
        operations.addAll(List.of(
                named("multiply", u, z, z),
                scaled(u, u, 3 * GELU_CUBIC * GELU_SLOPE),
                shifted(u, u, GELU_SLOPE),
                named("multiply", u, u, z),
                named("multiply", u, u, d),
                scaled(u, u, 0.5),
                shifted(t, t, 1),
                named("multiply", u, u, t),
                scaled(d, d, 0.5),
                named("multiply", d, d, t),
                scaled(t, t, -1),
                shifted(t, t, 2),
                named("multiply", u, u, t),
                named("add", d, d, u)));
        return operations;
    }
}
