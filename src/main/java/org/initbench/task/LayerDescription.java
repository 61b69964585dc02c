package org.initbench.task;

import java.util.ArrayList;
import java.util.List;
import org.initbench.network.Layer;
import org.initbench.network.Network;
import org.initbench.network.Parameter;
import org.initbench.network.Shape;

/**
 * A layer as data.
 *
 * @param kind the kind of layer, such as {@code dense}
 * @param definition what defines it besides its input, such as {@code 16 units, tanh}
 * @param activation the activation that its outputs have passed last, such as {@code tanh}
 * @param output the shape of a sample behind it, such as {@code 16}
 * @param matrices its parameters
 */
public record LayerDescription(
        String kind, String definition, String activation, String output, List<MatrixDescription> matrices) {

    public LayerDescription {
        matrices = List.copyOf(matrices);
    }

    /** The layers of a network. */
    static List<LayerDescription> of(Network network) {
        List<LayerDescription> all = new ArrayList<>();
        Shape shape = network.input();
        for (Layer layer : network.layers()) {
            List<MatrixDescription> matrices = new ArrayList<>();
            for (Parameter parameter : layer.parameters(shape)) {
                matrices.addAll(MatrixDescription.of(parameter));
            }
            shape = layer.output(shape);
            all.add(new LayerDescription(
                    layer.kind(), layer.definition(), layer.activation().label(), shape.toString(), matrices));
        }
        return all;
    }
}
