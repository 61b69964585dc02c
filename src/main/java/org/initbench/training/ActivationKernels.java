package org.initbench.training;

import java.util.List;
import org.initbench.network.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Placeholder. */
final class ActivationKernels {
    private ActivationKernels() {}

    static boolean needsInput(Activation activation) {
        return false;
    }

    static boolean inPlace(Activation activation) {
        return activation == Activation.RELU;
    }

    static List<ElementwiseOperation> forward(Activation activation, INDArray z, INDArray a, INDArray scratch) {
        return switch (activation) {
            case RELU -> List.of(ElementwiseOperation.relu(a, z));
            default -> List.of(ElementwiseOperation.named(activation.label(), a, z));
        };
    }

    static List<ElementwiseOperation> backward(
            Activation activation, INDArray z, INDArray a, INDArray d, INDArray t, INDArray u) {
        return switch (activation) {
            case RELU -> List.of(ElementwiseOperation.step(t, a), ElementwiseOperation.named("multiply", d, d, t));
            case TANH ->
                List.of(
                        ElementwiseOperation.named("multiply", t, a, d),
                        ElementwiseOperation.named("multiply", t, a, t),
                        ElementwiseOperation.named("subtract", d, d, t));
            default ->
                List.of(
                        ElementwiseOperation.named("multiply", d, a, d),
                        ElementwiseOperation.named("multiply", t, a, d),
                        ElementwiseOperation.named("subtract", d, d, t));
        };
    }
}
