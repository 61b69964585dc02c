package org.initbench.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LayerShapesTest {
    private static final Shape IMAGE = new Shape(8, 6, 3);
    private static final Shape SEQUENCE = Shape.sequence(5, 12);

    private record Case(Layer layer, Shape input, Shape output, Activation last, String definition) {
        @Override
        public String toString() {
            return layer.kind() + " of " + input;
        }
    }

    static Stream<Case> layers() {
        Activation none = Activation.IDENTITY;
        Activation tanh = Activation.TANH;
        return Stream.of(
                new Case(new ActivationLayer(tanh), IMAGE, IMAGE, tanh, "tanh"),
                new Case(
                        new Residual(List.of(new PositionwiseDense(4, tanh), new PositionwiseDense(12, tanh))),
                        SEQUENCE,
                        SEQUENCE,
                        none,
                        "positionwise-dense (4 units, tanh), positionwise-dense (12 units, tanh)"),
                new Case(new BatchNormalization(), IMAGE, IMAGE, none, "epsilon 1.0E-5, statistics of the rows given"),
                new Case(new LayerNormalization(), IMAGE, IMAGE, none, "epsilon 1.0E-5"),
                new Case(
                        new Convolution(16, 5, tanh),
                        IMAGE,
                        new Shape(8, 6, 16),
                        tanh,
                        "16 channels, kernel 5x5, stride 1, zero padding, tanh"),
                new Case(new MaxPooling(), IMAGE, new Shape(4, 3, 3), none, "2x2 windows, stride 2"),
                new Case(new AveragePooling(), IMAGE, new Shape(4, 3, 3), none, "2x2 windows, stride 2"),
                new Case(new MeanOverPositions(), IMAGE, Shape.vector(3), none, "all positions"),
                new Case(new Recurrent(7, tanh, false), SEQUENCE, Shape.vector(7), tanh, "7 units, tanh, last state"),
                new Case(
                        new Recurrent(7, tanh, true),
                        SEQUENCE,
                        Shape.vector(7),
                        tanh,
                        "7 units, tanh, identity recurrence, last state"),
                new Case(new Lstm(7), SEQUENCE, Shape.vector(7), none, "7 units, forget bias 1, last state"),
                new Case(new Gru(7), SEQUENCE, Shape.vector(7), none, "7 units, reset before the product, last state"),
                new Case(new SelfAttention(1), SEQUENCE, SEQUENCE, none, "1 head"),
                new Case(new SelfAttention(4), SEQUENCE, SEQUENCE, none, "4 heads"),
                new Case(new FeedForward(20, tanh), SEQUENCE, SEQUENCE, none, "20 hidden units, tanh"),
                new Case(new LearnedPositions(), SEQUENCE, SEQUENCE, none, "added"),
                new Case(new Embedding(12, 4), SEQUENCE, Shape.sequence(5, 4), none, "vocabulary 12, width 4"),
                new Case(new PositionwiseDense(7, tanh), SEQUENCE, Shape.sequence(5, 7), tanh, "7 units, tanh"));
    }

    /** A layer that tells another shape than it makes breaks the next one, or silently reads its channels as positions. */
    @ParameterizedTest
    @MethodSource("layers")
    void layerThatMisstatesWhatItMakes(Case c) {
        assertThat(c.layer.output(c.input)).isEqualTo(c.output);
        double[][] x = new double[2 * c.input.positions()][c.input.channels()];
        List<double[][]> zeros = c.layer.parameters(c.input).stream()
                .map(p -> new double[p.rows()][p.columns()])
                .toList();
        double[][] result = c.layer.apply(new RowOperations(), x, c.input, zeros);
        assertThat(result).hasDimensions(2 * c.output.positions(), c.output.channels());
    }

    /** Saturated and dead units are counted by what the outputs have passed last. */
    @ParameterizedTest
    @MethodSource("layers")
    void layerThatMisstatesItsNonlinearity(Case c) {
        assertThat(c.layer.activation()).isEqualTo(c.last);
    }

    /** What defines a layer but is not in its definition gives two tasks' runs one identity. */
    @ParameterizedTest
    @MethodSource("layers")
    void definitionThatLacksAConstant(Case c) {
        assertThat(c.layer.definition()).isEqualTo(c.definition);
    }

    /** Two kinds under one name would be one layer in a run's identity. */
    @Test
    void kindsOfOneName() {
        Set<Class<?>> classes = new HashSet<>();
        Set<String> kinds = new HashSet<>();
        layers().map(Case::layer).forEach(layer -> {
            classes.add(layer.getClass());
            kinds.add(layer.kind());
        });
        kinds.add(new Dense(1, Activation.IDENTITY).kind());
        assertThat(kinds).hasSize(classes.size() + 1);
    }

    /** A branch of another shape would be added to the wrong units. */
    @Test
    void branchThatChangesTheShape() {
        Layer narrow = new Residual(List.of(new Dense(9, Activation.TANH)));
        refused(() -> narrow.output(Shape.vector(12)), "a residual branch must keep the shape, but it makes 9 of 12");
        refused(
                () -> new Residual(List.of(new MaxPooling())).output(IMAGE),
                "a residual branch must keep the shape, but it makes 4x3x3 of 8x6x3");
        refused(() -> new Residual(List.of()), "a residual branch has at least one layer");
    }

    /** Windows over an odd map would reach into the next row, or into the next sample. */
    @Test
    void windowsThatDoNotFit() {
        for (Layer pooling : List.of(new MaxPooling(), new AveragePooling())) {
            refused(
                    () -> pooling.output(new Shape(7, 6, 2)),
                    "pooling by 2x2 windows needs an even height and width, not 7x6");
            refused(
                    () -> pooling.output(new Shape(4, 3, 2)),
                    "pooling by 2x2 windows needs an even height and width, not 4x3");
        }
    }

    /** A square of even side has no middle. */
    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 2, 4})
    void kernelWithoutAMiddle(int kernel) {
        refused(
                () -> new Convolution(3, kernel, Activation.RELU),
                "kernel of a convolution must be odd and at least 1, not " + kernel);
    }

    /** Heads that do not divide the channels would leave some out. */
    @Test
    void headsThatDoNotFit() {
        refused(() -> new SelfAttention(5).output(SEQUENCE), "channels must be a multiple of the 5 heads, not 12");
    }

    /** Words outside the vocabulary have no vector. */
    @Test
    void vocabularyThatDoesNotFit() {
        refused(
                () -> new Embedding(10, 4).output(SEQUENCE),
                "an embedding of 10 words takes one-hot vectors of 10 channels, not 12");
    }

    /** A layer of no units would fail only when it is trained. */
    @ParameterizedTest
    @ValueSource(ints = {-3, 0})
    void layerOfNothing(int n) {
        String right = " must be at least 1, not " + n;
        refused(() -> new Convolution(n, 3, Activation.RELU), "channels of a convolution" + right);
        refused(() -> new Recurrent(n, Activation.TANH, false), "units of a recurrent layer" + right);
        refused(() -> new Lstm(n), "units of an LSTM layer" + right);
        refused(() -> new Gru(n), "units of a GRU layer" + right);
        refused(() -> new SelfAttention(n), "heads of an attention layer" + right);
        refused(() -> new FeedForward(n, Activation.RELU), "hidden units of a feed-forward block" + right);
        refused(() -> new Embedding(n, 4), "vocabulary of an embedding" + right);
        refused(() -> new Embedding(4, n), "width of an embedding" + right);
        refused(() -> new PositionwiseDense(n, Activation.TANH), "units of a positionwise dense layer" + right);
    }

    private static void refused(ThrowingCallable call, String message) {
        assertThatIllegalArgumentException().isThrownBy(call).withMessage(message);
    }
}
