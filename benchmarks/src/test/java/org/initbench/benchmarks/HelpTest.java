package org.initbench.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.initbench.cli.ExitCodes;
import org.initbench.cli.Initbench;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Help with a warning of the parser's in it: a percent sign in a description must be doubled. */
class HelpTest {

    static List<List<String>> commands() {
        List<List<String>> lines = new ArrayList<>(List.of(List.of("--help")));
        PrintWriter nowhere = new PrintWriter(new StringWriter());
        Initbench.commandLine(
                        nowhere,
                        nowhere,
                        new RunCommand(),
                        new RoundingCommand(),
                        new CalibrateCommand(),
                        new AuditCommand())
                .getSubcommands()
                .keySet()
                .forEach(name -> lines.add(List.of(name, "--help")));
        return lines;
    }

    @ParameterizedTest
    @MethodSource("commands")
    void helpIsAllThatIsPrinted(List<String> line) {
        PrintStream before = System.err;
        ByteArrayOutputStream stderr = new ByteArrayOutputStream();
        Program program;
        System.setErr(new PrintStream(stderr, true, StandardCharsets.UTF_8));
        try {
            program = Program.run(line.toArray(String[]::new));
        } finally {
            System.setErr(before);
        }
        assertThat(program.exitCode()).isEqualTo(ExitCodes.DONE);
        assertThat(program.out()).startsWith("Usage: initbench").doesNotContain("[picocli");
        assertThat(program.err() + stderr.toString(StandardCharsets.UTF_8)).isEmpty();
    }
}
