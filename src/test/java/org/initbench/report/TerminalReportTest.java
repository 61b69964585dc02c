package org.initbench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
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

    @Test
    void theFastestStartOfEachTaskIsMarkedOnce() {
        String report = TerminalReport.render(AnalysisFixture.quick(), false, 80);
        assertThat(report.lines().filter(line -> line.matches("\\* \\S+ +\\S.*\\[?.*\\d\\.\\d\\d.*")))
                .hasSize(6);
    }

    @Test
    void whatDoesNotExistIsADash() {
        String zero = TerminalReport.render(AnalysisFixture.quick(), false, 80)
                .lines()
                .filter(line -> line.startsWith("  zero "))
                .findFirst()
                .orElseThrow();
        assertThat(zero.split(" +")).containsExactly("", "zero", "–", "–", "0.00", "–");
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
