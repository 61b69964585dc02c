package org.initbench.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Objects;
import org.initbench.network.Shape;
import org.junit.jupiter.api.Test;

class SamplesTest {

    /** By hand: mean squares 12.5, 0.5 and 2, sorted; cosines of (3, 4), (1, 0) and (0, 2): 0.6, 0.8 and 0. */
    @Test
    void sizeAndSimilarityOfInputs() {
        Samples samples = new Samples(new double[] {3, 4, 1, 0, 0, 2}, new double[3], 2, 1);
        assertThat(samples.inputMeanSquares(10)).containsExactly(0.5, 2.0, 12.5);
        assertThat(samples.inputMeanSquares(2)).containsExactly(0.5, 7.25);
        assertThat(samples.inputSimilarity()).isCloseTo(Math.sqrt((0.36 + 0.64) / 3), within(1e-15));
        assertThat(samples.first(1).inputSimilarity()).isEqualTo(1);
    }

    /** The mean of a task's groups is the mean square of all inputs looked into. */
    @Test
    void descriptionsSayHowLargeInputsAre() {
        Task task = Tasks.uncalibrated("digits-mlp-tanh").with(0.1, 10);
        TaskDescription description = task.describe();
        assertThat(task.diagnosed().count()).isEqualTo(64);
        double square = 0;
        for (double x : task.diagnosed().inputs()) {
            square += x * x / task.diagnosed().inputs().length;
        }
        // 64 samples make ten groups of six or seven.
        assertThat(description.inputMeanSquares()).hasSize(10).isSorted();
        assertThat(Objects.requireNonNull(description.inputMeanSquares()).stream()
                        .mapToDouble(x -> x)
                        .average()
                        .orElseThrow())
                .isCloseTo(square, within(0.05 * square));
        assertThat(description.inputSimilarity()).isBetween(0.05, 0.6);
        assertThat(description.withoutProse().inputMeanSquares()).isNull();
    }

    @Test
    void shapesAreReadAsTheyAreWritten() {
        for (Shape shape : new Shape[] {Shape.vector(64), new Shape(8, 8, 1), Shape.sequence(5, 2)}) {
            assertThat(Shape.parse(shape.toString())).isEqualTo(shape);
        }
    }
}
