package org.initbench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.initbench.analysis.TaskAnalysis;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TerminalReportTest {
    @ParameterizedTest
    @ValueSource(ints = {80, 100, 132})
    void fitsTheTerminal(int width) {
        assertThat(TerminalReport.render(AnalysisFixture.quick(), false, width).lines())
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(width));
    }

    @Test
    void namesCannotSendControlSequences() {
        String report = TerminalReport.render(AnalysisFixture.named("\u001b]0;x\u0007\u009b31m\r\n\u202e"), true, 80);
        String withoutOwn =
                report.replace("\u001b[1m", "").replace("\u001b[2m", "").replace("\u001b[0m", "");
        assertThat(withoutOwn).doesNotContainPattern("[\\p{Cc}\\u202e&&[^\\n]]");
    }

    @Test
    void noColourMeansNoEscape() {
        assertThat(TerminalReport.render(AnalysisFixture.quick(), false, 80)).doesNotContain("\u001b");
        assertThat(TerminalReport.render(AnalysisFixture.quick(), true, 80)).contains("\u001b[1m");
    }

    @ParameterizedTest
    @ValueSource(ints = {80, 100})
    void eachTaskHasOneRow(int width) {
        List<String> lines = TerminalReport.render(AnalysisFixture.quick(), false, width)
                .lines()
                .takeWhile(line -> !line.isEmpty())
                .toList();
        assertThat(lines.get(0)).matches("task +best std 10\\^ +epochs +good std 10\\^ +zero .*");
        for (TaskAnalysis task : AnalysisFixture.quick().tasks()) {
            String name = task.task().name();
            assertThat(lines.stream().filter(line -> line.startsWith(name + " ")))
                    .hasSize(1);
            int row = lines.indexOf(lines.stream()
                    .filter(line -> line.startsWith(name + " "))
                    .findFirst()
                    .orElseThrow());
            assertThat(lines.get(row + 1)).startsWith("  " + task.task().kind());
        }
    }

    @Test
    void whatDoesNotExistIsADashAndWhatNeverArrivedIsSaidSo() {
        String xor = TerminalReport.render(AnalysisFixture.quick(), false, 100)
                .lines()
                .filter(line -> line.startsWith("xor-2-2-1 "))
                .findFirst()
                .orElseThrow();
        assertThat(xor).contains("never");
    }

    @Test
    void perTaskProseStaysInTheReport() {
        String report = TerminalReport.render(AnalysisFixture.quick(), false, 100);
        assertThat(report.lines().count()).isLessThanOrEqualTo(45);
        for (TaskAnalysis task : AnalysisFixture.quick().tasks()) {
            assertThat(report).doesNotContain(task.answer().get(0));
        }
    }

    @Test
    void numbersKeepTheirPointWhateverTheLocale() {
        Locale before = Locale.getDefault();
        String english = TerminalReport.render(AnalysisFixture.quick(), false, 80);
        try {
            Locale.setDefault(Locale.GERMANY);
            assertThat(TerminalReport.render(AnalysisFixture.quick(), false, 80))
                    .isEqualTo(english);
        } finally {
            Locale.setDefault(before);
        }
    }
}
