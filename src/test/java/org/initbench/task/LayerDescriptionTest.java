package org.initbench.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.initbench.network.Activation;
import org.initbench.network.Dense;
import org.initbench.network.Embedding;
import org.initbench.network.Layer;
import org.initbench.network.LayerNormalization;
import org.initbench.network.Lstm;
import org.initbench.network.Network;
import org.initbench.network.Recurrent;
import org.initbench.network.Residual;
import org.initbench.network.Shape;
import org.junit.jupiter.api.Test;

/** A bundle is read by its descriptions alone: what they do not say is lost. */
class LayerDescriptionTest {

    private static LayerDescription first(Shape input, Layer layer) {
        return LayerDescription.of(new Network(input, List.of(layer))).get(0);
    }

    @Test
    void aDenseLayerIsOneMatrix() {
        assertThat(first(Shape.sequence(2, 3), new Dense(4, Activation.TANH)))
                .isEqualTo(new LayerDescription(
                        "dense",
                        "4 units, tanh",
                        "tanh",
                        "4",
                        List.of(new MatrixDescription("weight", 4, 6, 6, 4, "drawn", 0.0))))
                .isEqualTo(DescribedLayers.dense(6, 4, "tanh"));
    }

    /** Gates are drawn each by itself: one matrix of four times the units would have another fan-out. */
    @Test
    void everyGateIsAMatrixWithItsOwnBias() {
        LayerDescription lstm = first(Shape.sequence(7, 3), new Lstm(5));
        assertThat(lstm.output()).isEqualTo("5");
        assertThat(lstm.matrices())
                .containsExactly(
                        new MatrixDescription("input weight, input", 5, 3, 3, 5, "drawn", 0.0),
                        new MatrixDescription("input weight, forget", 5, 3, 3, 5, "drawn", 1.0),
                        new MatrixDescription("input weight, cell", 5, 3, 3, 5, "drawn", 0.0),
                        new MatrixDescription("input weight, output", 5, 3, 3, 5, "drawn", 0.0),
                        new MatrixDescription("recurrent weight, input", 5, 5, 5, 5, "drawn", null),
                        new MatrixDescription("recurrent weight, forget", 5, 5, 5, 5, "drawn", null),
                        new MatrixDescription("recurrent weight, cell", 5, 5, 5, 5, "drawn", null),
                        new MatrixDescription("recurrent weight, output", 5, 5, 5, 5, "drawn", null));
    }

    /** One word of the vocabulary feeds a unit: with the vocabulary as fan-in σ_w would be off by its root. */
    @Test
    void anEmbeddingHasTheFanInOfOneWord() {
        LayerDescription embedding = first(Shape.sequence(7, 100), new Embedding(100, 16));
        assertThat(embedding.output()).isEqualTo("7x1x16");
        assertThat(embedding.matrices())
                .containsExactly(new MatrixDescription("weight", 16, 100, 1, 16, "drawn", null));
    }

    /** What is not drawn must not count among the weights whose scale is in question. */
    @Test
    void startsThatAreNotDrawnAreNamed() {
        LayerDescription irnn = first(Shape.sequence(7, 3), new Recurrent(5, Activation.RELU, true));
        assertThat(irnn.matrices())
                .containsExactly(
                        new MatrixDescription("input weight", 5, 3, 3, 5, "drawn", 0.0),
                        new MatrixDescription("recurrent weight", 5, 5, 5, 5, "identity", null));
        LayerDescription branch = first(
                Shape.vector(5), new Residual(List.of(new LayerNormalization(), new Dense(5, Activation.IDENTITY))));
        assertThat(branch.matrices())
                .extracting(MatrixDescription::name)
                .containsExactly("0.gain", "0.offset", "1.weight");
        assertThat(branch.matrices()).extracting(MatrixDescription::start).containsExactly("one", "zero", "drawn");
        assertThat(branch.matrices()).extracting(MatrixDescription::drawn).containsExactly(false, false, true);
    }
}
