package org.initbench.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.initbench.hypothesis.Hypothesis;
import org.initbench.hypothesis.ShippedHypotheses;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class QuestionRuleTest {
    private static final List<Hypothesis> SHIPPED = ShippedHypotheses.all().current();

    /** A claim whose question nobody gathers would be judged and then told at the end, where no one looks. */
    @Test
    void everyShippedClaimBearsOnOneQuestion() {
        assertThat(SHIPPED)
                .allSatisfy(hypothesis -> assertThat(Arrays.stream(Question.values())
                                .filter(question ->
                                        QuestionRule.of(question).asked().contains(hypothesis.question())))
                        .as(hypothesis.question())
                        .hasSize(1));
    }

    @ParameterizedTest
    @EnumSource
    void whatIsAskedAndWhatDecidesIsShipped(Question question) {
        QuestionRule rule = QuestionRule.of(question);
        Set<String> asked = SHIPPED.stream().map(Hypothesis::question).collect(Collectors.toSet());
        assertThat(asked).containsAll(rule.asked());
        for (String claim : rule.deciding()) {
            assertThat(SHIPPED)
                    .filteredOn(hypothesis -> hypothesis.id().equals(claim))
                    .as(claim)
                    .singleElement()
                    .satisfies(hypothesis -> assertThat(QuestionRule.questionOf(hypothesis.question()))
                            .contains(question));
        }
    }

    /** Whoever reads "not measured" must be sent to a study that has the arms of the claims that decide. */
    @ParameterizedTest
    @EnumSource
    void aStudyMeasuresWhatDecides(Question question) {
        QuestionRule rule = QuestionRule.of(question);
        assertThat(SHIPPED)
                .filteredOn(hypothesis -> rule.deciding().contains(hypothesis.id()))
                .allSatisfy(hypothesis -> assertThat(rule.studies())
                        .contains(ShippedHypotheses.study(hypothesis.id()).orElseThrow()));
    }

    @ParameterizedTest
    @EnumSource
    void aNameLeadsBackToItsQuestion(Question question) {
        assertThat(question.id()).matches("[a-z-]+");
        assertThat(Question.of(question.id())).contains(question);
    }

    /** Two verdicts with one reply could not be told apart. */
    @ParameterizedTest
    @EnumSource
    void everyVerdictHasItsOwnReply(Question question) {
        assertThat(Arrays.stream(Verdict.values())
                        .map(verdict -> QuestionReplies.of(question).to(verdict)))
                .doesNotHaveDuplicates()
                .allSatisfy(reply -> assertThat(reply).endsWith("."));
    }
}
