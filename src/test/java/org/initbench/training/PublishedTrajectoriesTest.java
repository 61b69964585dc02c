package org.initbench.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.initbench.network.Activation;
import org.initbench.network.Dense;
import org.initbench.task.DataOrder;
import org.initbench.task.LossFunction;
import org.initbench.task.Precision;
import org.initbench.task.Samples;
import org.initbench.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Trajectories that others published or that theory gives in closed form. */
class PublishedTrajectoriesTest {

    /**
     * One epoch of exclusive or from all weights 0.6, printed in Stack Overflow question 2359571: logistic units, bias inputs
     * of −1, learning rate 0.1, one update a pattern in the order 00, 01, 10, 11. Here the bias input is +1, so biases have
     * the opposite sign. A wrong delta, or one taken with weights already updated, changes the fourth digit.
     */
    @Test
    void allEqualStartReproducesThePublishedEpoch() {
        Samples xor = new Samples(new double[] {0, 0, 0, 1, 1, 0, 1, 1}, new double[] {0, 1, 1, 0}, 2, 1);
        Task task = Networks.task(
                xor,
                LossFunction.SQUARED_ERROR_SUM,
                0.1,
                0,
                Precision.FLOAT64,
                1,
                1,
                Networks.layers(Activation.SIGMOID, Activation.SIGMOID, 2, 2, 1));
        try (Stack stack = new Stack(task, DataOrder.natural(), 0)) {
            stack.write(0, List.of(new double[] {0.6, 0.6, -0.6, 0.6, 0.6, -0.6}, new double[] {0.6, 0.6, -0.6}));
            for (int step = 0; step < 4; step++) {
                stack.step(step);
            }
            double[] unit = {0.599987, 0.599985, -0.599691};
            assertThat(rounded(stack.read(0).get(0)))
                    .containsExactly(unit[0], unit[1], unit[2], unit[0], unit[1], unit[2]);
            assertThat(rounded(stack.read(0).get(1))).containsExactly(0.599712, 0.599712, -0.599864);
        }
    }

    private static double[] rounded(double[] values) {
        return Arrays.stream(values).map(v -> Math.rint(v * 1e6) / 1e6).toArray();
    }

    /**
     * Gradient flow of a chain of L linear units from product strength u0 to 0.9 of the target (Saxe et al. 2013): for L = 2,
     * t = ½·ln[u_f(1−u0) / (u0(1−u_f))]; for others the time is the integral of 1 / (L·u^(2−2/L)·(1−u)), computed with
     * SciPy's quad. Two samples, ±1, keep the biases at zero, and double the gradient.
     */
    @ParameterizedTest
    @CsvSource({
        "2, 1e-1, 2.1972", "2, 1e-2, 3.3962", "2, 1e-3, 4.5520", "2, 1e-4, 5.7037",
        "3, 1e-1, 2.0094", "3, 1e-2, 4.5856", "3, 1e-3, 9.9623", "3, 1e-4, 21.5106",
        "4, 1e-1, 1.7996", "4, 1e-2, 5.3320", "4, 1e-3, 16.1777", "4, 1e-4, 50.3772",
        "6, 1e-1, 1.4519", "6, 1e-2, 5.8079", "6, 1e-3, 25.4798", "6, 1e-4, 116.5463"
    })
    void linearChainEscapesAsTheorySays(int depth, double u0, double time) {
        double rate = 1e-3;
        Samples line = new Samples(new double[] {1, -1}, new double[] {1, -1}, 1, 1);
        Dense[] chain = new Dense[depth];
        Arrays.fill(chain, new Dense(1, Activation.IDENTITY));
        Task task = Networks.fullBatch(line, LossFunction.SQUARED_ERROR_SUM, rate / 2, 0, Precision.FLOAT64, chain);
        double weight = Math.pow(u0, 1.0 / depth);
        int updates = 0;
        try (Stack stack = new Stack(task, DataOrder.natural(), 0)) {
            double[][] start = new double[depth][];
            Arrays.fill(start, new double[] {weight, 0});
            stack.write(0, List.of(start));
            while (product(stack.read(0)) < 0.9) {
                stack.step(updates++);
            }
            assertThat(stack.read(0)).allSatisfy(layer -> assertThat(layer[1]).isZero());
        }
        assertThat(updates * rate).isCloseTo(time, within(0.01 * time));
    }

    private static double product(List<double[]> layers) {
        return layers.stream().mapToDouble(layer -> layer[0]).reduce(1, (a, b) -> a * b);
    }
}
