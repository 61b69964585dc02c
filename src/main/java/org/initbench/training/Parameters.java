package org.initbench.training;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import org.initbench.common.Digests;
import org.initbench.task.Dense;
import org.initbench.task.Precision;
import org.initbench.task.Task;

/**
 * All parameters of one model, at one moment.
 *
 * @param task the task
 * @param layers for each layer {@code fanOut × (fanIn + 1)} values row by row, the bias last in each row
 */
record Parameters(Task task, List<double[]> layers) {

    /** The parameters as the engine holds them: each rounded once to the task's precision. */
    static Parameters rounded(Task task, List<double[]> layers) {
        return new Parameters(
                task,
                layers.stream()
                        .map(layer -> Arrays.stream(layer)
                                .map(task.precision()::round)
                                .toArray())
                        .toList());
    }

    /** Euclidean norm of all parameters. */
    double norm() {
        double squares = 0;
        for (double[] layer : layers) {
            for (double value : layer) {
                squares += value * value;
            }
        }
        return Math.sqrt(squares);
    }

    /** Euclidean distance to the same model at another moment. */
    double distance(Parameters other) {
        double squares = 0;
        for (int l = 0; l < layers.size(); l++) {
            for (int i = 0; i < layers.get(l).length; i++) {
                double difference = layers.get(l)[i] - other.layers.get(l)[i];
                squares += difference * difference;
            }
        }
        return Math.sqrt(squares);
    }

    /** Share of the weights, biases apart, that have the same sign (−, 0 or +) at another moment. */
    double signsKept(Parameters other) {
        int kept = 0;
        int weights = 0;
        for (int l = 0; l < layers.size(); l++) {
            int columns = task.layers().get(l).columns();
            for (int i = 0; i < layers.get(l).length; i++) {
                if (i % columns == columns - 1) {
                    continue;
                }
                weights++;
                if (Math.signum(layers.get(l)[i]) == Math.signum(other.layers.get(l)[i])) {
                    kept++;
                }
            }
        }
        return (double) kept / weights;
    }

    /** Whether every parameter is a finite number. */
    boolean finite() {
        return layers.stream().allMatch(layer -> Arrays.stream(layer).allMatch(Double::isFinite));
    }

    /** Whether layer {@code l} has several units and all have the same incoming weights and bias. */
    boolean unitsEqual(int l) {
        Dense layer = task.layers().get(l);
        double[] values = layers.get(l);
        int columns = layer.columns();
        for (int i = columns; i < values.length; i++) {
            if (values[i] != values[i % columns]) {
                return false;
            }
        }
        return layer.fanOut() > 1;
    }

    /** First 16 digits of the SHA-256 of the parameters' bits, little-endian, in the task's precision. */
    String digest() {
        boolean single = task.precision() == Precision.FLOAT32;
        int size = layers.stream().mapToInt(layer -> layer.length).sum();
        ByteBuffer bytes =
                ByteBuffer.allocate(size * NativeArray.bytes(task.precision())).order(ByteOrder.LITTLE_ENDIAN);
        for (double[] layer : layers) {
            for (double value : layer) {
                if (single) {
                    bytes.putInt(Float.floatToIntBits((float) value));
                } else {
                    bytes.putLong(Double.doubleToLongBits(value));
                }
            }
        }
        return Digests.shortForm(Digests.sha256(bytes.array()));
    }
}
