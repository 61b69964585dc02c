package org.initbench.task;

import org.apache.commons.rng.UniformRandomProvider;
import org.initbench.common.Streams;

/**
 * The sequences of {@link DataSets#addingProblem}. Training and test sequences come from streams of their own, so that more
 * of the one leave the other, and those that there were, as they are.
 *
 * @param steps length of the sequences
 * @param training number of training sequences
 * @param test number of test sequences
 */
record AddingProblem(int steps, int training, int test) {

    /** Features of a step: value and marker. */
    private static final int FEATURES = 2;

    AddingProblem {
        if (steps < 3 || training < 1 || test < 1) {
            throw new IllegalArgumentException(
                    "the adding problem needs at least 3 steps, 1 training and 1 test sequence," + " not " + steps
                            + ", " + training + " and " + test);
        }
    }

    /** A unique name. */
    String name() {
        return "adding-problem-" + steps + "-" + training + "-" + test;
    }

    /** The sequences, standardized. */
    DataSet dataSet() {
        Sequences forTraining = draw("training", training);
        Sequences forTest = draw("test", test);
        Standardization scaling = new Standardization(forTraining.rows, FEATURES);
        Samples trainingSamples = forTraining.standardized(scaling, steps);
        Samples testSamples = forTest.standardized(scaling, steps);
        return new DataSet(name(), Samples.digest(trainingSamples, testSamples), trainingSamples, testSamples, true);
    }

    private Sequences draw(String purpose, int count) {
        UniformRandomProvider stream = Streams.of(DataSets.DEFINITION_SEED, "adding-problem", steps, purpose);
        double[][] rows = new double[count * steps][];
        double[] sums = new double[count];
        int half = steps / 2;
        for (int i = 0; i < count; i++) {
            double[] u = Streams.uniforms(stream, steps + 2);
            for (int t = 0; t < steps; t++) {
                rows[i * steps + t] = new double[] {u[t], 0};
            }
            int first = (int) (u[steps] * half);
            int second = half + (int) (u[steps + 1] * (steps - half));
            rows[i * steps + first][1] = 1;
            rows[i * steps + second][1] = 1;
            sums[i] = u[first] + u[second];
        }
        return new Sequences(rows, sums);
    }

    /** Steps, sequence after sequence, and the sum of each sequence. */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    private record Sequences(double[][] rows, double[] sums) {

        Samples standardized(Standardization scaling, int steps) {
            return new Samples(scaling.apply(rows), sums, steps * FEATURES, 1);
        }
    }
}
