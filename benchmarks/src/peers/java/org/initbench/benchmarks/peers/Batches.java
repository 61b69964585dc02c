package org.initbench.benchmarks.peers;

import java.util.ArrayList;
import java.util.List;
import org.initbench.task.Samples;

/** A network's mini-batches as plain arrays, in the order of the data set; an incomplete last one is left out. */
final class Batches {

    private Batches() {}

    /** Number of batches of an epoch. */
    static int count(PeerNetwork network) {
        return network.samples().count() / network.batchSize();
    }

    /** For each batch its inputs, a row a sample. */
    static List<float[]> inputs(PeerNetwork network) {
        Samples samples = network.samples();
        return batches(network, samples.inputs(), samples.inputWidth(), 1);
    }

    /**
     * For each batch its targets, a row a sample.
     *
     * @param factor multiplies every target
     */
    static List<float[]> targets(PeerNetwork network, double factor) {
        Samples samples = network.samples();
        return batches(network, samples.targets(), samples.targetWidth(), factor);
    }

    private static List<float[]> batches(PeerNetwork network, double[] values, int width, double factor) {
        int size = network.batchSize() * width;
        List<float[]> batches = new ArrayList<>();
        for (int batch = 0; batch < count(network); batch++) {
            float[] floats = new float[size];
            for (int i = 0; i < size; i++) {
                floats[i] = (float) (factor * values[batch * size + i]);
            }
            batches.add(floats);
        }
        return batches;
    }
}
