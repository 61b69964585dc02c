package org.initbench.training;

import java.nio.DoubleBuffer;
import org.bytedeco.javacpp.DoublePointer;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The softmax of each row of a contiguous array in double precision, in arithmetic whose bits Java defines.
 *
 * <p>ND4J's own, in double precision, makes a row of not-a-numbers of one whose elements lie some thousands apart, though each is
 * finite; a network whose weights are too large would be said to diverge. In single precision ND4J's is right.
 */
final class DoubleSoftmax implements ElementwiseOperation {

    private final INDArray[] arrays;
    private final DoubleBuffer from;
    private final DoubleBuffer to;
    private final double[] row;

    /**
     * An operation.
     *
     * @param output where the result goes, {@code […, columns]}; may be the input
     * @param input the arguments
     */
    DoubleSoftmax(INDArray output, INDArray input) {
        arrays = new INDArray[] {output, input};
        from = buffer(input);
        to = buffer(output);
        row = new double[(int) input.size(-1)];
    }

    private static DoubleBuffer buffer(INDArray array) {
        return new DoublePointer(array.data().addressPointer())
                .capacity(array.length())
                .asBuffer();
    }

    @Override
    public void run() {
        for (int first = 0; first < from.capacity(); first += row.length) {
            from.get(first, row);
            replace(row);
            to.put(first, row);
        }
    }

    private static void replace(double[] x) {
        double largest = Double.NEGATIVE_INFINITY;
        for (double value : x) {
            largest = Math.max(largest, value);
        }
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            x[i] = StrictMath.exp(x[i] - largest);
            sum += x[i];
        }
        for (int i = 0; i < x.length; i++) {
            x[i] /= sum;
        }
    }

    @Override
    public String toString() {
        return "softmax of " + arrays[1].length() + " elements";
    }
}
