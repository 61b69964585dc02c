package org.initbench.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.initbench.cli.ExitCodes;
import org.initbench.cli.Initbench;
import org.initbench.task.Calibration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code calibrate} does to its table, with rates that are given and not found. */
class CalibrateCommandTest {

    private static final String HOME = "initbench.home";
    private static final String HEADER = String.join(",", Calibration.COLUMNS) + "\n";
    private static final String OTHER = "digits-logistic,0.1,3.5,0.1,1.5,true,30.0\n";

    @TempDir
    private Path home;

    private final List<String> asked = new ArrayList<>();
    private final StringWriter err = new StringWriter();
    private String homeBefore = "";
    private Path table = Path.of("");

    @BeforeEach
    void makeTable() throws IOException {
        homeBefore = System.getProperty(HOME, "");
        System.setProperty(HOME, home.toString());
        Path folder = Files.createDirectories(home.resolve("src/main/resources/org/initbench/task"));
        table = Files.writeString(folder.resolve(Calibration.FILE), HEADER + OTHER);
    }

    @AfterEach
    void leaveHome() {
        if (homeBefore.isEmpty()) {
            System.clearProperty(HOME);
        } else {
            System.setProperty(HOME, homeBefore);
        }
    }

    private static Calibration.Row row(String task) {
        return new Calibration.Row(task, 0.5, 2, 0.1, 1.25, true, 25);
    }

    private int calibrate(String line) {
        CalibrateCommand command = new CalibrateCommand((task, seed, workers) -> {
            asked.add(task);
            if (task.equals("wine-mlp-tanh")) {
                throw new IllegalStateException("the power fails");
            }
            return List.of(row(task));
        });
        PrintWriter out = new PrintWriter(new StringWriter());
        return Initbench.commandLine(out, new PrintWriter(err, true), command)
                .execute(("calibrate " + line).split(" "));
    }

    private List<Calibration.Row> rows() throws IOException {
        try (InputStream in = Files.newInputStream(table)) {
            return Calibration.read(in);
        }
    }

    /** An hour's work would be lost with the last task's failure. */
    @Test
    void whatWasFoundBeforeAFailureIsInTheTable() throws IOException {
        assertThat(calibrate("iris-mlp-tanh wine-mlp-tanh")).isEqualTo(ExitCodes.FAILURE);
        assertThat(rows()).extracting(Calibration.Row::task).containsExactly("digits-logistic", "iris-mlp-tanh");
        assertThat(rows().get(1)).isEqualTo(row("iris-mlp-tanh"));
    }

    /** Two chosen rates of one task: which one holds would be chance. */
    @Test
    void aTaskNamedTwiceIsCalibratedOnce() throws IOException {
        assertThat(calibrate("iris-mlp-tanh digits-logistic iris-mlp-tanh")).isEqualTo(ExitCodes.DONE);
        assertThat(asked).containsExactly("iris-mlp-tanh", "digits-logistic");
        assertThat(rows()).containsExactly(row("iris-mlp-tanh"), row("digits-logistic"));
        assertThat(calibrate("iris-mlp-tanh")).isEqualTo(ExitCodes.DONE);
        assertThat(rows()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"--workers 0 iris-mlp-tanh", "--workers -2 iris-mlp-tanh", "--epochs --workers 0 xor-2-2-1"})
    void noWorkersAreRefused(String line) throws IOException {
        assertThat(calibrate(line)).isEqualTo(ExitCodes.USAGE);
        assertThat(err.toString()).contains("at least 1 stack must be trained at a time");
        assertThat(asked).isEmpty();
        assertThat(rows()).hasSize(1);
    }

    /** A name that cannot be calibrated must not be found out after an hour's work on those before it. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "iris-mlp-tanh linear-chain-2|task 'linear-chain-2' has its learning rate and budget fixed by its definition",
                "iris-mlp-tanh xor-2-2-1|task 'xor-2-2-1' has its learning rate and budget fixed by its definition",
                "iris-mlp-tanh digits-mlp-relu-w1|has the learning rate and budget of 'digits-mlp-relu'",
                "iris-mlp-tanh wine|did you mean 'wine-mlp-tanh'?",
                "--epochs iris-mlp-tanh wine|did you mean 'wine-mlp-tanh'?"
            })
    void aTaskThatCannotBeCalibratedIsRefusedFirst(String line, String message) {
        assertThat(calibrate(line)).isEqualTo(ExitCodes.USAGE);
        assertThat(err.toString()).contains(message);
        assertThat(asked).isEmpty();
    }

    @Test
    void thereMustBeATableToWriteTo() throws IOException {
        Files.delete(table);
        assertThat(calibrate("iris-mlp-tanh")).isEqualTo(ExitCodes.USAGE);
        assertThat(err.toString()).contains("does not exist", "source tree");
        assertThat(asked).isEmpty();
    }
}
