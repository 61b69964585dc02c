package org.initbench.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.initbench.init.Draws;
import org.initbench.init.Initializers;
import org.initbench.init.WeightShape;
import org.initbench.task.Task;
import org.initbench.task.Tasks;
import org.initbench.training.Start;
import org.junit.jupiter.api.Test;

class StartsTest {

    /** The output layer drawn by another rule, or two layers drawn alike, would be another initializer. */
    @Test
    void everyLayerIsDrawnByTheRuleAtTheScale() {
        Task task = Tasks.byName("encoder-10-5-10");
        Start start = Starts.of(task, Studies.normal(0.3), 4, 9);
        Draws draws = new Draws(9, "encoder-10-5-10", 4);
        assertThat(start.replicate()).isEqualTo(4);
        assertThat(start.layers()).hasSize(2);
        assertThat(start.layers().get(0))
                .containsExactly(draws.layer(Initializers.byName("normal"), 0.3, 0, new WeightShape(5, 10, true)));
        assertThat(start.layers().get(1))
                .containsExactly(draws.layer(Initializers.byName("normal"), 0.3, 1, new WeightShape(10, 5, true)));
    }

    /** Biases of ordinary tasks start at zero; those of the classical ones are drawn. */
    @Test
    void biasesFollowTheTask() {
        Task task = Tasks.uncalibrated("iris-mlp-tanh").with(0.1, 10);
        List<double[]> layers = Starts.of(task, Studies.CONSTANT, 0, 1).layers();
        for (double[] layer : layers) {
            int columns = layer == layers.get(0) ? 5 : 9;
            for (int i = 0; i < layer.length; i++) {
                assertThat(layer[i]).isEqualTo(i % columns == columns - 1 ? 0 : 0.1);
            }
        }
        assertThat(Starts.of(Tasks.byName("xor-2-2-1"), Studies.CONSTANT, 0, 1).layers())
                .allSatisfy(layer -> assertThat(layer).containsOnly(0.1));
        assertThat(Starts.of(Tasks.byName("xor-2-2-1"), Studies.ZERO, 0, 1).layers())
                .allSatisfy(layer -> assertThat(layer).containsOnly(0));
    }
}
