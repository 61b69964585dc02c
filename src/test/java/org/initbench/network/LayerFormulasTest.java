package org.initbench.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What layers compute, where a few numbers are easily had by hand. Gradients are checked elsewhere. */
class LayerFormulasTest {

    /** Windows that take neighbours of another row, channel or sample. */
    @Test
    void windowsThatMixTheirNeighbours() {
        Shape wide = new Shape(2, 4, 2);
        double[][] x = twice(new double[][] {{1, -1}, {2, -2}, {3, -3}, {4, -4}, {5, -5}, {6, -6}, {7, -7}, {8, -8}});
        check(apply(new MaxPooling(), wide, x), 6, -1, 8, -3, 106, 99, 108, 97);
        check(apply(new AveragePooling(), wide, x), 3.5, -3.5, 5.5, -5.5, 103.5, 96.5, 105.5, 94.5);
        Shape high = new Shape(4, 2, 2);
        check(apply(new MaxPooling(), high, x), 4, -1, 8, -5, 104, 99, 108, 95);
        check(apply(new AveragePooling(), high, x), 2.5, -2.5, 6.5, -6.5, 102.5, 97.5, 106.5, 93.5);
        check(apply(new MeanOverPositions(), wide, x), 4.5, -4.5, 104.5, 95.5);
    }

    /** A kernel that is flipped or transposed, or an edge that is not zero. */
    @Test
    void kernelLaidOnItsSquareWrongly() {
        double[][] kernel = {{1, 10, 100, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 0.5}};
        double[][] x = {{1}, {2}, {3}, {4}, {0}, {-1}, {0}, {0}};
        check(
                apply(new Convolution(1, 3, Activation.IDENTITY), new Shape(2, 2, 1), x, kernel),
                1e4 + 2e5 + 3e7 + 4e8 + 0.5,
                1e3 + 2e4 + 3e6 + 4e7 + 0.5,
                10 + 200 + 3e4 + 4e5 + 0.5,
                1 + 20 + 3e3 + 4e4 + 0.5,
                -1e5 + 0.5,
                -1e4 + 0.5,
                -100 + 0.5,
                -10 + 0.5);
    }

    /** Batch statistics of some of the positions or samples only, or of several channels together. */
    @Test
    void normalizationOverTheWrongElements() {
        double[][] x = {{0, 1}, {2, 1}, {4, 1}, {6, 5}};
        double[][] gain = {{1}, {2}};
        double[][] offset = {{0}, {10}};
        double first = 1 / Math.sqrt(5 + 1e-5);
        double second = 2 / Math.sqrt(3 + 1e-5);
        double[][] batch = apply(new BatchNormalization(), Shape.sequence(2, 2), x, gain, offset);
        check(batch, -3 * first, 10 - second, -first, 10 - second, first, 10 - second, 3 * first, 10 + 3 * second);
        double quarter = 0.5 / Math.sqrt(0.25 + 1e-5);
        double[][] layer = apply(new LayerNormalization(), Shape.sequence(2, 2), x, gain, offset);
        assertThat(layer[0]).containsExactly(new double[] {-quarter, 10 + 2 * quarter}, within(1e-12));
        assertThat(layer[1]).containsExactly(new double[] {quarter, 10 - 2 * quarter}, within(1e-12));
    }

    /** A branch whose layers take each other's parameters, or that is not added. */
    @Test
    void branchThatIsNotAdded() {
        Layer dense = new PositionwiseDense(1, Activation.IDENTITY);
        Layer residual = new Residual(List.of(dense, new ActivationLayer(Activation.RELU), dense));
        double[][] x = {{1}, {-1}, {2}, {0}};
        double[][] result = apply(residual, Shape.sequence(2, 1), x, new double[][] {{2, 1}}, new double[][] {{3, -1}});
        check(result, 1 + 3 * 3 - 1, -1 - 1, 2 + 3 * 5 - 1, 3 - 1);
    }

    /** A sequence read in another order, mixed with another sample's, or whose state is lost. */
    @Test
    void recurrenceThatLosesItsState() {
        double[][] x = {{1}, {2}, {3}, {1}, {-5}, {0.5}};
        Layer sums = new Recurrent(1, Activation.RELU, true);
        check(apply(sums, Shape.sequence(3, 1), x, new double[][] {{1, 0}}, new double[][] {{1}}), 6, 0.5);
        Layer recurrent = new Recurrent(2, Activation.IDENTITY, false);
        double[][] shift = {{0, 0}, {1, 0}};
        double[][] input = {{1, 0}, {0, 0.25}};
        check(apply(recurrent, Shape.sequence(3, 1), x, input, shift), 3, 2.25, 0.5, -4.75);
    }

    /** Gates in another order than they are named: a forget gate that starts as an input gate. */
    @Test
    void gatesOfAnLstmInTheWrongPlace() {
        double[][] input = {{0.1, 0.2}, {0.3, 1}, {-0.7, 0.4}, {0.9, -0.2}};
        double[][] recurrent = {{0.5}, {-0.6}, {0.8}, {1.1}};
        double a = 1.5;
        double b = -2;
        double cell = sigmoid(0.1 * a + 0.2) * StrictMath.tanh(-0.7 * a + 0.4);
        double h = sigmoid(0.9 * a - 0.2) * StrictMath.tanh(cell);
        double next = sigmoid(0.3 * b + 1 - 0.6 * h) * cell
                + sigmoid(0.1 * b + 0.2 + 0.5 * h) * StrictMath.tanh(-0.7 * b + 0.4 + 0.8 * h);
        double last = sigmoid(0.9 * b - 0.2 + 1.1 * h) * StrictMath.tanh(next);
        check(apply(new Lstm(1), Shape.sequence(2, 1), new double[][] {{a}, {b}}, input, recurrent), last);
    }

