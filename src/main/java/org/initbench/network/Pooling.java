package org.initbench.network;

import java.util.List;
import java.util.function.BinaryOperator;

/** What the poolings share: windows of 2 × 2 positions that do not overlap, each channel by itself. */
final class Pooling {

    private Pooling() {}

    /** What defines a pooling besides what it makes of a window. */
    static String definition() {
        return "2x2 windows, stride 2";
    }

    /**
     * Half the height and half the width.
     *
     * @throws IllegalArgumentException if one of them is odd
     */
    static Shape output(Shape input) {
        if (input.height() % 2 != 0 || input.width() % 2 != 0) {
            throw new IllegalArgumentException("pooling by 2x2 windows needs an even height and width, not "
                    + input.height() + "x" + input.width());
        }
        return new Shape(input.height() / 2, input.width() / 2, input.channels());
    }

    /** Combines neighbours of a row of the map, then the rows in pairs: (a ∘ b) ∘ (c ∘ d) of a window a b / c d. */
    static <T> T apply(Operations<T> operations, T x, Shape input, BinaryOperator<T> combine) {
        T narrow = combineHalves(operations, x, 2 * input.channels(), combine);
        T small = combineHalves(operations, narrow, input.width() * input.channels(), combine);
        return operations.reshape(small, input.channels());
    }

    private static <T> T combineHalves(Operations<T> operations, T x, int columns, BinaryOperator<T> combine) {
        List<T> halves = operations.split(operations.reshape(x, columns), 2);
        return combine.apply(halves.get(0), halves.get(1));
    }
}
