package org.initbench.network;

import java.util.List;

/**
 * Max pooling: the largest value of each channel in each window of 2 × 2 positions; windows do not overlap. The derivative goes
 * to the largest value, of equal ones to the first in row-major order.
 */
public record MaxPooling() implements Layer {

    @Override
    public String kind() {
        return "max-pooling";
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
        return Pooling.apply(operations, x, input, operations::maximum);
    }
}
