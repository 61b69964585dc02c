package org.initbench.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.initbench.common.DataException;
import org.initbench.common.UsageException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundleWriterTest {
    @TempDir
    Path temporary;

    private Path folder;

    @BeforeEach
    void nameFolder() {
        folder = temporary.resolve("new").resolve("bundle");
    }

    @Test
    void refusesAFolderThatHoldsAnything() throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("mine.txt"), "precious");
        assertThatExceptionOfType(UsageException.class)
                .isThrownBy(() -> BundleWriter.create(folder, Samples.study(), Samples.environment()))
                .withMessageContaining("bundle is not empty");
        assertThat(names(folder)).containsExactly("mine.txt");
        assertThat(folder.resolve("mine.txt")).hasContent("precious");
    }

    @Test
    void refusesAFileAndAPathBelowAFile() throws IOException {
        Path file = Files.writeString(temporary.resolve("file"), "precious");
        for (Path wrong : List.of(file, file.resolve("below"))) {
            assertThatExceptionOfType(UsageException.class)
                    .isThrownBy(() -> BundleWriter.create(wrong, Samples.study(), Samples.environment()))
                    .withMessageContaining("output folder " + wrong);
        }
        assertThat(file).hasContent("precious");
    }

    @Test
    void anEmptyFolderWillDo() throws IOException {
        Files.createDirectories(folder);
        BundleWriter.create(folder, Samples.study(), Samples.environment());
        assertThat(names(folder)).containsExactly("environment.json", "parts", "study.yaml");
    }

    @Test
    void opensNothingButABundle() {
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> BundleWriter.open(temporary))
                .withMessageContaining("is not a bundle");
    }

    /** A block measured twice, or written over, is a measurement lost. */
    @Test
    void aBlockIsWrittenOnce() {
        BundleWriter writer = Samples.unfinished(folder);
        BundleWriter other = BundleWriter.open(folder);
        assertThat(other.hasPart("alpha-batch-1")).isTrue();
        assertThat(other.hasPart("alpha-batch-2")).isFalse();
        assertThatIllegalStateException()
                .isThrownBy(() -> Samples.writePart(other, "alpha-batch-1", Samples.batchRuns(1)));
        writer.finish(Samples.ORDER);
        assertThat(other.hasPart("alpha-batch-1")).isTrue();
        assertThatIllegalStateException()
                .isThrownBy(() -> Samples.writePart(other, "late", List.of()))
                .withMessageContaining("finished");
    }

    @Test
    void aBlockHalfWrittenAtAKillIsNotThere() throws IOException {
        BundleWriter writer = Samples.unfinished(folder);
        Path whole = folder.resolve("parts/alpha-batch-1.zip");
        byte[] bytes = Files.readAllBytes(whole);
        Files.delete(whole);
        Files.write(folder.resolve("parts/alpha-batch-1.zip.tmp"), Arrays.copyOf(bytes, bytes.length / 2));
        assertThat(writer.hasPart("alpha-batch-1")).isFalse();
        assertThat(BundleReader.read(folder).runs()).hasSize(8);
        Samples.writePart(writer, "alpha-batch-1", Samples.batchRuns(1));
        writer.finish(Samples.ORDER);
        assertThat(BundleReader.check(folder)).isEmpty();
    }

    /** A part that nobody named would be removed with the rest, and its runs with it. */
    @Test
    void finishesOnlyWithEveryPartInTheOrder() {
        BundleWriter writer = Samples.unfinished(folder);
        assertThatIllegalStateException().isThrownBy(() -> writer.finish(Samples.ORDER.subList(0, 2)));
        assertThatIllegalStateException().isThrownBy(() -> writer.finish(List.of("zeta-full-0", "gone")));
        assertThat(writer.isFinished()).isFalse();
        assertThat(BundleReader.read(folder).runs()).hasSize(11);
    }

    @Test
    void aDamagedPartStopsTheMergeAndNothingIsRemoved() throws IOException {
        BundleWriter writer = Samples.unfinished(folder);
        Path part = folder.resolve("parts/zeta-full-0.zip");
        byte[] bytes = Files.readAllBytes(part);
        bytes[bytes.length / 3] ^= 1;
        Files.write(part, bytes);
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> writer.finish(Samples.ORDER))
                .withMessageContaining("zeta-full-0.zip");
        assertThat(writer.isFinished()).isFalse();
        assertThat(names(folder.resolve("parts"))).contains("alpha-batch-0.zip", "zeta-full-0.zip");
    }

    /** A kill during the merge leaves the parts, and perhaps some merged tables; both ways lead to the same bundle. */
    @Test
    void aKilledMergeIsDoneAgain() throws IOException {
        BundleWriter writer = Samples.unfinished(folder);
        Files.writeString(folder.resolve("runs.csv"), "stale");
        Files.writeString(folder.resolve("curves.csv.gz.tmp"), "half");
        assertThat(BundleReader.read(folder).runs()).hasSize(11);
        writer.finish(Samples.ORDER);
        assertThat(BundleReader.check(folder)).isEmpty();
    }

    @Test
    void aKillBetweenManifestAndCleaningLosesNothing() throws IOException {
        Samples.unfinished(folder).finish(Samples.ORDER);
        Files.createDirectories(folder.resolve("parts"));
        Files.writeString(folder.resolve("parts/left.zip"), "left over");
        assertThat(BundleReader.check(folder)).isEmpty();
        BundleWriter.open(folder).finish(Samples.ORDER);
        assertThat(folder.resolve("parts")).doesNotExist();
        assertThat(BundleReader.read(folder).complete()).isTrue();
    }

    @Test
    void aFailingDiskIsNamedAndLeavesWhatWasThere() throws IOException {
        BundleWriter writer = Samples.unfinished(folder);
        Files.createDirectory(folder.resolve("parts/next.zip.tmp"));
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> Samples.writePart(writer, "next", Samples.batchRuns(0)))
                .withMessageContaining("next.zip");
        assertThat(writer.hasPart("next")).isFalse();
    }

    @Test
    void partsStayInTheirFolder() {
        BundleWriter writer = BundleWriter.create(folder, Samples.study(), Samples.environment());
        for (String name : List.of("../evil", "a/b", "", ".hidden", "blank name")) {
            assertThatIllegalArgumentException().isThrownBy(() -> writer.hasPart(name));
        }
    }

    @Test
    void jmhResultsAreJoinedAndOtherwiseUntouched() throws IOException {
        BundleWriter writer = Samples.unfinished(folder);
        writer.writeJmh("timing-b", "[\n    {\"score\" : 1.50, \"error\" : \"NaN\"}\n]\n");
        writer.writeJmh("zeta-full-0", "[\n    {\"a\" : 1},\n    {\"b\" : 1e-3}\n]\n");
        writer.writeJmh("empty", "[]");
        assertThatIllegalArgumentException().isThrownBy(() -> writer.writeJmh("x", "{}"));
        assertThatIllegalArgumentException().isThrownBy(() -> writer.writeJmh("x", "[1,"));
        writer.finish(Samples.ORDER);
        assertThat(folder.resolve("jmh.json"))
                .hasContent(
                        "[\n    {\"a\" : 1},\n    {\"b\" : 1e-3},\n    {\"score\" : 1.50, \"error\" : \"NaN\"}\n]\n");
        assertThat(folder.resolve("MANIFEST.sha256")).content().contains("  jmh.json\n");
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(p -> p.getFileName().toString()).sorted().toList();
        }
    }

    /** What JMH tells of Java's options holds no passwords and no folders of a person. */
    @Test
    void valuesOfJavasOptionsAreNotKept() throws IOException {
        assertThat(JmhJson.kept(
                        "[ { \"jvmArgs\" : [ \"-Dx.password=se\\\"c,r=et\", \"-Dinitbench.home=/home/me\", \"-Xmx2g\","
                                + " \"-Dorg.bytedeco.javacpp.maxbytes=0\" ], \"score\" : 1.50 } ]"))
                .isEqualTo("[ { \"jvmArgs\" : [ \"-Dx.password=...\", \"-Dinitbench.home=...\", \"-Xmx2g\","
                        + " \"-Dorg.bytedeco.javacpp.maxbytes=0\" ], \"score\" : 1.50 } ]");
    }
}
