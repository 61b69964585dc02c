package org.initbench.training;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.Pointer;
import org.initbench.task.Task;

/**
 * A whole network's pass over the same number of samples for every model of a stack: forward, loss, backward, update.
 */
final class NetworkPass implements AutoCloseable {

    private final List<DensePass> layers = new ArrayList<>();
    private final LossHead head;
    private final Pointer[] inputs;
    private final boolean trainable;

    /**
     * Allocates the pass.
     *
     * @param task the network
     * @param parameters its layers' parameters
     * @param models slots of the stack
     * @param samples samples of each model
     * @param trainable whether {@link #descend} will be called
     */
    NetworkPass(Task task, List<DenseParameters> parameters, int models, int samples, boolean trainable) {
        this.trainable = trainable;
        for (int i = 0; i < parameters.size(); i++) {
            boolean output = i == parameters.size() - 1;
            layers.add(new DensePass(parameters.get(i), task.precision(), models, samples, output, trainable));
        }
        int width = task.data().training().targetWidth();
        head = new LossHead(task.loss(), last(), task.precision(), models, samples, width);
        inputs = new Pointer[models];
    }

    /** Prepares elementwise work on the first {@code models} slots. */
    void bind(int models) {
        layers.forEach(layer -> layer.bind(models));
        head.bind(models, trainable);
    }

    /**
     * Sets what a model sees.
     *
     * @param slot the model
     * @param samples its inputs, {@code [samples, width + 1]}, the last column 1; may be moved between passes
     */
    void setInputs(int slot, Pointer samples) {
        inputs[slot] = samples;
    }

    /** Sets a model's targets, {@code [samples, width]}; they are copied. */
    void setTargets(int slot, Pointer targets) {
        head.setTargets(slot, targets);
    }

    /** Runs the first {@code models} models forward. */
    void forward(int models) {
        Pointer[] previous = inputs;
        for (DensePass layer : layers) {
            layer.forward(previous, models);
            previous = layer.outputs();
        }
        head.predict();
    }

    /**
     * Goes one step down the gradient of the loss at what {@link #forward} computed. Every layer's deltas are taken with
     * the weights from before the step.
     *
     * @param models number of models
     * @param rate factor of the gradient of the loss summed over samples
     * @param momentum heavy-ball momentum
     */
    void descend(int models, double rate, double momentum) {
        head.differentiate();
        for (int i = layers.size() - 1; i >= 0; i--) {
            DensePass layer = layers.get(i);
            layer.differentiateActivation();
            if (i > 0) {
                layer.backward(layers.get(i - 1), models);
            }
            layer.update(i == 0 ? inputs : layers.get(i - 1).outputs(), models, rate, momentum);
        }
    }

    /** The loss, whose predictions can be observed after {@link #forward}. */
    LossHead head() {
        return head;
    }

    /** A model's activations of hidden layer {@code layer}, {@code [samples, units]}. */
    double[] hidden(int layer, int slot) {
        return layers.get(layer).activations(slot);
    }

    private DensePass last() {
        return layers.get(layers.size() - 1);
    }

    @Override
    public void close() {
        head.close();
        layers.forEach(DensePass::close);
    }
}
