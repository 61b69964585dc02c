package org.initbench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.initbench.analysis.Analysis;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnalysisJsonTest {
    private final Path folder;

    AnalysisJsonTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void losesNothingOnTheWayToDiskAndBack() throws IOException {
        Path file = folder.resolve("analysis.json");
        for (Analysis analysis : new Analysis[] {
            AnalysisFixture.quick(), SmallFixture.analysis(), AnalysisFixture.named("ü\"\\\u2028</script>")
        }) {
            AnalysisJson.write(analysis, file);
            assertThat(AnalysisJson.read(file)).isEqualTo(analysis);
        }
        try (var files = Files.list(folder)) {
            assertThat(files).as("no temporary file is left").containsExactly(file);
        }
    }

    @Test
    void writesNumbersThatAreNotFiniteAsStringsAndLeavesOutWhatDoesNotExist() throws IOException {
        String json = AnalysisJson.toJson(SmallFixture.analysis());
        assertThat(json).contains("\"high\" : \"Infinity\"").doesNotContain(": NaN", ": Infinity", ": null");
        assertThat(json).contains("\"rating\" : \"good\"", "\"scaleKind\" : \"std\"", "\"saturated\" : 4");
    }

    /** Files that people keep: a line a cell, so that they are small and two of them can be compared. */
    @Test
    void aCellIsALine() throws IOException {
        Analysis analysis = AnalysisFixture.quick();
        long cells =
                analysis.tasks().stream().mapToLong(task -> task.cells().size()).sum();
        assertThat(AnalysisJson.toJson(analysis).lines())
                .filteredOn(line -> line.startsWith("        {\"initializer\" : ") && line.contains("\"pConverge\""))
                .hasSizeGreaterThanOrEqualTo((int) cells)
                .allSatisfy(line -> assertThat(line).matches(".*}( ],?|,)?"));
    }

    @Test
    void aMissingNumberIsAnErrorAndNotZero() throws IOException {
        String json = AnalysisJson.toJson(SmallFixture.analysis());
        String damaged = json.replaceFirst("\"converged\" : 10,", "");
        assertThat(damaged).isNotEqualTo(json);
        assertThatThrownBy(() -> AnalysisJson.fromJson(damaged)).hasMessageContaining("converged");
    }

    @Test
    void aNewerFormatIsRefusedByNameOfTheFile() throws IOException {
        Path file = folder.resolve("analysis.json");
        String newer = AnalysisJson.toJson(SmallFixture.analysis())
                .replaceFirst("\"schema\" : " + Analysis.SCHEMA, "\"schema\" : 99");
        Files.writeString(file, newer);
        assertThatThrownBy(() -> AnalysisJson.read(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("analysis.json")
                .hasMessageContaining("99");
    }

    /** An analysis of schema 1 has no conclusions, and is still an analysis. */
    @Test
    void theOlderFormatIsRead() throws IOException {
        String older = AnalysisJson.toJson(SmallFixture.analysis()).replaceFirst("\"schema\" : 2", "\"schema\" : 1");
        Analysis read = AnalysisJson.fromJson(older);
        assertThat(read.schema()).isEqualTo(1);
        assertThat(read.conclusions()).isNull();
    }

    @Test
    void aTruncatedFileIsRefusedByName() throws IOException {
        Path file = folder.resolve("analysis.json");
        String json = AnalysisJson.toJson(SmallFixture.analysis());
        Files.writeString(file, json.substring(0, json.length() / 2));
        assertThatThrownBy(() -> AnalysisJson.read(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("analysis.json");
    }
}
