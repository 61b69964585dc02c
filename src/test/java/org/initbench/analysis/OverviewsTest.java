package org.initbench.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.initbench.hypothesis.Arm;
import org.initbench.hypothesis.Direction;
import org.initbench.hypothesis.Hypotheses;
import org.initbench.hypothesis.Hypothesis;
import org.initbench.hypothesis.Measure;
import org.initbench.hypothesis.Place;
import org.initbench.run.Bundle;
import org.initbench.run.Cause;
import org.initbench.run.ResolvedStudy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OverviewsTest {
    private static final Hypothesis ZERO = new Hypothesis(
            "zero",
            "Would zero not be better?",
            "Random weights learn faster than zero.",
            LocalDate.of(2026, 11, 25),
            null,
            "zero",
            Measure.COST,
            Direction.FASTER,
            1.25,
            new Arm("normal", 0.1),
            new Arm("zero", null),
            List.of(Place.of("first"), Place.of("second")));

    /** Zero never learns. */
    private static Bundle bundle(String folder, String study, String task) {
        Bundle b = new SymmetryStudy()
                .task(task, 1, null)
                .converged(task, SymmetryStudy.std("normal", 0.1), Cause.NONE, 5, 6, 7, 5, 6, 7)
                .censored(task, SymmetryStudy.zero(), Cause.SYMMETRIC, 2, 2, 2, 2, 2, 2)
                .bundle();
        ResolvedStudy s = b.study();
        return new Bundle(
                Path.of(folder),
                new ResolvedStudy(
                        s.schema(),
                        study,
                        "What of " + task + "?",
                        s.seed(),
                        s.replicates(),
                        s.stackReplicates(),
                        s.stackSize(),
                        s.workers(),
                        s.tasks(),
                        s.arms(),
                        s.timing()),
                b.environment(),
                Hypotheses.none(),
                b.runs(),
                b.crossings(),
                b.curves(),
                b.diagnostics(),
                b.tuning(),
                b.timings(),
                b.costs(),
                folder.endsWith("one"));
    }

    private static Overview overview() {
        List<Bundle> bundles =
                List.of(bundle("results/one", "symmetry", "first"), bundle("results/two", "standard", "second"));
        List<Analysis> analyses = bundles.stream()
                .map(bundle -> Analyzer.analyze(bundle, (a, b, c) -> 1))
                .toList();
        return Overviews.of(bundles, analyses, Path.of("results/answers"), new Hypotheses(List.of(ZERO)));
    }

    private static QuestionAnswer zero() {
        return overview().questions().stream()
                .filter(answer -> answer.id().equals(Question.ZERO.id()))
                .findFirst()
                .orElseThrow();
    }

    /** One bundle alone has one of two tasks, and would leave it open. */
    @Test
    void aVerdictDrawsOnAllBundles() {
        ClaimVerdict verdict = overview().verdicts().get(0);
        assertThat(verdict.verdict()).isEqualTo(Verdict.SUPPORTED);
        assertThat(verdict.comparisons()).extracting(TaskEffect::bundle).containsExactly("one", "two");
        assertThat(verdict.missing()).isEmpty();
        assertThat(zero().verdict()).isEqualTo(Verdict.SUPPORTED);
        assertThat(zero().sentence()).startsWith("No: ");
        assertThat(zero().standing()).isEqualTo("supported (for it on both tasks)");
    }

    /** What zero does is asked of the standard study first, whatever was named first. */
    @Test
    void findingsOfTheStudyMadeForTheQuestionLead() {
        assertThat(zero().findings()).extracting(Finding::bundle).containsExactly("two", "one");
        assertThat(zero().findings()).extracting(Finding::study).containsExactly("standard", "symmetry");
        assertThat(zero().findings().get(0).brief()).contains("second");
    }

    @Test
    void aBundleIsNamedWithWhatIdentifiesIt() {
        Overview.Source one = overview().bundles().get(0);
        assertThat(one.name()).isEqualTo("one");
        assertThat(one.study()).isEqualTo("symmetry");
        assertThat(one.path()).isEqualTo("../one");
        assertThat(one.runs()).isEqualTo(12);
        assertThat(one.manifest()).as("it was never written").isNull();
        assertThat(overview().kind()).isEqualTo("overview");
    }

    /** A caveat that all share is told once; one of a single study under its name. */
    @Test
    void caveatsSayWhomTheyConcern() {
        assertThat(overview().caveats())
                .doesNotHaveDuplicates()
                .anySatisfy(caveat -> assertThat(caveat).startsWith("two: The study is not finished"))
                .anySatisfy(caveat -> assertThat(caveat).startsWith("Epochs count until"))
                .noneSatisfy(caveat -> assertThat(caveat).contains("different machines"));
    }

    @ParameterizedTest
    @CsvSource({
        "results/answers, results/one, ../one",
        "answers, answers/deep/one, deep/one",
        "a/b/c, d, ../../../d",
        "a, a, .",
        "a/../answers, ./one, ../one"
    })
    void theWayToABundleIsRelative(String from, String to, String way) {
        assertThat(RelativePath.of(Path.of(from), Path.of(to))).isEqualTo(way);
    }

    @Test
    void aStudySaysNothingOfTheQuestionsItDoesNotAsk() {
        Analysis one = Analyzer.analyze(bundle("one", "symmetry", "first"), (a, b, c) -> 1);
        assertThat(one.questions())
                .filteredOn(answer -> answer.id().equals(Question.UNIFORM_OR_NORMAL.id()))
                .singleElement()
                .satisfies(answer -> {
                    assertThat(answer.measured()).isFalse();
                    assertThat(answer.sentence()).contains("the study standard measures it");
                });
        assertThat(Objects.requireNonNull(one.conclusions()).verdicts()).isNotEmpty();
    }
}
