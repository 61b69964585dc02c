package org.initbench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.initbench.analysis.Analysis;
import org.initbench.analysis.Finding;
import org.initbench.analysis.Overview;
import org.initbench.analysis.QuestionAnswer;

/** An overview of two studies, of which the first answers every question and the second the same ones. */
final class FixtureOverview {
    private FixtureOverview() {}

    /** The fixture, and the same under another name. */
    static List<Analysis> analyses(String second) {
        Analysis quick = AnalysisFixture.quick();
        Analysis other = new Analysis(
                quick.schema(),
                second,
                quick.study(),
                quick.environment(),
                quick.runs(),
                false,
                quick.tasks(),
                quick.costs(),
                quick.answer(),
                quick.caveats(),
                quick.laboratory(),
                quick.conclusions(),
                FixtureQuestions.of(second, "digits-mlp-tanh"));
        return List.of(quick, other);
    }

    static Overview of(List<Analysis> analyses) {
        List<Overview.Source> sources = new ArrayList<>();
        for (Analysis analysis : analyses) {
            sources.add(new Overview.Source(
                    analysis.bundle(),
                    analysis.study().name(),
                    analysis.study().description(),
                    analysis.study().seed(),
                    "A CPU",
                    "2026-01-01T12:00:00Z",
                    analysis.runs(),
                    analysis.complete(),
                    "../" + analysis.bundle(),
                    sources.isEmpty() ? "0123456789abcdef".repeat(4) : null));
        }
        return new Overview(
                Overview.SCHEMA,
                Overview.KIND,
                sources,
                questions(analyses),
                Objects.requireNonNull(analyses.get(0).conclusions()).verdicts(),
                List.of("A caveat of all."));
    }

    private static List<QuestionAnswer> questions(List<Analysis> analyses) {
        List<QuestionAnswer> answers = new ArrayList<>();
        for (QuestionAnswer answer : analyses.get(0).questions()) {
            List<Finding> findings = analyses.stream()
                    .flatMap(analysis -> analysis.questions().stream())
                    .filter(other -> other.id().equals(answer.id()))
                    .flatMap(other -> other.findings().stream())
                    .toList();
            answers.add(new QuestionAnswer(
                    answer.id(),
                    answer.question(),
                    answer.verdict(),
                    answer.standing(),
                    answer.statement(),
                    answer.preliminary(),
                    answer.sentence(),
                    answer.claims(),
                    findings,
                    answer.caveats(),
                    answer.missing()));
        }
        return answers;
    }
}
