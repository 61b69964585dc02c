package org.initbench.benchmarks.peers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class PeerTableTest {

    /** A percent sign that is not doubled makes the parser print a warning, and the description raw. */
    @Test
    void helpIsAllThatIsPrinted() {
        StringWriter out = new StringWriter();
        ByteArrayOutputStream stderr = new ByteArrayOutputStream();
        PrintStream before = System.err;
        int exitCode;
        System.setErr(new PrintStream(stderr, true, StandardCharsets.UTF_8));
        try {
            exitCode = new CommandLine(new PeerTable())
                    .setOut(new PrintWriter(out, true))
                    .execute("--help");
        } finally {
            System.setErr(before);
        }
        assertThat(exitCode).isZero();
        assertThat(out.toString()).contains("99 % error").doesNotContain("[picocli", "%%");
        assertThat(stderr.toString(StandardCharsets.UTF_8)).isEmpty();
    }
}
