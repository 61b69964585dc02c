package org.initbench.training;

import java.nio.ByteBuffer;
import org.initbench.common.Digests;
import org.initbench.common.Streams;
import org.initbench.network.Activation;
import org.initbench.reference.PlainMatrix;
import org.initbench.reference.PlainOperations;
import org.initbench.task.Precision;

/** A fixed computation by the reference interpreter, whose digest is the same on every machine. */
final class PlainComputation {

    private static final int SIZE = 33;

    private PlainComputation() {}

    /** Digest of a product, a hyperbolic tangent and a softmax of fixed numbers in single precision. */
    static String digest() {
        int count = SIZE * SIZE;
        double[] u = Streams.uniforms(Streams.of(0, "reference computation"), 2 * count);
        double[] a = new double[count];
        double[] b = new double[count];
        for (int i = 0; i < count; i++) {
            a[i] = Precision.FLOAT32.round(u[2 * i] - 0.5);
            b[i] = Precision.FLOAT32.round(u[2 * i + 1] - 0.5);
        }
        PlainOperations operations = new PlainOperations(Precision.FLOAT32);
        PlainMatrix product = operations.linear(PlainMatrix.of(a, SIZE), PlainMatrix.of(b, SIZE));
        PlainMatrix tanh = operations.activate(product, Activation.TANH);
        PlainMatrix softmax = operations.softmax(tanh);
        ByteBuffer bytes = ByteBuffer.allocate(2 * count * Double.BYTES);
        for (double value : tanh.values()) {
            bytes.putDouble(value);
        }
        for (double value : softmax.values()) {
            bytes.putDouble(value);
        }
        return Digests.shortForm(Digests.sha256(bytes.array()));
    }
}
