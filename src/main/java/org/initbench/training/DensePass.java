package org.initbench.training;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.Pointer;
import org.initbench.network.Activation;
import org.initbench.task.Dense;
import org.initbench.task.Precision;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * One dense layer's forward and backward pass over the same number of samples for every model of a stack.
 *
 * <p>Samples are rows. A hidden layer's activations carry one more column that is constantly 1, the next layer's bias
 * input: {@code [models, samples, fanOut + 1]}; the output layer has none. Products run model by model, elementwise work
 * over the whole stack at once.
 */
final class DensePass implements AutoCloseable {

    /** A pre-activation at which the logistic function and the hyperbolic tangent are exactly 1 in either precision. */
    private static final double SATURATED = 100;

    private final Dense layer;
    private final DenseParameters parameters;
    private final Product forward;
    private final Product backward;
    private final Product gradient;
    private final int samples;
    private final int columns;
    private final NativeArray preActivations;
    private final NativeArray activations;
    private final NativeArray deltas;
    private final NativeArray scratch;
    private final Pointer[] preActivationSlices;
    private final Pointer[] activationSlices;
    private final Pointer[] deltaSlices;
    private final List<ElementwiseOperation> activate = new ArrayList<>();
    private final List<ElementwiseOperation> differentiate = new ArrayList<>();

    /**
     * Allocates the pass.
     *
     * @param parameters the layer
     * @param precision the arithmetic
     * @param models slots of the stack
     * @param samples samples of each model
     * @param output whether this is the output layer
     * @param trainable whether {@link #backward} will be called
     */
    DensePass(
            DenseParameters parameters,
            Precision precision,
            int models,
            int samples,
            boolean output,
            boolean trainable) {
        this.parameters = parameters;
        this.layer = parameters.layer();
        this.samples = samples;
        this.columns = output ? layer.fanOut() : layer.fanOut() + 1;
        int n = layer.columns();
        forward = new Product(precision, false, true, samples, layer.fanOut(), n, n, n, columns);
        backward = new Product(precision, false, false, samples, n, layer.fanOut(), columns, n, n);
        gradient = new Product(precision, true, false, layer.fanOut(), n, samples, columns, n, n);
        long slice = (long) samples * columns;
        preActivations = new NativeArray(precision, models * slice);
        preActivationSlices = preActivations.slices(models, slice);
        boolean inPlace = layer.activation() == Activation.IDENTITY || layer.activation() == Activation.RELU;
        activations = inPlace ? preActivations : new NativeArray(precision, models * slice);
        activationSlices = activations.slices(models, slice);
        deltas = new NativeArray(precision, trainable ? models * slice : 1);
        deltaSlices = trainable ? deltas.slices(models, slice) : new Pointer[0];
        scratch = new NativeArray(precision, trainable ? models * slice : 1);
        if (!output) {
            preActivations.fillColumn((long) models * samples, columns, layer.fanOut(), inPlace ? 1 : SATURATED);
        }
    }

    /** Bytes of native memory that a pass takes for one model, at most. */
    static long bytesPerModel(Dense layer, int samples, Precision precision) {
        return 4L * samples * (layer.fanOut() + 1) * NativeArray.bytes(precision);
    }

    /** Prepares elementwise work on the first {@code models} slots. */
    void bind(int models) {
        release();
        long size = (long) models * samples * columns;
        INDArray z = preActivations.view(size);
        INDArray a = activations.view(size);
        switch (layer.activation()) {
            default -> {}
            case RELU -> activate.add(ElementwiseOperation.relu(a, z));
            case SIGMOID, TANH ->
                activate.add(ElementwiseOperation.named(layer.activation().label(), a, z));
        }
        if (deltaSlices.length == 0) {
            return;
        }
        INDArray d = deltas.view(size);
        INDArray t = scratch.view(size);
        switch (layer.activation()) {
            default -> {}
            case RELU -> {
                differentiate.add(ElementwiseOperation.step(t, a));
                differentiate.add(ElementwiseOperation.named("multiply", d, d, t));
            }
            case TANH -> {
                differentiate.add(ElementwiseOperation.named("multiply", t, a, d));
                differentiate.add(ElementwiseOperation.named("multiply", t, a, t));
                differentiate.add(ElementwiseOperation.named("subtract", d, d, t));
            }
            case SIGMOID -> {
                differentiate.add(ElementwiseOperation.named("multiply", d, a, d));
                differentiate.add(ElementwiseOperation.named("multiply", t, a, d));
                differentiate.add(ElementwiseOperation.named("subtract", d, d, t));
            }
        }
    }

    /**
     * activations ← activation(inputs · Wᵀ).
     *
     * @param inputs for each model its {@code [samples, fanIn + 1]} inputs, the last column 1
     * @param models number of models
     */
    void forward(Pointer[] inputs, int models) {
        for (int slot = 0; slot < models; slot++) {
            forward.compute(1, inputs[slot], parameters.weights(slot), 0, preActivationSlices[slot]);
        }
        activate.forEach(ElementwiseOperation::run);
    }

    /** deltas ← deltas · activation′: from the loss's derivative by the activation to that by the pre-activation. */
    void differentiateActivation() {
        differentiate.forEach(ElementwiseOperation::run);
    }

    /**
     * The derivative of the loss by this layer's inputs: deltas · W.
     *
     * @param before the layer before, whose deltas are set
     * @param models number of models
     */
    void backward(DensePass before, int models) {
        for (int slot = 0; slot < models; slot++) {
            backward.compute(1, deltaSlices[slot], parameters.weights(slot), 0, before.deltaSlices[slot]);
        }
    }

    /**
     * One step of gradient descent, fused into the gradient's product: W ← W − rate · deltasᵀ · inputs, or with momentum
     * V ← momentum · V − rate · deltasᵀ · inputs, W ← W + V.
     *
     * @param inputs for each model its inputs, as in {@link #forward}
     * @param models number of models
     * @param rate factor of the gradient
     * @param momentum factor of the old velocity; 0 for plain gradient descent
     */
    void update(Pointer[] inputs, int models, double rate, double momentum) {
        for (int slot = 0; slot < models; slot++) {
            if (momentum == 0) {
                gradient.compute(-rate, deltaSlices[slot], inputs[slot], 1, parameters.weights(slot));
            } else {
                gradient.compute(-rate, deltaSlices[slot], inputs[slot], momentum, parameters.velocity(slot));
            }
        }
        parameters.addVelocities();
    }

    /** For each model its activations, as the next layer's inputs. */
    Pointer[] outputs() {
        return activationSlices;
    }

    NativeArray activations() {
        return activations;
    }

    NativeArray deltas() {
        return deltas;
    }

    /** A model's activations, {@code [samples, fanOut]}: without the constant column. */
    double[] activations(int slot) {
        double[] stored = activations.get((long) slot * samples * columns, samples * columns);
        if (columns == layer.fanOut()) {
            return stored;
        }
        double[] values = new double[samples * layer.fanOut()];
        for (int i = 0; i < samples; i++) {
            System.arraycopy(stored, i * columns, values, i * layer.fanOut(), layer.fanOut());
        }
        return values;
    }

    private void release() {
        activate.forEach(ElementwiseOperation::close);
        activate.clear();
        differentiate.forEach(ElementwiseOperation::close);
        differentiate.clear();
    }

    @Override
    public void close() {
        release();
        if (activations != preActivations) {
            activations.close();
        }
        preActivations.close();
        deltas.close();
        scratch.close();
    }
}
