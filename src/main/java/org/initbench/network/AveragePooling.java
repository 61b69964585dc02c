package org.initbench.network;

import java.util.List;

/** Average pooling: the mean of each channel in each window of 2 × 2 positions; windows do not overlap. */
public record AveragePooling() implements Layer {

    @Override
    public String kind() {
        return "average-pooling";
    }

    @Override
    public String definition() {
        return Pooling.definition();
    }

    @Override
    public Activation activation() {
        return Activation.IDENTITY;
    }

    /**
     * Half the height and half the width.
     *
     * @throws IllegalArgumentException if one of them is odd
     */
    @Override
    public Shape output(Shape input) {
        return Pooling.output(input);
    }

    @Override
    public List<Parameter> parameters(Shape input) {
        return List.of();
    }

    @Override
    public <T> T apply(Operations<T> operations, T x, Shape input, List<T> parameters) {
        return operations.scale(Pooling.apply(operations, x, input, operations::add), 0.25);
    }
}
