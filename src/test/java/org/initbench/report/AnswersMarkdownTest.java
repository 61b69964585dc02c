package org.initbench.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AnswersMarkdownTest {
    @Test
    void aNameCannotAddColumnsLinksOrMarkup() {
        String plain = AnswersMarkdown.render(AnalysisFixture.named("plain"));
        String hostile = AnswersMarkdown.render(AnalysisFixture.named("a|b `c` [d](javascript:e) <f> **g**\n# h"));
        assertThat(hostile.lines().count()).isEqualTo(plain.lines().count());
        assertThat(hostile)
                .doesNotContain("<f>", "[d](", "a|b", " **g**")
                .contains("a\\|b \\`c\\` \\[d\\](javascript:e) &lt;f&gt; \\*\\*g\\*\\* \\# h");
    }

    @Test
    void everyRowOfATableHasAsManyCellsAsItsHead() {
        int expected = -1;
        for (String line : AnswersMarkdown.render(AnalysisFixture.quick()).split("\n", -1)) {
            int cells = line.startsWith("|") ? line.split("(?<!\\\\)\\|", -1).length : -1;
            if (cells > 0 && expected > 0) {
                assertThat(cells).as(line).isEqualTo(expected);
            }
            expected = cells;
        }
    }

    @Test
    void whatDoesNotExistIsADashAndItsReasonStandsBelow() {
        String answers = AnswersMarkdown.render(AnalysisFixture.quick());
        assertThat(answers).containsPattern("\\| zero \\| – \\| –<sup>a</sup> \\|");
        assertThat(answers).contains("<sup>a</sup> the one possible run did not reach the threshold");
    }

    @Test
    void theAnswerComesFirst() {
        String answers = AnswersMarkdown.render(AnalysisFixture.quick());
        assertThat(answers.indexOf("Because of digits-mlp-tanh: at 10"))
                .isPositive()
                .isLessThan(answers.indexOf("## xor-2-2-1"));
    }
}
