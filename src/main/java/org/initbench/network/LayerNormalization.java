package org.initbench.network;

import java.util.List;

/**
 * Layer normalization (Ba et al. 2016): {@code gain · (x − m) / √(v + 10⁻⁵) + offset}, where m and v are mean and biased
 * variance over the channels of a position, each position of each sample by itself.
 */
public record LayerNormalization() implements Layer {

    /** Added to the variance. */
    public static final double EPSILON = Normalization.EPSILON;

    @Override
    public String kind() {
        return "layer-normalization";
    }

    @Override
    public String definition() {
        return Normalization.definition();
    }

    @Override
    public Activation activation() {
        return Activation.IDENTITY;
    }

    @Override
    public Shape output(Shape input) {
        return input;
    }

    @Override
    public List<Parameter> parameters(Shape input) {
        return Normalization.parameters(input);
    }

    @Override
    public <T> T apply(Operations<T> operations, T x, Shape input, List<T> parameters) {
        return Normalization.apply(operations, x, operations::meanOverColumns, parameters);
    }
}
