package org.initbench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Objects;
import org.initbench.analysis.Analysis;
import org.initbench.analysis.RateAnalysis;
import org.initbench.analysis.RateFixture;
import org.junit.jupiter.api.Test;

/** Learning rates side by side, in every rendering. */
class RateTablesTest {
    private static final Analysis ANALYSIS = RateFixture.analysis();
    private static final RateAnalysis RATES =
            Objects.requireNonNull(ANALYSIS.tasks().get(0).rates());

    @Test
    void eachRateHasARowAndTheVerdictStandsOnce() {
        Table table = Objects.requireNonNull(RateTables.comparisons(RATES));
        assertThat(table.rows())
                .extracting(row -> row.cells().get(1).text())
                .containsExactly("÷√10", "task's own", "tuned");
        assertThat(table.rows())
                .extracting(row -> row.cells().get(5).text())
                .containsExactly(
                        "yes: at two of the rates, no scale is left that may be as good as the best (within 1.25) at both",
                        "",
                        "");
        assertThat(table.rows().get(0).cells().get(1).detail()).isEqualTo("0.0316");
    }

    @Test
    void everyCellAndEveryTunedScaleHasARow() {
        assertThat(Objects.requireNonNull(RateTables.cells(RATES)).rows()).hasSize(8 + 11);
        Table gains = Objects.requireNonNull(RateTables.gains(RATES));
        assertThat(gains.rows()).hasSize(11);
        assertThat(gains.rows()).extracting(row -> row.cells().get(2).text()).containsOnly("×3");
    }

    /** Where a study has one rate a table of rates would only puzzle. */
    @Test
    void aStudyAtOneRateHasNoSuchTables() throws IOException {
        assertThat(RateTables.comparisons(null)).isNull();
        assertThat(RateTables.cells(null)).isNull();
        assertThat(RateTables.gains(null)).isNull();
        assertThat(HtmlReport.render(AnalysisFixture.quick())).doesNotContain("What the learning rate changes");
        assertThat(AnswersMarkdown.render(AnalysisFixture.quick())).doesNotContain("Learning rate: each task");
        assertThat(AnswersMarkdown.render(ANALYSIS)).contains("Learning rate: each task");
        assertThat(AnalysisJson.toJson(AnalysisFixture.quick())).doesNotContain("\"rates\"");
    }

    @Test
    void wordsAndTablesAreInTheAnswersAndInTheReport() throws IOException {
        assertThat(AnswersMarkdown.render(ANALYSIS))
                .contains(
                        "**Best scales by learning rate**",
                        "**What tuning the learning rate is worth**",
                        "The conclusion depends on the learning rate");
        assertThat(HtmlReport.render(ANALYSIS))
                .contains("What the learning rate changes", "class=\"chart rates\"", "one line a learning rate");
        assertThat(TerminalReport.render(ANALYSIS, false, 200)).contains("Learning rate: the best scale depends on it");
    }

    @Test
    void theyComeBackFromJson() throws IOException {
        assertThat(AnalysisJson.fromJson(AnalysisJson.toJson(ANALYSIS))).isEqualTo(ANALYSIS);
    }
}
