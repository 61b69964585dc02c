package org.initbench.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.initbench.common.DataException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Damage is found whatever it is, and what is sound can be read all the same by whoever asks for it. */
class DamagedBundleTest {

    @TempDir
    private Path temporary;

    private Path folder;

    @BeforeEach
    void writeBundle() {
        folder = temporary.resolve("bundle");
        SampleBundles.finished(folder);
    }

    /** Every byte of every raw file is under a checksum. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "study.yaml",
                "environment.json",
                "runs.csv",
                "crossings.csv",
                "curves.csv.gz",
                "diagnostics.csv.gz",
                "MANIFEST.sha256"
            })
    void aFlippedByteAnywhereIsFoundAndItsFileNamed(String name) throws IOException {
        Path file = folder.resolve(name);
        byte[] bytes = Files.readAllBytes(file);
        for (int i = 0; i < bytes.length; i += Math.max(1, bytes.length / 40)) {
            byte[] flipped = bytes.clone();
            flipped[i] ^= 0x20;
            Files.write(file, flipped);
            assertThat(BundleReader.verify(folder))
                    .as("byte %d of %s", i, name)
                    .anyMatch(finding -> finding.contains(name));
        }
        Files.write(file, bytes);
        assertThat(BundleReader.verify(folder)).isEmpty();
    }

    /** Rows that fit each other, but not the task and the start that they name: only the identity tells. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "runs.csv|150.0,150,200.0|150.0,149,200.0|epochs_run is 150.0, but 149 updates of 1 an epoch were made",
                "runs.csv|150.0,150,200.0|150.0,150,210.0|budget is 210.0, that of the task 200.0",
                "runs.csv|nd4j,float32|nd4j,float64|precision is float64, that of the task float32",
                "study.yaml|seed: -7000000000000000001|seed: 7|its task, start, replicate and seed give run_id",
                "study.yaml|chance_loss: 0.5|chance_loss: 0.25|its task, start, replicate and seed give run_id"
            })
    void aRunOfAnotherStudyIsFoundWithoutTheManifest(String name, String from, String to, String message)
            throws IOException {
        Files.delete(folder.resolve("MANIFEST.sha256"));
        Path file = folder.resolve(name);
        String text = Files.readString(file);
        assertThat(text).contains(from);
        Files.writeString(file, text.replace(from, to));
        assertThat(BundleReader.verify(folder)).anyMatch(finding -> finding.contains(message));
    }

    @Test
    void aLostRowOfAnyTableIsFoundWithoutTheManifest() throws IOException {
        Files.delete(folder.resolve("MANIFEST.sha256"));
        Path crossings = folder.resolve("crossings.csv");
        List<String> lines = Files.readAllLines(crossings);
        Files.writeString(crossings, String.join("\r\n", lines.subList(0, lines.size() - 1)) + "\r\n");
        String id = lines.get(lines.size() - 1).split(",", -1)[0];
        assertThat(BundleReader.verify(folder))
                .anyMatch(
                        finding -> finding.contains("run " + id + ": it converged, but its headline level has no row"));
    }

    @Test
    void aMissingPartIsNamed() throws IOException {
        Path unfinished = temporary.resolve("unfinished");
        Samples.unfinished(unfinished);
        Files.delete(unfinished.resolve("parts/alpha-batch-1.zip"));
        assertThat(BundleReader.check(unfinished))
                .anyMatch(finding -> finding.contains("3 of 11 planned runs are missing; the first is task alpha-batch,"
                        + " initializer zero, none, replicate 1"));
    }

    /** A part that a failing disk damaged is measured anew; what it held is kept, and in nobody's way. */
    @ParameterizedTest
    @ValueSource(ints = {0, 8, 30, 60, 200})
    void aDamagedPartIsSetAside(int position) throws IOException {
        Path unfinished = temporary.resolve("unfinished");
        BundleWriter writer = Samples.unfinished(unfinished);
        Path part = unfinished.resolve("parts/alpha-batch-1.zip");
        byte[] bytes = Files.readAllBytes(part);
        bytes[position] ^= 0x55;
        Files.write(part, bytes);
        Files.writeString(unfinished.resolve("parts/x.jmh.json"), "[{");
        assertThat(writer.setDamagedPartsAside()).containsExactly("alpha-batch-1.zip", "x.jmh.json");
        assertThat(writer.hasPart("alpha-batch-1")).isFalse();
        assertThat(unfinished.resolve("parts/alpha-batch-1.zip.damaged")).hasBinaryContent(bytes);
        assertThat(BundleReader.read(unfinished).runs()).hasSize(8);
        Samples.writePart(writer, "alpha-batch-1", Samples.batchRuns(1));
        writer.finish(Samples.ORDER);
        assertThat(BundleReader.check(unfinished)).isEmpty();
        try (Stream<Path> files = Files.list(unfinished)) {
            assertThat(files).noneMatch(file -> file.toString().endsWith(".damaged"));
        }
    }

