package org.initbench.task;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Does an all-equal network end where a network of one unit a layer ends? Only if nothing else differs can that be asked. */
class OneUnitControlsTest {

    private static final String CONTROLS = """
            xor-2-1-1, xor-2-2-1
            encoder-10-1-10, encoder-10-5-10
            digits-mlp-sigmoid-w1, digits-mlp-sigmoid
            digits-mlp-tanh-w1, digits-mlp-tanh
            digits-mlp-relu-w1, digits-mlp-relu
            digits-cnn-w1, digits-cnn
            digits-lstm-w1, digits-lstm
            """;

    @ParameterizedTest
    @CsvSource(textBlock = CONTROLS)
    void aControlIsItsTaskButForTheWidth(String name, String base) {
        Task control = Tasks.byName(name);
        Task task = Tasks.byName(base);
        Task renamed = new Task(
                task.name(),
                task.description(),
                task.kind(),
                control.data(),
                task.network(),
                control.loss(),
                control.optimizer(),
                control.learningRate(),
                control.gradientClip(),
                control.batchSize(),
                control.evaluationSamples(),
                control.criterion(),
                control.drawnBiases(),
                control.precision(),
                control.budgetEpochs());
        assertThat(renamed.describe()).isEqualTo(task.describe());
        assertThat(control.learningRate()).as("calibrated, not asked for anew").isFinite();
        assertThat(Tasks.controlled(name)).isEqualTo(Optional.of(base));
        assertThat(control.describe().controlOf()).isEqualTo(base);
        assertThat(Tasks.calibratedNames()).doesNotContain(name);
        assertThat(Tasks.description(name)).contains(base);
    }

    /** The same layers in the same order, each hidden matrix of one unit, and the output as wide as the task's. */
    @ParameterizedTest
    @CsvSource(textBlock = CONTROLS)
    void aControlHasOneUnitALayer(String name, String base) {
        TaskDescription control = Tasks.byName(name).describe();
        TaskDescription task = Tasks.byName(base).describe();
        assertThat(control.layers().stream().map(layer -> layer.kind() + layer.activation()))
                .containsExactlyElementsOf(task.layers().stream()
                        .map(layer -> layer.kind() + layer.activation())
                        .toList());
        List<MatrixDescription> matrices = control.drawnMatrices();
        int output = matrices.size() - 1;
        assertThat(matrices).hasSameSizeAs(task.drawnMatrices());
        assertThat(matrices.subList(0, output))
                .extracting(MatrixDescription::units)
                .containsOnly(1);
        assertThat(matrices.get(output).units())
                .isEqualTo(task.drawnMatrices().get(output).units());
    }

    /** Else a bundle of a task without a control could not be read by an older version, and its runs would be others. */
    @Test
    void aTaskThatIsNoControlDoesNotSpeakOfIt() throws Exception {
        ObjectMapper json = new ObjectMapper();
        assertThat(Tasks.byName("xor-2-2-1").describe().controlOf()).isNull();
        assertThat(json.writeValueAsString(Tasks.byName("xor-2-2-1").describe()))
                .doesNotContain("control");
        assertThat(json.writeValueAsString(Tasks.byName("xor-2-1-1").describe()))
                .contains("\"controlOf\":\"xor-2-2-1\"");
        assertThat(Tasks.byName("xor-2-1-1").describe().withoutProse().controlOf())
                .isNull();
    }
}
