package org.initbench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Objects;
import org.initbench.analysis.Analysis;
import org.junit.jupiter.api.Test;

/** The answers must reach every rendering, with what they do not rest on. */
class QuestionsReportTest {
    private static final Analysis QUICK = AnalysisFixture.quick();

    @Test
    void theMarkdownHasEverySentenceAndSaysWhatIsNotMeasured() {
        String answers = AnswersMarkdown.render(QUICK);
        assertThat(answers)
                .contains(
                        "## Questions",
                        "### Why digits-mlp-tanh?",
                        "- Because of digits-mlp-tanh: so it is.",
                        "1 of 2 claims were written down before the runs; the others are exploratory.",
                        "Preliminary: some rest on fewer than 20 replicates.",
                        "- One number for digits-mlp-tanh.",
                        "- Kinds of digits-mlp-tanh agree.",
                        "- At B/10 digits-mlp-tanh differs.",
                        "- Not measured here; the study symmetry measures it: Because of digits-mlp-tanh.",
                        "- Not measured here: Because of digits-mlp-tanh.")
                .contains(
                        "| **Because of digits-mlp-tanh.**<sup>a</sup> | **supported (measured on 2 of 3)** | **2** | **0** | **0** | **0** | **20** |");
    }

    @Test
    void thePageHasTheSectionWithItsTables() throws IOException {
        String page = HtmlReport.render(QUICK);
        assertThat(page)
                .contains(
                        "<a href=\"#questions\">Questions</a>",
                        "<section id=\"questions\"",
                        "Verdicts on claims",
                        "What each comparison found",
                        "Regret of every rule on every task",
                        "Conclusions that depend on the threshold level or the budget");
        assertThat(HtmlReport.render(SmallFixture.analysis())).doesNotContain("#questions");
    }

    @Test
    void theTerminalShowsWhatIsDecidedAndCountsTheRest() {
        assertThat(TerminalReport.render(QUICK, false, 100)).contains("""
                        Questions
                          supported (measured on 2 of 3 pairs of tasks: for it on both): Because of digits-mlp-tanh.
                          undecided by what was measured: 1; not measured by this study: 2
                        """);
    }

    /** What is greater than 8.19 is greater than 8.1, but not than 8.2. */
    @Test
    void regretsAreNeverRoundedUpToABoldClaim() {
        Table rules = RegretTables.rules(Objects.requireNonNull(
                Objects.requireNonNull(QUICK.conclusions()).regret()));
        assertThat(rules.rows())
                .extracting(row -> row.cells().get(2).text())
                .containsExactly("1.2", "never", "> 8.1", "–");
        assertThat(rules.rows())
                .extracting(row -> row.cells().get(1).text())
                .containsExactly("standard deviation 0.1", "", "", "");
        assertThat(rules.rows())
                .extracting(row -> row.cells().get(5).text())
                .containsExactly("shown", "no", "open", "not run on every task");
    }
}
