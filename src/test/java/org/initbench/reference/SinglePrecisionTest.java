package org.initbench.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import org.initbench.common.Streams;
import org.initbench.network.Activation;
import org.initbench.network.Dense;
import org.initbench.network.Network;
import org.initbench.network.Shape;
import org.initbench.optimizer.Momentum;
import org.initbench.optimizer.Optimizer;
import org.initbench.optimizer.Sgd;
import org.initbench.task.Precision;
import org.junit.jupiter.api.Test;

/** Rounding every result to single precision is arithmetic in {@code float}, which Java has, to the last bit. */
class SinglePrecisionTest {

    private static final int SAMPLES = 5;
    private static final int INPUTS = 7;
    private static final int HIDDEN = 4;
    private static final int OUTPUTS = 3;
    private static final float RATE = 0.01f;

    private static final double[] X = numbers("inputs", SAMPLES * INPUTS);
    private static final double[] T = numbers("targets", SAMPLES * OUTPUTS);
    private static final double[] FIRST = numbers("first", HIDDEN * (INPUTS + 1));
    private static final double[] SECOND = numbers("second", OUTPUTS * (HIDDEN + 1));

    /** Numbers of single precision in (−1, 1). */
    private static double[] numbers(String stream, int count) {
        return Arrays.stream(Streams.uniforms(Streams.of(3, stream), count))
                .map(u -> (float) (2 * u - 1))
                .toArray();
    }

    /** A hidden ReLU layer, linear outputs, ½ Σ (t − o)², twenty updates: written out in {@code float}. */
    @Test
    void trainsAsArithmeticOnFloatsDoes() {
        float[] first = floats(FIRST);
        float[] second = floats(SECOND);
        for (int update = 0; update < 20; update++) {
            update(first, second);
        }
        List<double[]> trained = trained(new Sgd(), Precision.FLOAT32);
        assertThat(floats(trained.get(0))).containsExactly(first);
        assertThat(floats(trained.get(1))).containsExactly(second);
        assertThat(trained.get(0)).containsExactly(doubles(first));
        assertThat(trained(new Sgd(), Precision.FLOAT64).get(0)).isNotEqualTo(trained.get(0));
    }

    private static void update(float[] first, float[] second) {
        float[] firstGradient = new float[first.length];
        float[] secondGradient = new float[second.length];
        for (int sample = 0; sample < SAMPLES; sample++) {
            float[] x = floats(Arrays.copyOfRange(X, sample * INPUTS, (sample + 1) * INPUTS));
            float[] z = layer(first, x, HIDDEN);
            float[] h = z.clone();
            for (int unit = 0; unit < HIDDEN; unit++) {
                h[unit] = Math.max(z[unit], 0);
            }
            float[] slopes = layer(second, h, OUTPUTS);
            float[] hiddenSlopes = new float[HIDDEN];
            for (int o = 0; o < OUTPUTS; o++) {
                slopes[o] -= (float) T[sample * OUTPUTS + o];
                for (int unit = 0; unit < HIDDEN; unit++) {
                    hiddenSlopes[unit] += slopes[o] * second[o * (HIDDEN + 1) + unit];
                }
            }
            for (int unit = 0; unit < HIDDEN; unit++) {
                hiddenSlopes[unit] *= z[unit] > 0 ? 1 : 0;
            }
            add(secondGradient, slopes, h);
            add(firstGradient, hiddenSlopes, x);
        }
        descend(first, firstGradient);
        descend(second, secondGradient);
    }

    private static float[] layer(float[] weights, float[] x, int units) {
        float[] y = new float[units];
        for (int unit = 0; unit < units; unit++) {
            int row = unit * (x.length + 1);
            float sum = weights[row + x.length];
            for (int i = 0; i < x.length; i++) {
                sum += x[i] * weights[row + i];
            }
            y[unit] = sum;
        }
        return y;
    }

    private static void add(float[] gradient, float[] slopes, float[] x) {
        for (int unit = 0; unit < slopes.length; unit++) {
            int row = unit * (x.length + 1);
            for (int i = 0; i < x.length; i++) {
                gradient[row + i] += slopes[unit] * x[i];
            }
            gradient[row + x.length] += slopes[unit];
        }
    }

    private static void descend(float[] weights, float[] gradient) {
        for (int i = 0; i < weights.length; i++) {
            weights[i] += -RATE * gradient[i];
        }
    }

    /** Whatever an optimizer keeps or writes is of single precision: a double in between would be another machine. */
    @Test
    void nothingButNumbersOfSinglePrecisionComesOut() {
        for (double[] matrix : trained(new Momentum(0.9), Precision.FLOAT32)) {
            assertThat(matrix).containsExactly(doubles(floats(matrix)));
        }
    }

    private static List<double[]> trained(Optimizer optimizer, Precision precision) {
        Network network = new Network(
                Shape.vector(INPUTS),
                List.of(new Dense(HIDDEN, Activation.RELU), new Dense(OUTPUTS, Activation.IDENTITY)));
        PlainNetwork plain = new PlainNetwork(network, PlainLoss.SQUARED_ERROR_SUM, precision);
        PlainTrainer trainer = new PlainTrainer(plain, optimizer, RATE, OptionalDouble.empty());
        List<PlainTrainer.Batch> batches = Collections.nCopies(20, new PlainTrainer.Batch(X, T));
        return trainer.train(List.of(FIRST, SECOND), batches);
    }

    private static float[] floats(double[] values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }

    private static double[] doubles(float[] values) {
        double[] doubles = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            doubles[i] = values[i];
        }
        return doubles;
    }
}
