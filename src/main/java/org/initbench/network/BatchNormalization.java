package org.initbench.network;

import java.util.List;

/**
 * Batch normalization (Ioffe and Szegedy 2015): {@code gain · (x − m) / √(v + 10⁻⁵) + offset}, where m and v are mean and
 * biased variance of a channel over all rows, which are all positions of all samples of the batch.
 *
 * <p>The statistics are always those of the rows given: while training, those of the mini-batch; in an evaluation, those of the
 * samples evaluated together. No running average is kept, so a sample's output depends on who is evaluated with it.
 */
public record BatchNormalization() implements Layer {

    @Override
    public String kind() {
        return "batch-normalization";
    }

    @Override
    public String definition() {
        return Normalization.definition() + ", statistics of the rows given";
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
        return Normalization.apply(operations, x, operations::meanOverRows, parameters);
    }
}
