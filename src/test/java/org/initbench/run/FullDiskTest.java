package org.initbench.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A disk that is full at whichever file costs that file only. Linux has a device on which every write fails for want of room; a
 * link to it stands where the temporary file of a write would.
 */
@EnabledOnOs(OS.LINUX)
class FullDiskTest {

    @TempDir
    private Path temporary;

    private Path whole;
    private Path folder;

    @BeforeEach
    void writeWhole() {
        whole = temporary.resolve("whole");
        folder = temporary.resolve("bundle");
        Samples.unfinished(whole).finish(Samples.ORDER);
    }

    private void fill(String name) throws IOException {
        Files.createSymbolicLink(folder.resolve(name + ".tmp"), Path.of("/dev/full"));
    }

    private void assertSameBytes() {
        assertThat(BundleReader.check(folder)).isEmpty();
        for (String name :
                List.of("runs.csv", "crossings.csv", "curves.csv.gz", "diagnostics.csv.gz", "MANIFEST.sha256")) {
            assertThat(folder.resolve(name)).hasSameBinaryContentAs(whole.resolve(name));
        }
        assertThat(folder).isDirectoryNotContaining("glob:**.tmp").isDirectoryNotContaining("glob:**/parts");
    }

    /** The block is lost, the message says why, the disk gets back its room, and the next attempt succeeds. */
    @Test
    void aBlockThatDoesNotFitIsNamedAndMeasuredAgain() throws IOException {
        BundleWriter writer = BundleWriter.create(folder, Samples.study(), Samples.environment());
        Samples.writePart(writer, "zeta-full-0", Samples.fullBatchRuns());
        fill("parts/alpha-batch-0.zip");
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> Samples.writePart(writer, "alpha-batch-0", Samples.batchRuns(0)))
                .withMessageContaining("cannot write " + folder.resolve("parts/alpha-batch-0.zip"))
                .withMessageContaining("No space left on device");
        assertThat(writer.hasPart("alpha-batch-0")).isFalse();
        assertThat(Files.exists(folder.resolve("parts/alpha-batch-0.zip.tmp"), LinkOption.NOFOLLOW_LINKS))
                .isFalse();
        assertThat(BundleReader.read(folder).runs()).hasSize(5);
        Samples.writePart(writer, "alpha-batch-0", Samples.batchRuns(0));
        Samples.writePart(writer, "alpha-batch-1", Samples.batchRuns(1));
        writer.finish(Samples.ORDER);
        assertSameBytes();
    }

    @ParameterizedTest
    @ValueSource(strings = {"runs.csv", "crossings.csv", "curves.csv.gz", "diagnostics.csv.gz", "MANIFEST.sha256"})
    void aMergeThatDoesNotFitIsDoneAgain(String name) throws IOException {
        BundleWriter writer = Samples.unfinished(folder);
        fill(name);
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> writer.finish(Samples.ORDER))
                .withMessageContaining(name)
                .withMessageContaining("No space left on device");
        assertThat(writer.isFinished()).isFalse();
        assertThat(BundleReader.read(folder).runs()).as("nothing is lost").hasSize(11);
        BundleWriter.open(folder).finish(Samples.ORDER);
        assertSameBytes();
    }
}
