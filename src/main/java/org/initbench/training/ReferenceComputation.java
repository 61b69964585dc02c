package org.initbench.training;

import java.nio.ByteBuffer;
import org.initbench.common.Digests;
import org.initbench.common.Streams;
import org.initbench.task.Precision;

/** A fixed computation, whose digest tells whether two machines' arithmetic agrees to the bit. */
final class ReferenceComputation {

    private static final int SIZE = 33;

    private ReferenceComputation() {}

    /** Digest of a product, a hyperbolic tangent and a softmax of fixed numbers in single precision. */
    static String digest() {
        int count = SIZE * SIZE;
        double[] u = Streams.uniforms(Streams.of(0, "reference computation"), 2 * count);
        try (NativeArray a = new NativeArray(Precision.FLOAT32, count);
                NativeArray b = new NativeArray(Precision.FLOAT32, count);
                NativeArray product = new NativeArray(Precision.FLOAT32, count);
                NativeArray result = new NativeArray(Precision.FLOAT32, count)) {
            for (int i = 0; i < count; i++) {
                a.put(i, u[2 * i] - 0.5);
                b.put(i, u[2 * i + 1] - 0.5);
            }
            new Product(Precision.FLOAT32, false, true, SIZE, SIZE, SIZE, SIZE, SIZE, SIZE)
                    .compute(1, a.at(0), b.at(0), 0, product.at(0));
            run("tanh", result, product);
            run("softmax", product, result);
            ByteBuffer bytes = ByteBuffer.allocate(2 * count * Double.BYTES);
            for (double value : result.get(0, count)) {
                bytes.putDouble(value);
            }
            for (double value : product.get(0, count)) {
                bytes.putDouble(value);
            }
            return Digests.shortForm(Digests.sha256(bytes.array()));
        }
    }

    private static void run(String operation, NativeArray output, NativeArray input) {
        try (ElementwiseOperation bound =
                ElementwiseOperation.named(operation, output.view(SIZE, SIZE), input.view(SIZE, SIZE))) {
            bound.run();
        }
    }
}
