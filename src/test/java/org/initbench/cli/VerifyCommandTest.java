package org.initbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.initbench.run.SampleBundles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path temporary;

    private Path bundle;

    @BeforeEach
    void writeBundle() {
        bundle = temporary.resolve("bundle");
        SampleBundles.finished(bundle);
    }

    @Test
    void aSoundBundlePasses() {
        assertThat(verify(bundle)).isEqualTo(ExitCodes.DONE);
        assertThat(out.toString()).contains("sound and complete: study tiny, 11 runs");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void everyFindingIsNamed() throws IOException {
        Path runs = bundle.resolve("runs.csv");
        String text = Files.readString(runs);
        Files.writeString(
                runs,
                text.replaceFirst("zeta-full,normal", "zeta-fool,normal")
                        .replace("diverged,exploded,,", "diverged,exploded,1,"));
        assertThat(verify(bundle)).isEqualTo(ExitCodes.DATA);
        assertThat(out.toString())
                .contains("runs.csv: changed since it was written")
                .contains("runs.csv, line 2, column epochs")
                .contains("runs.csv, line 3: the study has no run of task zeta-fool");
        assertThat(err.toString()).contains("findings in " + bundle);
    }

    @Test
    void anUnfinishedBundleIsNotSound() {
        Path unfinished = temporary.resolve("unfinished");
        SampleBundles.unfinished(unfinished);
        assertThat(verify(unfinished)).isEqualTo(ExitCodes.DATA);
        assertThat(out.toString()).contains("incomplete: 6 of 11 planned runs are missing");
    }

    @Test
    void aFolderThatIsNotThereIsMissingData() {
        assertThat(verify(temporary.resolve("gone"))).isEqualTo(ExitCodes.DATA);
        assertThat(out.toString()).contains("no such folder");
    }

    private int verify(Path folder) {
        return Initbench.commandLine(new PrintWriter(out, true), new PrintWriter(err, true))
                .execute("verify", folder.toString());
    }
}
