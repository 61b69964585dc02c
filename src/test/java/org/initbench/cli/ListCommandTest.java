package org.initbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.initbench.init.Initializer;
import org.initbench.init.Initializers;
import org.initbench.task.Calibration;
import org.initbench.task.Tasks;
import org.junit.jupiter.api.Test;

/** Whoever writes a study must find every name it can use, and what a scale means. */
class ListCommandTest {

    @Test
    void everythingThatAStudyCanNameIsListed() {
        StringWriter out = new StringWriter();
        int exitCode = Initbench.commandLine(new PrintWriter(out, true), new PrintWriter(new StringWriter()))
                .execute("list");
        assertThat(exitCode).isEqualTo(ExitCodes.DONE);
        assertThat(out.toString()).contains(Tasks.names());
        for (Initializer initializer : Initializers.all()) {
            assertThat(out.toString())
                    .containsPattern(
                            initializer.name() + " +" + initializer.scaleKind().label());
        }
        assertThat(out.toString()).contains("duplicated:UNITS:RULE", "one-layer:2:normal");
        String unwrapped = out.toString().replaceAll("\\s+", " ");
        for (String name : Tasks.optionalNames()) {
            if (Calibration.chosen(name).isEmpty()) {
                assertThat(unwrapped)
                        .as("what a study needs before it can name it")
                        .contains("first: calibrate " + name);
            }
        }
        assertThat(unwrapped).contains("rate 0.005, budget 20000 epochs and headline, 1 % of");
        assertThat(out.toString().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100));
    }
}
