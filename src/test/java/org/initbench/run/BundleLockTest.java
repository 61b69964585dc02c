package org.initbench.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.initbench.common.UsageException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two processes that measure into one bundle would train every block twice and fail each other's writes. */
class BundleLockTest {

    @TempDir
    private Path temporary;

    private Path folder;

    @BeforeEach
    void nameFolder() {
        folder = temporary.resolve("bundle");
    }

    /** Takes the lock of a bundle in a process of its own, says so, and holds it until its input ends. */
    public static final class Holder {
        private Holder() {}

        /** The argument is the bundle. */
        public static void main(String[] arguments) throws IOException {
            try (BundleLock lock = BundleWriter.open(Path.of(arguments[0])).lock()) {
                System.out.println("held");
                System.out.flush();
                System.in.read();
            }
        }
    }

    private Process holder() throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path", ""),
                        Holder.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        byte[] said = process.getInputStream().readNBytes(4);
        assertThat(new String(said, StandardCharsets.UTF_8)).isEqualTo("held");
        return process;
    }

    @Test
    void anotherProcessIsRefusedAndToldWhoMeasures() throws Exception {
        BundleWriter writer = Samples.unfinished(folder);
        Process process = holder();
        assertThatExceptionOfType(UsageException.class)
                .isThrownBy(writer::lock)
                .withMessageContaining(
                        "another process is measuring into " + folder + " (process " + process.pid() + " on ")
                .withMessageContaining("--output");
        process.getOutputStream().close();
        assertThat(process.waitFor()).isZero();
        writer.lock().close();
    }

    /** What a killed process leaves behind must not be an obstacle, nor be taken for a bundle's end. */
    @Test
    void theLockOfAKilledProcessIsNoObstacle() throws Exception {
        BundleWriter writer = Samples.unfinished(folder);
        Process process = holder();
        process.destroyForcibly().waitFor();
        assertThat(folder.resolve(".lock")).content().startsWith("process " + process.pid());
        try (BundleLock lock = writer.lock()) {
            assertThat(folder.resolve(".lock"))
                    .content()
                    .startsWith("process " + ProcessHandle.current().pid());
            writer.finish(Samples.ORDER);
            assertThat(writer.isEnded()).as("sealed, but not analysed yet").isFalse();
            lock.end();
        }
        assertThat(writer.isEnded()).isTrue();
        assertThat(folder.resolve(".lock")).doesNotExist();
        assertThat(BundleReader.check(folder)).isEmpty();
    }

    @Test
    void oneProcessHasItOnce() {
        BundleWriter writer = Samples.unfinished(folder);
        try (BundleLock lock = writer.lock()) {
            assertThatExceptionOfType(UsageException.class)
                    .isThrownBy(writer::lock)
                    .withMessageContaining("another process is measuring into " + folder + " (this one)");
        }
        writer.lock().close();
    }

    /** An orphan that trains on while the study is resumed would write blocks that are counted as missing. */
    @Test
    void aProcessThatStillTrainsIsWaitedFor() throws Exception {
        BundleWriter writer = Samples.unfinished(folder);
        BundleLock orphan = writer.lockForTraining();
        Thread end = new Thread(() -> {
            try {
                Thread.sleep(500);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            orphan.close();
        });
        long begun = System.nanoTime();
        end.start();
        writer.lock().close();
        assertThat((System.nanoTime() - begun) / 1e9).isGreaterThan(0.4);
        end.join();
    }

    /** Killed while it makes a bundle, a process leaves files that are no bundle: the same command must begin anew. */
    @Test
    void aBundleThatWasOnlyBegunIsBegunAnew() throws IOException {
        byte[] hypotheses = "hypotheses: []\n".getBytes(StandardCharsets.UTF_8);
        for (String last :
                List.of(".lock", "parts", "environment.json", "shard.json", "hypotheses.yaml.tmp", "study.yaml.tmp")) {
            Path begun = temporary.resolve("begun-" + last);
            BundleFolder.claim(begun).close();
            for (String name : List.of("environment.json", "shard.json", "hypotheses.yaml.tmp", "study.yaml.tmp")) {
                if (name.compareTo(last) <= 0) {
                    Files.writeString(begun.resolve(name), "half");
                }
            }
            try (BundleLock lock = BundleFolder.claim(begun)) {
                BundleWriter writer = BundleWriter.create(begun, Samples.study(), Samples.environment(), hypotheses);
                Samples.writeParts(writer);
                writer.finish(Samples.ORDER);
                lock.end();
            }
            assertThat(BundleReader.check(begun)).as(last).isEmpty();
            assertThat(begun.resolve("shard.json")).doesNotExist();
        }
    }

    /** A user's own files make a folder his, whatever else lies there. */
    @Test
    void aFolderThatHoldsAnythingElseIsNotTouched() throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("environment.json"), "mine");
        assertThatExceptionOfType(UsageException.class)
                .isThrownBy(() -> BundleFolder.claim(folder))
                .withMessageContaining("is not empty");
        assertThat(folder.resolve(".lock")).doesNotExist();
        Files.writeString(folder.resolve(".lock"), "");
        Files.writeString(folder.resolve("thesis.txt"), "years of work");
        assertThatExceptionOfType(UsageException.class).isThrownBy(() -> BundleFolder.claim(folder));
        assertThat(folder.resolve("environment.json")).hasContent("mine");
    }
}
