package org.initbench.network;

import java.util.List;

/** Global average pooling (Lin et al. 2014): the mean of each channel over all positions of a sample, a plain vector. */
public record MeanOverPositions() implements Layer {

    @Override
    public String kind() {
        return "mean-over-positions";
    }

    @Override
    public String definition() {
        return "all positions";
    }

    @Override
    public Activation activation() {
        return Activation.IDENTITY;
    }

    @Override
    public Shape output(Shape input) {
        return Shape.vector(input.channels());
    }

    @Override
    public List<Parameter> parameters(Shape input) {
        return List.of();
    }

    @Override
    public <T> T apply(Operations<T> operations, T x, Shape input, List<T> parameters) {
        List<T> positions = operations.split(operations.reshape(x, input.size()), input.positions());
        T sum = positions.get(0);
        for (T position : positions.subList(1, positions.size())) {
            sum = operations.add(sum, position);
        }
        return operations.scale(sum, 1.0 / input.positions());
    }
}
