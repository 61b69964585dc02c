package org.initbench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.initbench.task.Tasks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A reader who cannot see what was trained cannot use the answer. */
class ArchitectureNamesTest {

    static List<String> tasks() {
        return Tasks.names();
    }

    private static String architecture(String task) {
        return Names.architecture(Tasks.uncalibrated(task).describe());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "xor-2-2-1|2–2–1",
                "breast-cancer-logistic|30–2",
                "digits-mlp-tanh|64–32–10",
                "digits-mlp-relu-d4|64–32×4–10",
                "digits-mlp-relu-d30-residual|64–32–(residual [dense, dense])×14–32–10",
                "digits-mlp-relu-d30-batchnorm|64–(32–batch-normalization–relu)×30–10",
                "digits-cnn|8x8x1–convolution 8x8x8–max-pooling 4x4x8–convolution 4x4x16–max-pooling 2x2x16–10",
                "digits-lstm|8x1x8–lstm 32–10",
            })
    void layersAreNamedFromInputToOutput(String task, String architecture) {
        assertThat(architecture(task)).isEqualTo(architecture);
    }

    /** Thirty layers in a cell of a table push everything else off the page. */
    @ParameterizedTest
    @MethodSource("tasks")
    void everyTaskFitsIntoTwoLines(String task) {
        String architecture = architecture(task);
        assertThat(architecture)
                .startsWith(Tasks.uncalibrated(task).network().input() + "–")
                .hasSizeLessThan(200)
                .doesNotContain("  ", "[]", "epsilon");
    }

    /** Two networks that read the same could be taken for one. */
    @Test
    void networksOfDifferentLayersReadDifferently() {
        assertThat(List.of("digits-rnn", "digits-lstm", "digits-gru", "digits-cnn", "digits-cnn-deep"))
                .extracting(ArchitectureNamesTest::architecture)
                .doesNotHaveDuplicates();
    }

    /** A forget gate that starts open is not zero. */
    @Test
    void biasesThatDoNotStartAtZeroAreNamed() {
        assertThat(Fact.of(Tasks.uncalibrated("digits-lstm").with(0.1, 10).describe()))
                .contains(new Fact("Biases", "start at zero; at 1 in lstm, input weight, forget"));
        assertThat(Fact.of(Tasks.byName("iris-mlp-tanh").describe())).contains(new Fact("Biases", "start at zero"));
        assertThat(Fact.of(Tasks.byName("xor-2-2-1").describe())).contains(new Fact("Biases", "drawn as the weights"));
    }
}
