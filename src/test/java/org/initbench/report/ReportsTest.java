package org.initbench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportsTest {
    private final Path folder;

    ReportsTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void writesFourWholeFilesAndNothingElse() throws IOException {
        Files.writeString(folder.resolve("report.html"), "older");
        Reports.write(SmallFixture.analysis(), folder);
        try (var files = Files.list(folder)) {
            assertThat(files.map(f -> f.getFileName().toString()))
                    .containsExactlyInAnyOrder("analysis.json", "summary.csv", "answers.md", "report.html");
        }
        assertThat(folder.resolve("report.html")).content().endsWith("</html>\n");
        assertThat(AnalysisJson.read(folder.resolve("analysis.json"))).isEqualTo(SmallFixture.analysis());
    }

    @Test
    void aFolderThatDoesNotExistIsAnErrorThatNamesIt() {
        assertThatThrownBy(() -> Reports.write(SmallFixture.analysis(), folder.resolve("nowhere")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("nowhere");
    }
}
