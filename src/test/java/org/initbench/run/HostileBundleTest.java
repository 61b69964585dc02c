package org.initbench.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.initbench.common.DataException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A bundle that somebody made to harm whoever reads it is refused in a moment, in the memory of a test. */
@Timeout(60)
class HostileBundleTest {

    @TempDir
    private Path temporary;

    private Path folder;

    @BeforeEach
    void writeBundle() throws IOException {
        folder = temporary.resolve("bundle");
        Samples.unfinished(folder).finish(Samples.ORDER);
        Files.delete(folder.resolve("MANIFEST.sha256"));
    }

    private void assertRefused(String message) {
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> BundleReader.read(folder))
                .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(3000));
        assertThat(BundleReader.check(folder))
                .anyMatch(finding -> finding.contains(message))
                .allSatisfy(finding -> assertThat(finding).hasSizeLessThan(1100));
    }

    /** Numbers that are none, sizes that no memory holds, names that lead out of the folder. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "replicates: 2|replicates: 2000000000|key replicates: 2000000000 where a whole number from 1 to 100000",
                "replicates: 2|replicates: 99999999999999999999|replicates",
                "replicates: 2|replicates: 0|key replicates: 0",
                "workers: 2|workers: 2147483647|key workers: 2147483647",
                "workers: 2|workers: -1|key workers: -1",
                "stack_replicates: 1|stack_replicates: 0|key stack_replicates: 0",
                "name: tiny|name: ../../tiny|key name: '../../tiny' where a name of letters",
                "name: tiny|name: <script>alert(1)</script>|key name",
                "name: zeta-full|name: ../../zeta-full|key tasks[0].name: '../../zeta-full'",
                "name: zeta-full|name: <img src=x onerror=alert(1)>|key tasks[0].name",
                "name: zeta-full|name: alpha-batch|key tasks[1].name: alpha-batch where another name",
                "learning_rate: 1.0E-4|learning_rate: .nan|Malformed numeric value '.nan'",
                "learning_rate: 1.0E-4|learning_rate: .inf|Malformed numeric value '.inf'",
                "learning_rate: 1.0E-4|learning_rate: 1e999|key tasks[0].learning_rate: Infinity",
                "budget_epochs: 200.0|budget_epochs: -1|key tasks[0].budget_epochs: -1.0",
                "updates_per_epoch: 1|updates_per_epoch: 0|key tasks[0].updates_per_epoch: 0",
                "headline: fifth|headline: third|key tasks[0].headline: third where one of [half, fifth]",
                "- half|- fifth|key tasks[0].levels",
                "scale: 0.31622776601683794|scale: .nan|Malformed numeric value '.nan'",
                "schema: 3|schema: 3\\nboom: &a [1, 2]|unknown key 'boom'"
            })
    void aStudyThatNobodyCanHaveRunIsRefusedByKey(String from, String to, String message) throws IOException {
        Path study = folder.resolve("study.yaml");
        String text = Files.readString(study);
        assertThat(text).contains(from);
        Files.writeString(study, text.replace(from, to.replace("\\n", "\n")));
        assertRefused(message);
    }

    /** More runs than memory holds, by numbers each of which is allowed. */
    @Test
    void aPlanThatFillsTheMemoryIsNotMade() throws IOException {
        Path study = folder.resolve("study.yaml");
        StringBuilder arms = new StringBuilder("arms:\n");
        for (int i = 0; i < 3000; i++) {
            arms.append("  - initializer: a").append(i).append("\n    scale_kind: none\n    deterministic: false\n");
        }
        Files.writeString(
                study,
                Files.readString(study)
                        .replace("replicates: 2\nstack", "replicates: 100000\nstack")
                        .replace("arms:\n", arms));
        assertRefused("2000000 runs at most");
    }

    /** Ten aliases of ten aliases of ten …: a few hundred bytes that would be a billion nodes. */
    @ParameterizedTest
    @ValueSource(strings = {"study.yaml", "hypotheses.yaml"})
    void aliasesDoNotMultiply(String name) throws IOException {
        StringBuilder laughs = new StringBuilder("a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol, lol]\n");
        for (int i = 1; i < 12; i++) {
            laughs.append('a').append(i).append(": &a").append(i).append(" [");
            laughs.append(("*a" + (i - 1) + ", ").repeat(9))
                    .append("*a")
                    .append(i - 1)
                    .append("]\n");
        }
        String before = name.equals("study.yaml") ? Files.readString(folder.resolve(name)) : "hypotheses: *a11\n";
        Files.writeString(folder.resolve(name), laughs + before);
        assertRefused(name);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "study.yaml|[",
                "study.yaml|{a: ",
                "hypotheses.yaml|[",
                "environment.json|[",
                "environment.json|{\"a\":",
                "jmh.json|[",
                "jmh.json|{\"a\":"
            })
    void deepNestingIsRefused(String name, String opening) throws IOException {
        Files.writeString(folder.resolve(name), opening.repeat(100_000));
        assertRefused(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"study.yaml", "environment.json", "jmh.json", "hypotheses.yaml"})
    void aDocumentOfManyMebibytesIsNotRead(String name) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(folder.resolve(name)))) {
            byte[] line = ("#" + " ".repeat(1022) + "\n").getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < 17 * 1024; i++) {
                out.write(line);
            }
        }
        assertRefused(name);
    }

    @Test
    void aTypeInADocumentIsNotMade() throws IOException {
        Path environment = folder.resolve("environment.json");
        Files.writeString(
                environment,
                Files.readString(environment)
                        .replaceFirst("\\{", "{\"@class\": \"javax.script.ScriptEngineManager\","));
        assertRefused("unknown key '@class'");
    }

    /** One field of 20 million letters, unquoted and quoted. */
    @ParameterizedTest
    @ValueSource(strings = {"x", "\"x"})
    void aGiganticFieldIsRefused(String beginning) throws IOException {
        Path crossings = folder.resolve("crossings.csv");
        Files.writeString(crossings, "run_id,level,epoch\r\n" + beginning + "y".repeat(20_000_000));
        assertRefused("crossings.csv");
    }

    /** A field just below what is read at all is quoted by its beginning only. */
    @Test
    void aLongFieldIsNotQuotedInFull() throws IOException {
        Path crossings = folder.resolve("crossings.csv");
        Files.writeString(crossings, "run_id,level,epoch\r\nr1,fifth," + "9".repeat(1_000_000) + "x\r\n");
        assertRefused("crossings.csv, line 2, column epoch: '9999");
    }

    /** A hundred kilobytes that are 100 megabytes: empty lines, one long line, rows of no run, and points of one run. */
    @ParameterizedTest
    @ValueSource(strings = {"\n", "x", "rx,1.0,1.0,1.0\r\n"})
    void aCompressedBombIsGivenUp(String content) throws IOException {
        byte[] block = content.repeat(100_000 / content.length()).getBytes(StandardCharsets.UTF_8);
        bomb(block, 1000);
        assertRefused("curves.csv.gz");
    }

    @Test
    void aCurveOfMillionsOfPointsIsGivenUp() throws IOException {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < 1_000_000; i++) {
            rows.append("r1,").append(i).append(".0,1.0,1.0\r\n");
        }
        bomb(rows.toString().getBytes(StandardCharsets.UTF_8), 1);
        assertRefused("more than 5000 points a run");
    }

    private void bomb(byte[] block, int times) throws IOException {
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(folder.resolve("curves.csv.gz")), 1 << 16)) {
            out.write("run_id,epoch,loss,metric\r\n".getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < times; i++) {
                out.write(block);
            }
        }
    }
}