    /** What is wrong is left out, and everything that belongs to it; the rest is as it was. */
    @Test
    void whatIsSoundIsReadOnDemand() throws IOException {
        Bundle sound = BundleReader.read(folder);
        assertThat(sound.damage()).isEmpty();
        Path runs = folder.resolve("runs.csv");
        List<String> lines = Files.readAllLines(runs);
        Files.writeString(
                runs, Files.readString(runs).replace(lines.get(2), lines.get(2).replace("std,", "stud,")));
        byte[] diagnostics = Files.readAllBytes(folder.resolve("diagnostics.csv.gz"));
        Files.write(folder.resolve("diagnostics.csv.gz"), Arrays.copyOf(diagnostics, diagnostics.length / 2));
        assertThatExceptionOfType(DataException.class).isThrownBy(() -> BundleReader.read(folder));
        Bundle salvaged = BundleReader.salvage(folder);
        String lost = sound.runs().get(1).runId();
        assertThat(salvaged.runs())
                .isEqualTo(sound.runs().stream()
                        .filter(run -> !run.runId().equals(lost))
                        .toList());
        assertThat(salvaged.crossings())
                .isEqualTo(sound.crossings().stream()
                        .filter(crossing -> !crossing.runId().equals(lost))
                        .toList());
        assertThat(salvaged.curves())
                .isEqualTo(sound.curves().stream()
                        .filter(point -> !point.runId().equals(lost))
                        .toList());
        assertThat(salvaged.complete()).isFalse();
        assertThat(salvaged.damage())
                .anyMatch(finding -> finding.contains("runs.csv, line 3, column scale_kind: 'stud'"))
                .anyMatch(finding -> finding.contains("diagnostics.csv.gz: damaged or cut off"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"study.yaml", "environment.json", "runs.csv"})
    void withoutThatNothingCanBeSalvaged(String name) throws IOException {
        Files.delete(folder.resolve(name));
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> BundleReader.salvage(folder))
                .withMessageContaining(name + ": missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"crossings.csv", "curves.csv.gz", "diagnostics.csv.gz"})
    void withoutAnyOtherFileTheRunsAreThere(String name) throws IOException {
        Files.delete(folder.resolve(name));
        Bundle bundle = BundleReader.salvage(folder);
        assertThat(bundle.runs()).hasSize(11);
        assertThat(bundle.damage()).anyMatch(finding -> finding.contains(name + ": missing"));
    }

    @Test
    void trialsThatFailedAreInTheRecord() {
        Path other = temporary.resolve("other");
        BundleWriter writer = Samples.unfinished(other);
        Failure first =
                new Failure("2026-01-02T03:04:05Z", "convergence-zeta-full", "OutOfMemoryError: Java heap space");
        Failure second = new Failure("2026-01-02T03:05:05Z", "epoch-zeta-full-1", "two\nlines,\t\"quoted\"");
        writer.addFailure(first);
        assertThat(BundleReader.read(other).failures()).containsExactly(first);
        writer.addFailure(second);
        writer.finish(Samples.ORDER);
        assertThat(BundleReader.check(other)).isEmpty();
        assertThat(BundleReader.read(other).failures()).containsExactly(first, second);
        assertThat(second.problem()).isEqualTo("two lines, \"quoted\"");
        assertThat(other.resolve("MANIFEST.sha256")).content().contains("  failures.csv\n");
    }
}
