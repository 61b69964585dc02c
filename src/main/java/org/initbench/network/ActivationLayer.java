package org.initbench.network;

import java.util.List;

/**
 * A nonlinearity by itself, such as behind a normalization: {@code activation(x)}, unit by unit, at every position.
 *
 * @param activation the nonlinearity
 */
public record ActivationLayer(Activation activation) implements Layer {

    @Override
    public String kind() {
        return "activation";
    }

    @Override
    public String definition() {
        return activation.label();
    }

    @Override
    public Shape output(Shape input) {
        return input;
    }

    @Override
    public List<Parameter> parameters(Shape input) {
        return List.of();
    }

    @Override
    public <T> T apply(Operations<T> operations, T x, Shape input, List<T> parameters) {
        return operations.activate(x, activation);
    }
}
