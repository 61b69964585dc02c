package org.initbench.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.initbench.cli.ExitCodes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The committed bundle of the quick study: what the README shows must be what this version makes of it. */
class ReferenceBundleTest {

    private static final Path REFERENCE = Program.root().resolve("reports/reference/quick");

    @TempDir
    private Path folder;

    @Test
    void isSoundAndComplete() {
        Program program = Program.run("verify", REFERENCE.toString());
        assertThat(program.exitCode()).as(program.out() + program.err()).isEqualTo(ExitCodes.DONE);
    }

    @Test
    void givesTheCommittedAnswers() throws IOException {
        Path copy = Files.createDirectory(folder.resolve("quick"));
        try (Stream<Path> files = Files.list(REFERENCE)) {
            for (Path file : files.toList()) {
                Files.copy(file, copy.resolve(file.getFileName()));
            }
        }
        Files.delete(copy.resolve("answers.md"));
        assertThat(Program.run("analyze", copy.toString()).exitCode()).isEqualTo(ExitCodes.DONE);
        assertThat(copy.resolve("answers.md")).hasSameTextualContentAs(REFERENCE.resolve("answers.md"));
    }
}
