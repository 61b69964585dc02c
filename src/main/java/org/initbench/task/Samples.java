package org.initbench.task;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.initbench.common.Digests;

/**
 * Inputs and targets, ready for training.
 *
 * @param inputs {@code count × inputWidth} values, row by row
 * @param targets {@code count × targetWidth} values, row by row; one-hot for classes
 * @param inputWidth values of one sample's input
 * @param targetWidth values of one sample's target
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody; the arrays are the payload
public record Samples(double[] inputs, double[] targets, int inputWidth, int targetWidth) {

    public Samples {
        if (inputs.length / inputWidth != targets.length / targetWidth || inputs.length % inputWidth != 0) {
            throw new IllegalArgumentException("inputs and targets differ in number of samples");
        }
    }

    /** Number of samples. */
    public int count() {
        return inputs.length / inputWidth;
    }

    /**
     * The first samples.
     *
     * @param samples how many
     */
    public Samples first(int samples) {
        return new Samples(
                Arrays.copyOf(inputs, samples * inputWidth),
                Arrays.copyOf(targets, samples * targetWidth),
                inputWidth,
                targetWidth);
    }

    /**
     * Mean squares of an input in groups of samples, equally large to one sample and sorted by this number: the smallest inputs
     * first.
     *
     * @param groups number of groups, at most; with fewer samples each is a group
     */
    List<Double> inputMeanSquares(int groups) {
        double[] each = new double[count()];
        for (int i = 0; i < inputs.length; i++) {
            each[i / inputWidth] += inputs[i] * inputs[i] / inputWidth;
        }
        Arrays.sort(each);
        int used = Math.min(groups, each.length);
        return IntStream.range(0, used)
                .mapToObj(g -> Arrays.copyOfRange(each, g * each.length / used, (g + 1) * each.length / used))
                .map(group -> Arrays.stream(group).reduce(0, Double::sum) / group.length)
                .toList();
    }

    /** Root mean square of the cosine between the inputs of two different samples; 1 of a single sample, 0 where all are 0. */
    double inputSimilarity() {
        double sum = 0;
        for (int a = 0; a < count(); a++) {
            for (int b = 0; b < a; b++) {
                double product = product(a, b);
                sum += product == 0 ? 0 : product / product(a, a) * (product / product(b, b));
            }
        }
        return count() == 1 ? 1 : StrictMath.sqrt(2 * sum / ((double) count() * (count() - 1)));
    }

    private double product(int a, int b) {
        double sum = 0;
        for (int i = 0; i < inputWidth; i++) {
            sum += inputs[a * inputWidth + i] * inputs[b * inputWidth + i];
        }
        return sum;
    }

    /** SHA-256 of the inputs and the targets of each set, as big-endian binary64: equal on every machine and Java. */
    static String digest(Samples... sets) {
        MessageDigest digest = Digests.newSha256();
        for (Samples samples : sets) {
            for (double[] values : List.of(samples.inputs, samples.targets)) {
                ByteBuffer bytes = ByteBuffer.allocate(values.length * Double.BYTES);
                bytes.asDoubleBuffer().put(values);
                digest.update(bytes);
            }
        }
        return Digests.hex(digest);
    }
}
