package org.initbench.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.initbench.common.UsageException;
import org.initbench.init.ScaleKind;
import org.initbench.run.ArmDescription;
import org.initbench.study.Starts;
import org.initbench.task.DataOrder;
import org.initbench.task.Task;
import org.initbench.task.Tasks;
import org.initbench.training.Stack;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A comparison of speeds is worth nothing unless both sides do the same work. */
class SameDiffModelTest {

    @ParameterizedTest
    @ValueSource(strings = {"xor-2-2-1", "digits-mlp-tanh", "breast-cancer-logistic"})
    void trainsTheSameNetworkAsTheStack(String name) {
        Task task = Tasks.byName(name);
        int epochs = 2;
        List<double[]> start = Starts.of(task, new ArmDescription("normal", ScaleKind.STD, 0.1, false), 0, 1)
                .parameters();
        SameDiffModel model = new SameDiffModel(task, start);
        model.train(epochs);
        try (Stack stack = new Stack(task, DataOrder.natural(), 0)) {
            stack.write(0, start);
            for (int step = 0; step < epochs * task.updatesPerEpoch(); step++) {
                stack.step(step);
            }
            for (int layer = 0; layer < start.size(); layer++) {
                assertThat(model.weights().get(layer))
                        .containsExactly(stack.read(0).get(layer), within(1e-4));
                assertThat(stack.read(0).get(layer)).isNotEqualTo(start.get(layer));
            }
        }
    }

    /** A convolution, or Adam, silently left out would be timed as something that it is not. */
    @ParameterizedTest
    @CsvSource({
        "digits-cnn, convolution",
        "digits-lstm, lstm",
        "digits-mlp-selu-d4, selu",
        "xor-2-2-1-momentum, gradient descent"
    })
    void whatItCannotBuildIsRefused(String name, String reason) {
        Task task = Tasks.uncalibrated(name);
        List<double[]> start = Starts.of(task, new ArmDescription("normal", ScaleKind.STD, 0.1, false), 0, 1)
                .parameters();
        assertThatExceptionOfType(UsageException.class)
                .isThrownBy(() -> new SameDiffModel(task, start))
                .withMessageContaining("'" + name + "'")
                .withMessageContaining(reason);
    }
}
