package org.initbench.task;

/**
 * A layer as data.
 *
 * @param kind the kind of layer, such as {@code dense}
 * @param fanIn inputs that feed one unit, without the bias
 * @param fanOut units that one input feeds
 * @param activation the activation's name, such as {@code tanh}
 */
public record LayerDescription(String kind, int fanIn, int fanOut, String activation) {}
