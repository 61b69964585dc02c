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
                        "- **Why random?** Because of digits-mlp-tanh: at 10<sup>-2</sup>. *supported* (for it on 2 of 3 tasks): Random weights learn on digits-mlp-tanh.",
                        "- **Uniform or normal?** Not measured here; the study standard measures it.",
                        "## Questions",
                        "### Why random?\n\nBecause of digits-mlp-tanh: at 10<sup>-2</sup>.\n\n*supported* (for it on 2 of 3 tasks): Random",
                        "- digits-mlp-tanh ended at 10<sup>-3</sup>.",
                        "- Numbers of digits-mlp-tanh.",
                        "<details><summary>One by one</summary>\n\n- One: digits-mlp-tanh\n\n</details>",
                        "Caveats: a caveat of digits-mlp-tanh.",
                        "### Why digits-mlp-tanh?",
                        "- Because of digits-mlp-tanh: so it is.",
                        "1 of 2 claims were written down before the runs; the others are exploratory.",
                        "Preliminary: some rest on fewer than 20 replicates.",
                        "One number for digits-mlp-tanh.\n\n*exploratory*\n",
                        "Kinds of digits-mlp-tanh agree.\n\n*exploratory*\n",
                        "- At B/10 digits-mlp-tanh differs.",
                        "- Not measured here; the study symmetry measures it: Because of digits-mlp-tanh.",
                        "- Not measured here: Because of digits-mlp-tanh.")
                .contains(
                        "| **Because of digits-mlp-tanh.**<sup>a</sup> | **supported (measured on 2 of 3)** | **2** | **0** | **0** | **0** | **20** |")
                .doesNotContain("### Uniform or normal?");
    }

    @Test
    void thePageHasTheSectionWithItsTables() throws IOException {
        String page = HtmlReport.render(QUICK);
        assertThat(page)
                .contains(
                        "<a href=\"#questions\">Questions</a>",
                        "<section id=\"questions\"",
                        "<a href=\"#why-random\">Why random?</a>",
                        "<p>Because of digits-mlp-tanh: at 10<sup>−2</sup>.</p>",
                        "<b class=\"verdict supported\">supported</b> (for it on 2 of 3 tasks): Random weights",
                        "<b class=\"verdict exploratory\">exploratory</b>",
                        "<li id=\"uniform-or-normal\">",
                        "Verdicts on claims",
                        "What each comparison found",
                        "Regret of every rule on every task",
                        "Conclusions that depend on the threshold level or the budget");
        assertThat(HtmlReport.render(SmallFixture.analysis())).doesNotContain("#questions");
    }

    @Test
    void theTerminalShowsTheShortForm() {
        assertThat(TerminalReport.render(QUICK, false, 100))
                .contains(
                        "Answers\n  Why random?\n    Because of digits-mlp-tanh: at 10^-2.\n    supported (for it on 2 of 3 tasks): Random weights learn on digits-mlp-tanh.\n",
                        "  Why digits-mlp-tanh?\n    So it is on digits-mlp-tanh.\n",
                        "    Not measured here; the study standard measures it.\n")
                .doesNotContain("so it is", "One: ");
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
