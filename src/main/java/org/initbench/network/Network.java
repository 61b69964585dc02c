package org.initbench.network;

import java.util.ArrayList;
import java.util.List;

/**
 * Layers one after the other.
 *
 * @param input what a sample is
 * @param layers the layers, input side first; the last one is the output layer
 */
public record Network(Shape input, List<Layer> layers) {

    public Network {
        layers = List.copyOf(layers);
        if (layers.isEmpty()) {
            throw new IllegalArgumentException("a network has at least one layer");
        }
        Shape shape = input;
        for (Layer layer : layers) {
            shape = layer.output(shape);
        }
    }

    /** What a sample is before layer {@code i}. */
    public Shape inputOf(int i) {
        Shape shape = input;
        for (Layer layer : layers.subList(0, i)) {
            shape = layer.output(shape);
        }
        return shape;
    }

    /** What a sample is behind the last layer. */
    public Shape output() {
        return inputOf(layers.size());
    }

    /** The parameters of layer {@code i}. */
    public List<Parameter> parametersOf(int i) {
        return layers.get(i).parameters(inputOf(i));
    }

    /** All parameters, layer by layer. */
    public List<Parameter> parameters() {
        List<Parameter> all = new ArrayList<>();
        for (int i = 0; i < layers.size(); i++) {
            all.addAll(parametersOf(i));
        }
        return all;
    }

    /** Number of parameters' values, biases included. */
    public int size() {
        return parameters().stream().mapToInt(Parameter::size).sum();
    }

    /**
     * What the network computes.
     *
     * @param operations what to compute with
     * @param x the samples, {@code [samples, input.size()]}
     * @param parameters all parameters, in the order of {@link #parameters()}
     * @return what each layer puts out, a row for each position of each sample; the last one is {@code [samples,
     *     output().size()]}
     */
    public <T> List<T> apply(Operations<T> operations, T x, List<T> parameters) {
        List<T> outputs = new ArrayList<>();
        Shape shape = input;
        T current = operations.reshape(x, input.channels());
        int next = 0;
        for (Layer layer : layers) {
            int count = layer.parameters(shape).size();
            current = layer.apply(operations, current, shape, parameters.subList(next, next + count));
            outputs.add(current);
            shape = layer.output(shape);
            next += count;
        }
        outputs.set(layers.size() - 1, operations.reshape(current, shape.size()));
        return outputs;
    }
}
