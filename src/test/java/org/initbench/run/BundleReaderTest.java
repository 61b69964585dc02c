package org.initbench.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.initbench.common.DataException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Damage of every kind is found, and named by file and line. */
class BundleReaderTest {
    @TempDir
    Path temporary;

    private Path folder;

    @BeforeEach
    void writeBundle() {
        folder = temporary.resolve("bundle");
        Samples.unfinished(folder).finish(Samples.ORDER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "study.yaml",
                "environment.json",
                "runs.csv",
                "crossings.csv",
                "curves.csv.gz",
                "diagnostics.csv.gz"
            })
    void aFlippedBitIsFoundByTheManifest(String name) throws IOException {
        Path file = folder.resolve(name);
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
        assertDamage(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "study.yaml",
                "environment.json",
                "runs.csv",
                "crossings.csv",
                "curves.csv.gz",
                "diagnostics.csv.gz"
            })
    void aMissingFileIsNamed(String name) throws IOException {
        Files.delete(folder.resolve(name));
        assertDamage(name + ": missing");
    }

    @Test
    void aFolderThatIsNoBundleIsSaidToBeNone() {
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> BundleReader.read(temporary))
                .withMessageContaining("study.yaml: missing; is " + temporary + " a bundle?");
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> BundleReader.read(temporary.resolve("gone")))
                .withMessageContaining("no such folder");
    }

    /** Without a manifest nothing but the rows themselves can show the damage. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "run_id,task|run_id,tusk|line 1: the header",
                "r1,zeta-full,normal,std|r1,zeta-full,normal|line 3: 23 fields instead of 24",
                "r1,zeta-full|r0,zeta-full|line 3: run_id r0 is there twice",
                "r1,zeta-full|r1,zeta-fool|line 3: the study has no run of task zeta-fool",
                "normal,std,0.3162|normal,std,0.3163|line 3: the study has no run of",
                "0.31622776601683794,1.0E-4,task,1,|0.31622776601683794,1.0E-4,task,0,|line 5: a second run of",
                "normal,std,0.31622776601683794|normal,stud,0.31622776601683794|column scale_kind: 'stud' where std",
                "normal,std,0.31622776601683794|normal,std,-0.3|column scale: -0.3 where a positive number",
                "normal,std,0.31622776601683794|normal,std,|column scale: empty for scale_kind std",
                "normal,std,0.31622776601683794|normal,std,abc|column scale: 'abc' where a number is expected",
                "zero,none,|zero,none,0.1|column scale: must be empty for scale_kind none",
                "converged,none,12.25|converged,none,|line 3, column epochs: empty for outcome converged",
                "converged,none,12.25|diverged,none,12.25|column epochs: must be empty for outcome diverged",
                "converged,none,12.25|converged,none,151|column epochs: 151.0 where 0 to epochs_run 150.25",
                "converged,none,12.25|CONVERGED,none,12.25|column outcome: 'CONVERGED' where converged",
                "12.25,150.25,601|12.25,150.25,-1|column steps_run: '-1' where a whole number from 0",
                "12.25,150.25,601|12.25,150.25,6.5|column steps_run: '6.5' where a whole number",
                "0.6666666666666666|1.6666666666666666|column signs_kept: '1.6666666666666666' where a number from 0.0",
                "0.6666666666666666|0,6666666666666666|25 fields instead of 24",
                "task,1,nd4j,|task,1,reference,|line 5, column engine: 'reference' where the study's, 'nd4j', is expected",
                "00000000000000aa||column initial_digest: empty where a value is expected",
                "4.9E-324|0x1p-3|column final_loss: '0x1p-3' where a number is expected"
            })
    void aWrongRowIsNamedByLineAndColumn(String from, String to, String message) throws IOException {
        edit("runs.csv", text -> text.replaceFirst(Pattern.quote(from), to == null ? "" : to));
        assertDamage(message);
    }

    @Test
    void everyCutIsFoundEvenWithoutAManifest() throws IOException {
        Files.delete(folder.resolve("MANIFEST.sha256"));
        for (String name : new String[] {"runs.csv", "curves.csv.gz", "diagnostics.csv.gz"}) {
            byte[] whole = Files.readAllBytes(folder.resolve(name));
            for (int kept : new int[] {0, 5, whole.length / 2, whole.length - 3, whole.length - 1}) {
                Files.write(folder.resolve(name), Arrays.copyOf(whole, kept));
                assertDamage(name);
            }
            Files.write(folder.resolve(name), whole);
        }
        assertThat(BundleReader.read(folder).complete()).isTrue();
    }

    /** Rows lost at a line's end leave a file that looks sound: the study knows what should be there. */
    @Test
    void lostRowsMakeTheBundleIncomplete() throws IOException {
        edit("runs.csv", text -> text.substring(0, text.indexOf("b01")));
        edit("crossings.csv", text -> text.substring(0, text.indexOf("b11")));
        Files.write(folder.resolve("curves.csv.gz"), gzip("run_id,epoch,loss,metric\r\n"));
        Files.write(folder.resolve("diagnostics.csv.gz"), gzip("run_id,epoch,quantity,layer,value\r\n"));
        assertThat(BundleReader.read(folder).complete()).isFalse();
        assertThat(BundleReader.check(folder)).first().asString().contains("3 of 11 planned runs are missing");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "r1,fifth|rx,fifth|line 2: no run has run_id rx",
                "r1,fifth|r1,sixth|line 2, column level: 'sixth' where one of [half, fifth] is expected",
                "r2,fifth,0.0|r1,half,1.0\\r\\nr1,half,1.0|line 4: run r1 reaches level half twice",
                "r1,fifth,12.25|r1,fifth,12.5|line 2: run r1 reaches the headline level at epoch 12.5",
                "r1,fifth,12.25|r1,half,-1|line 2, column epoch: '-1' where a finite number of at least 0"
            })
    void aWrongCrossingIsNamed(String from, String to, String message) throws IOException {
        edit("crossings.csv", text -> text.replace(from, to.replace("\\r\\n", "\r\n")));
        assertDamage("crossings.csv, " + message);
    }

    @Test
    void aWrongCurveIsNamed() throws IOException {
        Files.delete(folder.resolve("MANIFEST.sha256"));
        String rows = "run_id,epoch,loss,metric\r\nr1,0.0,1.0,1.0\r\nr1,0.0,1.0,1.0\r\nrx,0.0,1.0,1.0\r\n";
        Files.write(folder.resolve("curves.csv.gz"), gzip(rows));
        assertThat(BundleReader.check(folder))
                .anyMatch(f -> f.contains("curves.csv.gz, line 3: the curve of run r1 goes back"))
                .anyMatch(f -> f.contains("curves.csv.gz, line 4: no run has run_id rx"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rx,0.0,spread,0,1.0|line 2: no run has run_id rx",
                "r1,0.0,spred,0,1.0|line 2, column quantity: 'spred' where one of [units, ",
                "r1,0.0,spread,2,1.0|line 2, column layer: 2 where 0 to 1 is expected",
                "r1,0.0,spread,-1,1.0|line 2, column layer: '-1' where a whole number",
                "r1,151.0,spread,0,1.0|line 2, column epoch: 151.0 where the run ended at 150.25",
                "r1,0.0,spread,0,wide|line 2, column value: 'wide' where a number",
                "r1,0.0,spread,0,1.0\\r\\nr1,0.0,spread,0,2.0|line 3: the diagnostics of run r1 are not in the order"
            })
    void aWrongDiagnosticIsNamed(String rows, String message) throws IOException {
        Files.delete(folder.resolve("MANIFEST.sha256"));
        String text = "run_id,epoch,quantity,layer,value\r\n" + rows.replace("\\r\\n", "\r\n") + "\r\n";
        Files.write(folder.resolve("diagnostics.csv.gz"), gzip(text));
        assertDamage("diagnostics.csv.gz, " + message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "schema: 3|schema: 4|version 4 was written by a newer initbench",
                "schema: 3|schema: one|key schema: the version of the format is expected",
                "workers: 2|workers: 2\\nworker: 2|unknown key 'worker'; did you mean 'workers'?",
                "workers: 2|workers: 2\\nworkers: 3|Duplicate",
                "replicates: 2|replicates: 2.5|key replicates",
                "replicates: 2|replicates: two|replicates",
                "name: tiny|# nothing|key name: missing",
                "workers: 2|# nothing|key workers: missing",
                "metric: accuracy|# nothing|key tasks[0].metric: missing",
                "name: tiny|name: !!javax.script.ScriptEngineManager []|study.yaml",
                "name: tiny|name: [|study.yaml, line"
            })
    void aWrongStudyIsNamedByKey(String from, String to, String message) throws IOException {
        edit("study.yaml", text -> text.replaceFirst(Pattern.quote(from), to.replace("\\n", "\n")));
        assertDamage(message);
    }

    @Test
    void aManifestThatNamesOtherFoldersIsRefused() throws IOException {
        Path manifest = folder.resolve("MANIFEST.sha256");
        String text = Files.readString(manifest).replace("runs.csv", "../runs.csv");
        Files.writeString(manifest, text);
        assertDamage("MANIFEST.sha256, line 3: '");
        assertDamage("does not name runs.csv");
    }

    @Test
    void timingsArePerModelAndLenientAboutNaN() throws IOException {
        Files.writeString(folder.resolve("jmh.json"), resource("jmh.json"));
        Files.delete(folder.resolve("MANIFEST.sha256"));
        assertThat(BundleReader.read(folder).timings())
                .containsExactly(
                        new EpochTiming("zeta-full", 1, 100.5, Double.NaN, 1),
                        new EpochTiming("zeta-full", 64, 12.5, 0.25, 6),
                        new EpochTiming("alpha-batch", 16, 2000, 62.5, 2));
    }

    @Test
    void costsOfDenseNetworksArePerModel() throws IOException {
        Files.writeString(folder.resolve("jmh.json"), resource("jmh.json"));
        Files.delete(folder.resolve("MANIFEST.sha256"));
        assertThat(BundleReader.read(folder).costs())
                .containsExactly(new CostTiming(32, 2, 16, 8, 10, 2), new CostTiming(8, 1, 4, 1, 3000, Double.NaN));
    }

    /** 3 s for 200 epochs of a model are 15 ms, 2 s for 500 are 4 ms; what trained no epoch, or does not tell, is left out. */
    @Test
    void blocksArePerModelAndEpoch() throws IOException {
        Files.writeString(folder.resolve("jmh.json"), resource("jmh.json"));
        Files.delete(folder.resolve("MANIFEST.sha256"));
        assertThat(BundleReader.read(folder).blocks())
                .containsExactly(new BlockTiming("alpha-batch", List.of(15_000.0, 4_000.0)));
    }

    @Test
    void aPointOfTheCostSweepThatIsNoneIsRefused() throws IOException {
        Files.writeString(folder.resolve("jmh.json"), resource("jmh.json").replace("32/2/16/8", "32/2/16/0"));
        Files.delete(folder.resolve("MANIFEST.sha256"));
        assertDamage("jmh.json, entry 6: params.point is not width/depth/batch/stack");
    }

    @Test
    void aTimingInAnotherUnitIsRefused() throws IOException {
        Files.writeString(folder.resolve("jmh.json"), resource("jmh.json").replace("us/op", "ops/s"));
        Files.delete(folder.resolve("MANIFEST.sha256"));
        assertDamage("jmh.json, entry 2: AverageTime in ns/op");
    }

    private void assertDamage(String message) {
        assertThatExceptionOfType(DataException.class).isThrownBy(() -> BundleReader.read(folder));
        assertThat(BundleReader.check(folder)).anyMatch(finding -> finding.contains(message));
    }

    private void edit(String name, UnaryOperator<String> change) throws IOException {
        Files.deleteIfExists(folder.resolve("MANIFEST.sha256"));
        Path file = folder.resolve(name);
        String before = Files.readString(file);
        String after = change.apply(before);
        assertThat(after).isNotEqualTo(before);
        Files.writeString(file, after);
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static String resource(String name) throws IOException {
        try (var in = BundleReaderTest.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