    /** A reset gate behind the product instead of before it, or an update gate that is turned around. */
    @Test
    void gatesOfAGruInTheWrongPlace() {
        double[][] input = {{0.1, 0.2}, {0.3, 1}, {-0.7, 0.4}};
        double[][] recurrent = {{0.5}, {-0.6}};
        double a = 1.5;
        double b = -2;
        double h = (1 - sigmoid(0.3 * a + 1)) * StrictMath.tanh(-0.7 * a + 0.4);
        double reset = sigmoid(0.1 * b + 0.2 + 0.5 * h);
        double update = sigmoid(0.3 * b + 1 - 0.6 * h);
        double last = update * h + (1 - update) * StrictMath.tanh(-0.7 * b + 0.4 + 0.8 * reset * h);
        double[][] x = {{a}, {b}};
        check(apply(new Gru(1), Shape.sequence(2, 1), x, input, recurrent, new double[][] {{0.8}}), last);
        double[][] swap = {{0, 1}, {1, 0}};
        double[][] half = {{0, 0}, {0, 0}, {0, 0}, {0, 0}, {1, 0}, {2, 0}};
        double[][] none = {{0, 0}, {0, 50}, {0, 0}, {0, 0}};
        double one = StrictMath.tanh(a) / 2;
        double two = StrictMath.tanh(2 * a) / 2;
        double open = sigmoid(50 * two);
        check(
                apply(new Gru(2), Shape.sequence(2, 1), x, half, none, swap),
                one / 2 + StrictMath.tanh(b + open * two) / 2,
                two / 2 + StrictMath.tanh(2 * b + one / 2) / 2);
    }

    /** Heads or samples that attend to each other, scores of the wrong scale, or keys taken for values. */
    @Test
    void attentionThatLooksElsewhere() {
        double[][] projection = {{1, 0, 0}, {0, 1, 0}, {2, 0, 0}, {0, -1, 0}, {1, 0, 3}, {0, 1, 0}};
        double[][] output = {{1, 10, 0.5}, {0, 1, 0}};
        double[][] x = {{1, 2}, {0.5, -1}, {0, 0}, {4, 6}};
        double first = attended(1, 1, 2, 4, 0.5, 3.5);
        double second = attended(2, 2, -1, 2, -1, -1);
        double[][] two = apply(new SelfAttention(2), Shape.sequence(2, 2), x, projection, output);
        assertThat(two[0]).containsExactly(new double[] {first + 10 * second + 0.5, second}, within(1e-12));
        assertThat(two[2]).containsExactly(new double[] {5 + 10 * 3 + 0.5, 3}, within(1e-12));
        double[][] one = apply(new SelfAttention(1), Shape.sequence(2, 2), x, projection, output);
        double own = StrictMath.exp((1 * 2 - 2 * 2) / Math.sqrt(2));
        double other = StrictMath.exp((1 * 1 + 2 * 1) / Math.sqrt(2));
        double value = (2 * own - other) / (own + other);
        assertThat(one[0][1]).isCloseTo(value, within(1e-12));
    }

    /** What a head of one column makes at a position x of it and one other, y, where keys are 2x or −x and values given. */
    private static double attended(
            double query, double x, double keyFactor, double value, double y, double otherValue) {
        double own = StrictMath.exp(query * keyFactor * x);
        double other = StrictMath.exp(query * keyFactor * y);
        return (own * value + other * otherValue) / (own + other);
    }

    /** Vectors of another word, or of another position. */
    @Test
    void vectorsOfSomethingElse() {
        double[][] vectors = {{1, 2, 3}, {10, 20, 30}};
        double[][] words = {{0, 0, 1}, {1, 0, 0}};
        check(apply(new Embedding(3, 2), Shape.sequence(1, 3), words, vectors), 3, 30, 1, 10);
        double[][] positions = {{1}, {2}, {3}, {4}};
        double[][] x = {{0, 0}, {10, 0}, {0, 20}, {0, 0}};
        check(apply(new LearnedPositions(), Shape.sequence(2, 2), x, positions), 1, 2, 13, 4, 1, 22, 3, 4);
    }

    /** A block whose nonlinearity is behind it, or whose two matrices are exchanged. */
    @Test
    void feedForwardWithoutItsInside() {
        double[][] hidden = {{1, 0}, {-1, 0}, {0, 2}};
        double[][] output = {{1, -10, 0.5, -7}};
        double[][] x = {{3}, {-4}};
        check(
                apply(new FeedForward(3, Activation.RELU), Shape.sequence(2, 1), x, hidden, output),
                3 + 1 - 7,
                -40 + 1 - 7);
    }

    private static double sigmoid(double x) {
        return 1 / (1 + StrictMath.exp(-x));
    }

    /** The rows, and below them the same rows plus 100. */
    private static double[][] twice(double[][] first) {
        double[][] all = new double[2 * first.length][first[0].length];
        for (int i = 0; i < all.length; i++) {
            int sample = i / first.length;
            for (int j = 0; j < all[i].length; j++) {
                all[i][j] = first[i % first.length][j] + 100 * sample;
            }
        }
        return all;
    }

    private static double[][] apply(Layer layer, Shape input, double[][] x, double[][]... parameters) {
        return layer.apply(new RowOperations(), x, input, List.of(parameters));
    }

    private static void check(double[][] actual, double... expected) {
        assertThat(new RowOperations().reshape(actual, expected.length)[0]).containsExactly(expected, within(1e-12));
    }
}
