package org.initbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.initbench.common.DataException;
import org.initbench.common.MachineException;
import org.initbench.common.UsageException;
import org.initbench.init.Initializers;
import org.initbench.task.Tasks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.Parameters;

class InitbenchTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    /** A command that fails in the way that its argument says. */
    @picocli.CommandLine.Command(name = "fail", description = "Fails.")
    static final class FailCommand extends Command {
        @Parameters
        private String how;

        @Override
        public Integer call() {
            switch (how) {
                case "usage" -> throw new UsageException("study.yaml, line 3: unknown key 'sede'");
                case "data" -> throw new DataException("iris.csv, line 7: 4 fields instead of 5");
                case "disk" -> throw new UncheckedIOException("cannot write x: full", new IOException("full"));
                case "memory" -> throw new MachineException("3 MiB are needed, and there is 1");
                case "difference" -> out().println("they differ");
                default -> throw new IllegalStateException("a bug");
            }
            return ExitCodes.DIFFERENCE;
        }
    }

    private int run(String... args) {
        return Initbench.commandLine(new PrintWriter(out, true), new PrintWriter(err, true), new FailCommand())
                .execute(args);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "usage|2|initbench: study.yaml, line 3: unknown key 'sede'",
                "data|4|initbench: iris.csv, line 7: 4 fields instead of 5",
                "disk|1|initbench: cannot write x: full",
                "memory|1|initbench: 3 MiB are needed, and there is 1",
                "bug|1|initbench: failed: java.lang.IllegalStateException: a bug (--stacktrace shows where)"
            })
    void aFailureIsOneLineAndAnExitCode(String how, int exitCode, String line) {
        assertThat(run("fail", how)).isEqualTo(exitCode);
        assertThat(err.toString().lines()).containsExactly(line);
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void theStackTraceIsThereForWhoAsks() {
        assertThat(run("fail", "--stacktrace", "data")).isEqualTo(ExitCodes.DATA);
        assertThat(err.toString()).contains("FailCommand.call(InitbenchTest.java:");
        err.getBuffer().setLength(0);
        assertThat(run("--stacktrace", "fail", "data")).isEqualTo(ExitCodes.DATA);
        assertThat(err.toString()).contains("FailCommand.call(InitbenchTest.java:");
    }

    @Test
    void aDifferenceIsAResultOfItsOwn() {
        assertThat(run("fail", "difference")).isEqualTo(ExitCodes.DIFFERENCE);
        assertThat(out.toString().lines()).containsExactly("they differ");
        assertThat(err.toString()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "|a command is missing",
                "verfy|unknown command 'verfy'; did you mean 'verify'? Known commands: analyze, contrast, list, verify, merge, completion, fail",
                "verify|Missing required parameter: 'BUNDLE'",
                "verify --stak x|Unknown option: '--stak'; did you mean '--stacktrace'?",
                "verify a b|Unmatched argument at index 2: 'b'"
            })
    void wrongUsageSaysWhatWouldBeRight(String line, String message) {
        assertThat(run(line == null ? new String[0] : line.split(" "))).isEqualTo(ExitCodes.USAGE);
        assertThat(err.toString()).startsWith("initbench: " + message).contains("--help'.");
        assertThat(out.toString()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "-h", "verify --help", "fail -h"})
    void helpIsEverywhereAndGoesToTheOutput(String line) {
        assertThat(run(line.split(" "))).isEqualTo(ExitCodes.DONE);
        assertThat(out.toString()).startsWith("Usage: initbench").contains("3     a comparison", "--stacktrace");
        assertThat(err.toString()).isEmpty();
    }

    /** Bash itself reads the script and completes with it. */
    @Test
    @DisabledOnOs(OS.WINDOWS)
    void theShellCompletesCommands() throws Exception {
        assertThat(run("completion")).isEqualTo(ExitCodes.DONE);
        String ask = """

                COMP_WORDS=(run-benchmarks.sh ver) COMP_CWORD=1
                _complete_run-benchmarks
                printf '%s\\n' "${COMPREPLY[@]}"
                """;
        Process bash = new ProcessBuilder("bash", "-c", out + ask)
                .redirectErrorStream(true)
                .start();
        String reply = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(bash.waitFor()).as(reply).isZero();
        assertThat(reply.strip()).isEqualTo("verify");
    }

    /** The same tasks and initializers as the tables, in a form that other programs read. */
    @Test
    void theListsAreThereAsData() throws Exception {
        assertThat(run("list", "--json")).isEqualTo(ExitCodes.DONE);
        JsonNode lists = new ObjectMapper().readTree(out.toString());
        assertThat(lists.at("/tasks").findValuesAsText("name")).containsAll(Tasks.names());
        assertThat(lists.at("/tasks/0/description").asText())
                .isEqualTo(Tasks.description(Tasks.names().get(0)));
        JsonNode he = StreamSupport.stream(lists.get("initializers").spliterator(), false)
                .filter(entry -> entry.get("name").asText().equals("he-normal"))
                .findFirst()
                .orElseThrow();
        assertThat(he.get("scale").asText()).isEqualTo("gain");
        assertThat(lists.at("/forms").findValuesAsText("form"))
                .hasSize(Initializers.forms().size());
    }

    @Test
    void theVersionIsTheBuildsVersion() {
        assertThat(run("--version")).isEqualTo(ExitCodes.DONE);
        assertThat(out.toString().strip()).matches("initbench \\d+\\.\\d+\\.\\d+.*");
    }

    @Test
    void colorsAreGivenUpWhereTheUserSaysSo() {
        assertThat(Terminal.colorsAllowed(Map.of())).isTrue();
        assertThat(Terminal.colorsAllowed(Map.of("NO_COLOR", ""))).isTrue();
        assertThat(Terminal.colorsAllowed(Map.of("NO_COLOR", "1"))).isFalse();
        assertThat(Terminal.encoding()).isNotEqualTo(StandardCharsets.US_ASCII);
    }
}
