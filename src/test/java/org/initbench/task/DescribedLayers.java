package org.initbench.task;

import java.util.List;
import org.initbench.network.Network;

/** Layers as data, for studies that are made up. */
public final class DescribedLayers {

    private DescribedLayers() {}

    /** A dense layer whose biases start at 0. */
    public static LayerDescription dense(int inputs, int units, String activation) {
        return new LayerDescription(
                "dense",
                units + " units, " + activation,
                activation,
                Integer.toString(units),
                List.of(new MatrixDescription("weight", units, inputs, inputs, units, "drawn", 0.0)));
    }

    /** The layers of a network. */
    public static List<LayerDescription> of(Network network) {
        return LayerDescription.of(network);
    }
}
