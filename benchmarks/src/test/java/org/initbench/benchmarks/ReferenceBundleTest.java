package org.initbench.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.initbench.cli.ExitCodes;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The committed bundles: they are sound, and what the README shows of the quick study is what this version makes of it. */
class ReferenceBundleTest {

    private static final Path REFERENCE = Program.root().resolve("reports/reference");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"quick", "compare/haswell", "compare/sandybridge"})
    void isSoundAndComplete(String study) {
        Program program = Program.run("verify", REFERENCE.resolve(study).toString());
        assertThat(program.exitCode()).as(program.out() + program.err()).isEqualTo(ExitCodes.DONE);
    }

    @ParameterizedTest
    @ValueSource(strings = "quick")
    void givesTheCommittedAnswers(String study) throws IOException {
        Path committed = REFERENCE.resolve(study);
        Path copy = Files.createDirectory(folder.resolve(study));
        try (Stream<Path> files = Files.list(committed)) {
            for (Path file : files.toList()) {
                Files.copy(file, copy.resolve(file.getFileName()));
            }
        }
        Files.delete(copy.resolve("answers.md"));
        assertThat(Program.run("analyze", copy.toString()).exitCode()).isEqualTo(ExitCodes.DONE);
        assertThat(copy.resolve("answers.md")).hasSameTextualContentAs(committed.resolve("answers.md"));
    }
}
