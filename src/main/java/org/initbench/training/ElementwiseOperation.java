package org.initbench.training;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.api.ops.OpContext;
import org.nd4j.linalg.api.ops.impl.scalar.ScalarAdd;
import org.nd4j.linalg.api.ops.impl.scalar.ScalarMin;
import org.nd4j.linalg.api.ops.impl.scalar.ScalarMultiplication;
import org.nd4j.linalg.api.ops.impl.scalar.Step;
import org.nd4j.linalg.api.ops.impl.transforms.floating.RSqrt;
import org.nd4j.linalg.api.ops.impl.transforms.floating.Sqrt;
import org.nd4j.linalg.api.ops.impl.transforms.same.Abs;
import org.nd4j.linalg.api.ops.impl.transforms.same.Negative;
import org.nd4j.linalg.api.ops.impl.transforms.same.OneMinus;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Cos;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Exp;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Sigmoid;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Sin;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOps;
import org.nd4j.nativeblas.NativeOpsHolder;

/**
 * An operation, as a rule one of ND4J's, bound to its arrays beforehand: running it costs about a microsecond besides the
 * arithmetic.
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
     * An operation of ND4J by its name, such as {@code softsign} or {@code multiply}.
     *
     * @param name the operation's name in libnd4j
     * @param output where the result goes; may be an input
     * @param inputs the arguments
     */
    static ElementwiseOperation named(String name, INDArray output, INDArray... inputs) {
        return PairwiseOperation.suits(name, output, inputs)
                ? PairwiseOperation.of(name, output, inputs)
                : new Bound(name, output, inputs);
    }

    /** output ← input. */
    static ElementwiseOperation copied(INDArray output, INDArray input) {
        return named("assign", output, output, input);
    }

    /** output ← max(input, 0). */
    static ElementwiseOperation relu(INDArray output, INDArray input) {
        Bound relu = new Bound("relu", output, input);
        relu.context.setTArguments(0.0);
        return relu;
    }

    /** output ← 1 where input &gt; 0, else 0. */
    static ElementwiseOperation step(INDArray output, INDArray input) {
        return LegacyOperation.scalar(new Step(input, output));
    }

    /** output ← factor·input. */
    static ElementwiseOperation scaled(INDArray output, INDArray input, double factor) {
        return LegacyOperation.scalar(new ScalarMultiplication(input, null, output, factor));
    }

    /** output ← input + value. */
    static ElementwiseOperation shifted(INDArray output, INDArray input, double value) {
        return LegacyOperation.scalar(new ScalarAdd(input, null, output, value));
    }

    /** output ← min(input, value). */
    static ElementwiseOperation atMost(INDArray output, INDArray input, double value) {
        return LegacyOperation.scalar(new ScalarMin(input, null, output, value));
    }

    /** output ← −input. */
    static ElementwiseOperation negated(INDArray output, INDArray input) {
        return LegacyOperation.transform(new Negative(input, output));
    }

    /** output ← 1 − input. */
    static ElementwiseOperation oneMinus(INDArray output, INDArray input) {
        return LegacyOperation.transform(new OneMinus(input, output));
    }

    /** output ← |input|. */
    static ElementwiseOperation absolute(INDArray output, INDArray input) {
        return LegacyOperation.transform(new Abs(input, output));
    }

    /** output ← e^input. */
    static ElementwiseOperation exponential(INDArray output, INDArray input) {
        return LegacyOperation.transform(new Exp(input, output));
    }

    /** output ← 1 / (1 + e^−input). */
    static ElementwiseOperation sigmoid(INDArray output, INDArray input) {
        return LegacyOperation.transform(new Sigmoid(input, output));
    }

    /** output ← tanh(input). */
    static ElementwiseOperation tanh(INDArray output, INDArray input) {
        return output.dataType() == DataType.FLOAT
                ? new HyperbolicTangent(output, input)
                : named("tanh", output, input);
    }

    /** output ← softmax of each row of the input. */
    static ElementwiseOperation softmax(INDArray output, INDArray input) {
        return output.dataType() == DataType.DOUBLE
                ? new DoubleSoftmax(output, input)
                : named("softmax", output, input);
    }

    /** output ← sin(input). */
    static ElementwiseOperation sine(INDArray output, INDArray input) {
        return LegacyOperation.transform(new Sin(input, output));
    }

    /** output ← cos(input). */
    static ElementwiseOperation cosine(INDArray output, INDArray input) {
        return LegacyOperation.transform(new Cos(input, output));
    }

    /** output ← √input. */
    static ElementwiseOperation squareRoot(INDArray output, INDArray input) {
        return LegacyOperation.transform(new Sqrt(input, output));
    }

    /** output ← 1/√input. */
    static ElementwiseOperation reciprocalRoot(INDArray output, INDArray input) {
        return LegacyOperation.transform(new RSqrt(input, output));
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
