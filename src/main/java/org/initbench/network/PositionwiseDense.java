package org.initbench.network;

import java.util.List;

/**
 * A dense layer at every position by itself, with the same weights: {@code activation(W·x + b)}, where x is one position. It keeps
 * the positions.
 *
 * @param units number of units, at least 1
 * @param activation the nonlinearity
 */
public record PositionwiseDense(int units, Activation activation) implements Layer {

    public PositionwiseDense {
        Checks.atLeastOne("units of a positionwise dense layer", units);
    }

    @Override
    public String kind() {
        return "positionwise-dense";
    }

    @Override
    public String definition() {
        return units + " units, " + activation.label();
    }

    @Override
    public Shape output(Shape input) {
        return input.withChannels(units);
    }

    @Override
    public List<Parameter> parameters(Shape input) {
        return List.of(Parameter.weights(units, input.channels(), true));
    }

    @Override
    public <T> T apply(Operations<T> operations, T x, Shape input, List<T> parameters) {
        return operations.activate(operations.linear(x, parameters.get(0)), activation);
    }
}
