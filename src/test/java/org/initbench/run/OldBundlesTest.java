package org.initbench.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.initbench.hypothesis.Hypotheses;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What was measured once can be read forever: a bundle of every version of the format is committed, with the files that the program
 * of that version wrote. A new version needs one as well.
 */
class OldBundlesTest {

    private static final List<String> FILES = List.of(
            "study.yaml",
            "environment.json",
            "runs.csv",
            "crossings.csv",
            "curves.csv.gz",
            "diagnostics.csv.gz",
            "MANIFEST.sha256");

    @TempDir
    private Path folder;

    static IntStream versions() {
        return IntStream.rangeClosed(1, ResolvedStudy.SCHEMA);
    }

    @ParameterizedTest
    @MethodSource("versions")
    void aBundleOfEveryVersionIsRead(int version) throws IOException {
        for (String name : FILES) {
            try (InputStream in = OldBundlesTest.class.getResourceAsStream("format" + version + "/" + name)) {
                if (in != null) {
                    Files.copy(in, folder.resolve(name));
                }
            }
        }
        assertThat(BundleReader.check(folder)).isEmpty();
        Bundle bundle = BundleReader.read(folder);
        assertThat(bundle.study().schema()).isEqualTo(version);
        List<RunRecord> expected = new ArrayList<>(Samples.fullBatchRuns());
        expected.addAll(Samples.batchRuns(0));
        expected.addAll(Samples.batchRuns(1));
        assertThat(bundle.runs())
                .as("runs of versions 1 and 2 do not tell their rate: it was the task's")
                .isEqualTo(expected);
        assertThat(bundle.crossings()).isEqualTo(Samples.crossings(expected));
        assertThat(bundle.curves()).isEqualTo(Samples.curves(expected));
        assertThat(bundle.diagnostics()).isEqualTo(version == 1 ? List.of() : Samples.diagnostics(expected));
        assertThat(bundle.environment()).isEqualTo(Samples.environment());
        assertThat(bundle.hypotheses()).isEqualTo(Hypotheses.none());
        assertThat(bundle.study().learningRates()).isEmpty();
        assertThat(bundle.complete()).isTrue();
    }
}
