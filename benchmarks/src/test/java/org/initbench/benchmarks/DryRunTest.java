package org.initbench.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.initbench.cli.ExitCodes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a study would take is said before anything is trained, and what does not fit is refused. */
class DryRunTest {

    private static final String OFF_HEAP = "org.bytedeco.javacpp.maxbytes";

    @TempDir
    private Path folder;

    private Path study;

    @BeforeEach
    void writeStudy() throws IOException {
        study = Files.writeString(folder.resolve("small.yaml"), SmallStudy.named("small"));
    }

    /** Otherwise the machine would swap, or the process be killed, after an hour. */
    @Test
    void aStudyThatDoesNotFitIntoMemoryIsRefusedAtOnce() throws IOException {
        Files.writeString(study, SmallStudy.named("small").replace("encoder-10-5-10", "digits-mlp-tanh"));
        Path output = folder.resolve("out");
        String before = System.getProperty(OFF_HEAP, "");
        System.setProperty(OFF_HEAP, "900k");
        try {
            Program program = Program.run("run", study.toString(), "--output", output.toString());
            assertThat(program.exitCode()).as("the machine's, not the user's").isEqualTo(ExitCodes.FAILURE);
            assertThat(program.err()).contains("digits-mlp-tanh", "MiB", "lower workers");
        } finally {
            if (before.isEmpty()) {
                System.clearProperty(OFF_HEAP);
            } else {
                System.setProperty(OFF_HEAP, before);
            }
        }
        assertThat(output).doesNotExist();
    }

    /** Zero once, and two random starts of three replicates; nothing may be left behind, neither there nor here. */
    @Test
    void aDryRunSaysWhatWouldBeDoneAndWritesNothing() throws IOException {
        Path output = folder.resolve("out");
        Set<Path> before = everything();
        Program program = Program.run("run", study.toString(), "--dry-run", "--output", output.toString());
        assertThat(program.exitCode()).isEqualTo(ExitCodes.DONE);
        assertThat(program.out())
                .containsPattern("task +cells +models +stack +time +memory\n")
                .containsPattern("encoder-10-5-10 +3 +7 +\\d+ +0:\\d\\d:\\d\\d +\\d+\\.\\d MiB\n")
                .containsPattern("timings +0:00:05\n")
                .containsPattern("in all +3 +7 +0:\\d\\d:\\d\\d +\\d+\\.\\d MiB\n")
                .doesNotContain("time limit");
        assertThat(everything()).isEqualTo(before);
    }

    private Set<Path> everything() throws IOException {
        Set<Path> all = new TreeSet<>();
        for (Path root : List.of(folder, Program.root().resolve("reports/local"))) {
            if (Files.isDirectory(root)) {
                try (Stream<Path> files = Files.walk(root)) {
                    files.forEach(all::add);
                }
            }
        }
        return all;
    }

    /** An hour that becomes a day is refused in the first seconds; the table says where the time goes. */
    @Test
    void aStudyThatWouldTakeTooLongIsRefused() throws IOException {
        Files.writeString(study, SmallStudy.named("small") + "time_limit: 1 s\n");
        Path output = folder.resolve("out");
        Program program = Program.run("run", study.toString(), "--output", output.toString());
        assertThat(program.exitCode()).isEqualTo(ExitCodes.USAGE);
        assertThat(program.err())
                .containsPattern("'small' is expected to take 0:\\d\\d:\\d\\d on this machine")
                .contains("time_limit of 0:00:01", "lower its replicates", "raise the limit", "--dry-run");
        assertThat(output).doesNotExist();
        Program dry = Program.run("run", study.toString(), "--dry-run");
        assertThat(dry.exitCode()).isEqualTo(ExitCodes.DONE);
        assertThat(dry.out()).contains("encoder-10-5-10", "time limit: 0:00:01, so that it would not be run");
    }

    /** What cannot be run must not look as if it were predicted. */
    @Test
    void aDryRunNamesWhatIsSkipped() throws IOException {
        Files.writeString(
                study, SmallStudy.named("small").replace("  - zero\n", "  - zero\n  - {name: fixup, scales: [1]}\n"));
        Program program = Program.run("run", study.toString(), "--dry-run");
        assertThat(program.out()).contains("not run: fixup on encoder-10-5-10: ");
    }
}
