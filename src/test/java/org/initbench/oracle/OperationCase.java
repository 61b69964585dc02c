package org.initbench.oracle;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.initbench.common.Streams;
import org.initbench.network.Operations;
import org.initbench.network.Shape;

/** Every operation, applied to operands of a shape that is typical of it. */
enum OperationCase {
    LINEAR("5x3", "4x3"),
    LINEAR_WITH_BIAS("5x3", "4x4"),
    ADD("3x4", "3x4"),
    SUBTRACT("3x4", "3x4"),
    MULTIPLY("3x4", "3x4"),
    MAXIMUM("3x4", "3x4"),
    SCALE("3x4"),
    RECIPROCAL_SQUARE_ROOT("3x4"),
    RESHAPE("4x6"),
    SPLIT("3x6"),
    CONCATENATE("3x2", "3x1", "3x3"),
    BLOCK_PRODUCT("6x3", "6x4"),
    BLOCK_PRODUCT_TRANSPOSED("6x4", "6x4"),
    SOFTMAX("3x4"),
    MEAN_OVER_ROWS("3x4"),
    MEAN_OVER_COLUMNS("3x4"),
    BROADCAST("4x1"),
    PATCHES_OF_IMAGES("24x2"),
    PATCHES_OF_SEQUENCES("8x3");

    private static final double EPSILON = 1e-3;

    private final String operands;

    /** An operation on operands of these numbers of rows and columns. */
    OperationCase(String... operands) {
        this.operands = String.join(" ", operands);
    }

    /** Columns of operand {@code i}. */
    int columns(int i) {
        return shapes().get(i).width();
    }

    /** Random operands, row by row, none of them near a kink. */
    List<double[]> values(int seed) {
        UniformRandomProvider random = Streams.of(seed, "operation", this);
        double centre = this == RECIPROCAL_SQUARE_ROOT ? 2 : 0;
        List<double[]> values = new ArrayList<>();
        for (Shape shape : shapes()) {
            values.add(random.doubles(shape.size(), centre - 1.5, centre + 1.5).toArray());
        }
        return values;
    }

    private List<Shape> shapes() {
        List<Shape> shapes = new ArrayList<>();
        for (String operand : operands.split(" ", -1)) {
            int cross = operand.indexOf('x');
            int rows = Integer.parseInt(operand.substring(0, cross));
            shapes.add(new Shape(rows, Integer.parseInt(operand.substring(cross + 1)), 1));
        }
        return shapes;
    }

    /** The operation. Operands that are used twice, or whose parts are used unequally, must add up in the gradient. */
    <T> T apply(Operations<T> operations, List<T> x) {
        T a = x.get(0);
        return switch (this) {
            case LINEAR, LINEAR_WITH_BIAS -> operations.linear(a, x.get(1));
            case ADD -> operations.add(a, x.get(1));
            case SUBTRACT -> operations.subtract(a, x.get(1));
            case MULTIPLY -> operations.multiply(a, operations.multiply(a, x.get(1)));
            case MAXIMUM -> operations.maximum(a, x.get(1));
            case SCALE -> operations.scale(a, -0.7);
            case RECIPROCAL_SQUARE_ROOT -> operations.reciprocalSquareRoot(a, EPSILON);
            case RESHAPE -> operations.reshape(a, 3);
            case SPLIT -> product(operations, operations.split(a, 3));
            case CONCATENATE -> operations.concatenate(x);
            case BLOCK_PRODUCT -> operations.blockProduct(a, x.get(1), false, 3);
            case BLOCK_PRODUCT_TRANSPOSED -> operations.blockProduct(a, x.get(1), true, 3);
            case SOFTMAX -> operations.softmax(a);
            case MEAN_OVER_ROWS -> operations.multiply(a, operations.meanOverRows(a));
            case MEAN_OVER_COLUMNS -> operations.multiply(a, operations.meanOverColumns(a));
            case BROADCAST -> operations.broadcast(a, operations.reshape(operations.concatenate(List.of(a, a, a)), 4));
            case PATCHES_OF_IMAGES -> operations.patches(a, new Shape(3, 4, 2), 3);
            case PATCHES_OF_SEQUENCES -> operations.patches(a, Shape.sequence(4, 3), 3);
        };
    }

    private static <T> T product(Operations<T> operations, List<T> parts) {
        return operations.subtract(operations.multiply(parts.get(0), parts.get(1)), parts.get(2));
    }
}
