package org.initbench.training;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.api.ops.OpContext;
import org.nd4j.linalg.api.ops.impl.scalar.ScalarAdd;
import org.nd4j.linalg.api.ops.impl.scalar.ScalarMultiplication;
import org.nd4j.linalg.api.ops.impl.scalar.Step;
import org.nd4j.linalg.api.ops.impl.transforms.floating.RSqrt;
import org.nd4j.linalg.api.ops.impl.transforms.floating.Sqrt;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOps;
import org.nd4j.nativeblas.NativeOpsHolder;

/**
 * One of ND4J's operations, bound to its arrays beforehand: running it costs about a microsecond besides the arithmetic.
 *
 * <p>Only operations whose result for an element (or a row, for softmax) does not depend on its place in the array are
 * used; the stack-invariance test holds them to it.
 */
interface ElementwiseOperation extends AutoCloseable {

    /** Computes the output from what the inputs hold now. */
    void run();

    @Override
    default void close() {}

    /**
     * An operation of ND4J by its name, such as {@code tanh} or {@code multiply}.
     *
     * @param name the operation's name in libnd4j
     * @param output where the result goes; may be an input
     * @param inputs the arguments
     */
    static ElementwiseOperation named(String name, INDArray output, INDArray... inputs) {
        return new Bound(name, output, inputs);
    }

    /** output ← max(input, 0). */
    static ElementwiseOperation relu(INDArray output, INDArray input) {
        Bound relu = new Bound("relu", output, input);
        relu.context.setTArguments(0.0);
        return relu;
    }

    /** output ← 1 where input &gt; 0, else 0. */
    static ElementwiseOperation step(INDArray output, INDArray input) {
        Step step = new Step(input, output);
        return () -> Nd4j.getExecutioner().exec(step);
    }

    /** output ← factor·input. */
    static ElementwiseOperation scaled(INDArray output, INDArray input, double factor) {
        ScalarMultiplication operation = new ScalarMultiplication(input, null, output, factor);
        return () -> Nd4j.getExecutioner().exec(operation);
    }

    /** output ← input + value. */
    static ElementwiseOperation shifted(INDArray output, INDArray input, double value) {
        ScalarAdd operation = new ScalarAdd(input, null, output, value);
        return () -> Nd4j.getExecutioner().exec(operation);
    }

    /** output ← −input. */
    static ElementwiseOperation negated(INDArray output, INDArray input) {
        return scaled(output, input, -1);
    }

    /** output ← √input. */
    static ElementwiseOperation squareRoot(INDArray output, INDArray input) {
        Sqrt operation = new Sqrt(input, output);
        return () -> Nd4j.getExecutioner().exec(operation);
    }

    /** output ← 1/√input. */
    static ElementwiseOperation reciprocalRoot(INDArray output, INDArray input) {
        RSqrt operation = new RSqrt(input, output);
        return () -> Nd4j.getExecutioner().exec(operation);
    }

    /** A custom operation with its context. */
    final class Bound implements ElementwiseOperation {

        private final NativeOps library = NativeOpsHolder.getInstance().getDeviceNativeOps();
        private final OpContext context = Nd4j.getExecutioner().buildContext();
        private final String name;
        private final long hash;

        private Bound(String name, INDArray output, INDArray... inputs) {
            this.name = name;
            hash = DynamicCustomOp.builder(name).build().opHash();
            for (int i = 0; i < inputs.length; i++) {
                context.setInputArray(i, inputs[i]);
            }
            context.setOutputArray(0, output);
        }

        @Override
        public void run() {
            int status = library.execCustomOp2(null, hash, context.contextPointer());
            if (status != 0) {
                throw new IllegalStateException("ND4J's operation " + name + " failed with status " + status + ": "
                        + library.lastErrorMessage());
            }
        }

        @Override
        public void close() {
            try {
                context.close();
            } catch (Exception e) {
                throw new IllegalStateException("ND4J could not free the context of " + name, e);
            }
        }
    }
}
