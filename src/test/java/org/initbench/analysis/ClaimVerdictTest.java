package org.initbench.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import org.initbench.hypothesis.Arm;
import org.initbench.hypothesis.Direction;
import org.initbench.hypothesis.Hypotheses;
import org.initbench.hypothesis.Hypothesis;
import org.initbench.hypothesis.Measure;
import org.initbench.hypothesis.Place;
import org.initbench.hypothesis.ShippedHypotheses;
import org.initbench.run.Bundle;
import org.initbench.run.Cause;
import org.junit.jupiter.api.Test;

/** What a reader is told of a claim, and whether it was written down before the runs. */
class ClaimVerdictTest {
    private static final Hypothesis FASTER =
            claim("faster", "Small weights learn faster than large ones.", "first", "second", "third");

    private static Hypothesis claim(String id, String claim, String... tasks) {
        return new Hypothesis(
                id,
                "Which?",
                claim,
                LocalDate.of(2026, 11, 25),
                null,
                id,
                Measure.COST,
                Direction.FASTER,
                1.25,
                new Arm("normal", 0.1),
                new Arm("normal", 1.0),
                List.of(tasks).stream().map(Place::of).toList());
    }

    /** On the first task small weights are twice as fast, on the second large ones never learn; the third was not run. */
    private static SymmetryStudy study() {
        SymmetryStudy study = new SymmetryStudy()
                .task("first", 1, null)
                .task("second", 1, null)
                .converged("first", SymmetryStudy.std("normal", 0.1), Cause.NONE, 5, 6, 7, 5, 6, 7)
                .converged("first", SymmetryStudy.std("normal", 1), Cause.NONE, 10, 12, 14, 10, 12, 14)
                .converged("second", SymmetryStudy.std("normal", 0.1), Cause.NONE, 5, 6, 7, 5, 6, 7);
        return study.censored("second", SymmetryStudy.std("normal", 1), Cause.NONE, 2, 2, 2, 2, 2, 2);
    }

    private static Bundle with(SymmetryStudy study, Hypothesis... own) {
        return named("made-up", study.bundle(), new Hypotheses(List.of(own)));
    }

    private static Bundle named(String name, Bundle b, Hypotheses own) {
        return new Bundle(
                Path.of(name),
                b.study(),
                b.environment(),
                own,
                b.runs(),
                b.crossings(),
                b.curves(),
                b.diagnostics(),
                b.tuning(),
                b.timings(),
                b.costs(),
                b.complete());
    }

    private static List<ClaimVerdict> verdicts(Bundle bundle, Hypothesis... shipped) {
        return ClaimVerdict.of(List.of(bundle), new Hypotheses(List.of(shipped)));
    }

    @Test
    void aVerdictTellsWhatItRestsOn() {
        ClaimVerdict verdict = verdicts(with(study(), FASTER)).get(0);
        assertThat(verdict.sentence())
                .isEqualTo(
                        "Small weights learn faster than large ones: undecided (measured on 2 of 3 tasks: for it on both)."
                                + " With normal at 0.1 learning takes 0.5 times as many expected epochs as with normal at 1; on 1 task normal at 1"
                                + " never learned (n = 6 a start).");
        assertThat(verdict.standing()).isEqualTo("undecided (measured on 2 of 3 tasks: for it on both)");
        assertThat(verdict.verdict()).isEqualTo(Verdict.UNDECIDED);
        assertThat(verdict.whereMeasured()).isEqualTo(Verdict.SUPPORTED);
        assertThat(verdict.measured()).isEqualTo(2);
        assertThat(verdict.tasks()).isEqualTo(3);
        assertThat(verdict.missing()).containsExactly("third");
        assertThat(verdict.preliminary()).isTrue();
        assertThat(verdict.caveats())
                .containsExactly(
                        "confirmatory: written down on 2026-11-25, and part of the bundle since before its runs",
                        "preliminary: a comparison rests on fewer than 20 replicates",
                        "not measured on third");
        TaskEffect never = verdict.comparisons().get(1);
        assertThat(never.value()).isEqualTo(0.0);
        assertThat(never.high()).isLessThan(0.8);
        assertThat(never.wanted()).isNull();
    }

    /** What is not in the bundle's copy may have been thought of after the results were seen. */
    @Test
    void onlyTheBundlesOwnHypothesesAreConfirmatory() {
        Hypothesis later = claim("later", "An afterthought of the author.", "first");
        List<ClaimVerdict> verdicts = verdicts(with(study(), FASTER), FASTER, later);
        assertThat(verdicts).extracting(ClaimVerdict::id).containsExactly("faster", "later");
        assertThat(verdicts).extracting(ClaimVerdict::confirmatory).containsExactly(true, false);
        assertThat(verdicts.get(1).caveats()).contains("exploratory: the bundle holds no copy of this hypothesis");
    }

    @Test
    void whatIsNotMeasuredNamesTheStudyThatMeasuresIt() {
        List<ClaimVerdict> verdicts = ClaimVerdict.of(List.of(study().bundle()), ShippedHypotheses.all());
        ClaimVerdict copies = verdicts.stream()
                .filter(v -> v.id().equals("copies-of-units"))
                .findFirst()
                .orElseThrow();
        assertThat(copies.isMeasured()).isFalse();
        assertThat(copies.verdict()).isEqualTo(Verdict.UNDECIDED);
        assertThat(copies.study()).isEqualTo("symmetry");
        assertThat(copies.sentence())
                .isEqualTo(
                        "Units that are all different learn faster than units in equal copies: not measured; the study"
                                + " symmetry measures it.");
    }

    /** Epochs so scattered that nothing can be said: the number of replicates that would is told. */
    @Test
    void anOpenComparisonSaysHowManyReplicatesWouldDecide() {
        SymmetryStudy study = new SymmetryStudy()
                .task("first", 1, null)
                .converged("first", SymmetryStudy.std("normal", 0.1), Cause.NONE, 5, 16, 7, 25, 6, 17)
                .converged("first", SymmetryStudy.std("normal", 1), Cause.NONE, 20, 12, 34, 10, 32, 14);
        ClaimVerdict verdict = verdicts(with(study, claim("faster", "Small is faster.", "first")))
                .get(0);
        assertThat(verdict.verdict()).isEqualTo(Verdict.UNDECIDED);
        Integer wanted = Objects.requireNonNull(verdict.comparisons().get(0).wanted());
        assertThat(wanted).isGreaterThan(6);
        assertThat(verdict.sentence())
                .endsWith(" About " + Words.number(wanted) + " replicates would decide the open task.");
    }

    /** Where all tasks together decide, the interval of all is no task of its own. */
    @Test
    void tasksAreCountedWithoutTheirPool() {
        Hypothesis claim = MadeUpClaims.claim(
                "claim",
                "claim",
                Measure.CONVERGED,
                Direction.EQUIVALENT,
                new Arm("normal", 0.1),
                new Arm("normal", 1.0),
                List.of(Place.of("first"), Place.of("second")));
        ClaimVerdict verdict = verdicts(with(study(), claim)).get(0);
        assertThat(verdict.comparisons()).hasSize(3);
        assertThat(Arrays.stream(TaskVerdict.values()).mapToInt(verdict::count).sum())
                .isEqualTo(2);
    }

    private static String sentence(SymmetryStudy study, Measure measure, Direction direction, String... tasks) {
        Hypothesis claim = MadeUpClaims.claim(
                "claim",
                "claim",
                measure,
                direction,
                new Arm("normal", 0.1),
                measure.contrastsArms() ? new Arm("normal", 1.0) : null,
                List.of(tasks).stream().map(Place::of).toList());
        return verdicts(with(study, claim)).get(0).sentence();
    }

    /** A difference of nothing is no difference, but whoever reads of it must know that nothing learned. */
    @Test
    void whereNeitherLearnsIsSaid() {
        SymmetryStudy study = study().task("hopeless", 1, null)
                .censored("hopeless", SymmetryStudy.std("normal", 0.1), Cause.NONE, 2, 2, 2, 2, 2, 2)
                .censored("hopeless", SymmetryStudy.std("normal", 1), Cause.NONE, 2, 2, 2, 2, 2, 2);
        assertThat(sentence(study, Measure.COST, Direction.FASTER, "hopeless"))
                .isEqualTo(
                        "The first: undecided (open on its only task). On 1 task neither ever learned (n = 6 a start).");
        assertThat(sentence(study, Measure.CONVERGED, Direction.EQUIVALENT, "hopeless", "first"))
                .startsWith(
                        "The first: undecided (2 tasks together). On average over what was measured, the shares of runs"
                                + " that learned differ by 0, with limits -")
                .contains("; on 1 task neither ever learned (n = 6 a start). About ")
                .endsWith(" replicates would decide it.");
        assertThat(sentence(study, Measure.CONVERGED, Direction.SAFER, "hopeless", "first", "second"))
                .contains("undecided (for it on 1 of 3 tasks, open on 2)")
                .contains(
                        "The share of runs that learned with normal at 0.1, less that with normal at 1, is 0 to 1; on 1 task neither ever learned");
    }

    /** What was run and tells nothing is no gap: it is open, with the reason. */
    @Test
    void whatTellsNothingIsOpenAndSaysWhy() {
        assertThat(sentence(study(), Measure.NEARNESS, Direction.LARGER, "second", "third"))
                .startsWith("The first: undecided (measured on 1 of 2 tasks: open there). The rank correlation");
        SymmetryStudy few = new SymmetryStudy()
                .task("first", 1, null)
                .converged("first", SymmetryStudy.std("normal", 0.1), Cause.NONE, 5, 6, 7);
        assertThat(sentence(few, Measure.NEARNESS, Direction.LARGER, "first"))
                .isEqualTo(
                        "The first: undecided (open on its only task). On 1 task too few runs learned for a rank correlation (n = 3"
                                + " runs that learned).");
    }

    /** Each task from the first bundle that has it, and each bundle with what it held before its runs. */
    @Test
    void severalBundlesAreReadTogether() {
        SymmetryStudy third = new SymmetryStudy()
                .task("third", 1, null)
                .converged("third", SymmetryStudy.std("normal", 0.1), Cause.NONE, 5, 6, 7, 5, 6, 7)
                .converged("third", SymmetryStudy.std("normal", 1), Cause.NONE, 10, 12, 14, 10, 12, 14);
        Bundle one = with(study(), FASTER);
        Bundle two = named("other", third.bundle(), Hypotheses.none());
        ClaimVerdict verdict =
                ClaimVerdict.of(List.of(one, two), Hypotheses.none()).get(0);
        assertThat(verdict.verdict()).isEqualTo(Verdict.SUPPORTED);
        assertThat(verdict.missing()).isEmpty();
        assertThat(verdict.standing()).isEqualTo("supported (for it on all 3 tasks)");
        assertThat(verdict.comparisons()).extracting(TaskEffect::bundle).containsExactly("made-up", "made-up", "other");
        assertThat(verdict.comparisons()).extracting(TaskEffect::confirmatory).containsExactly(true, true, false);
        assertThat(verdict.confirmatory()).isFalse();
        assertThat(verdict.caveats())
                .contains("confirmatory in part: made-up held this hypothesis before the runs, other did not");
    }

    /** Under a tenth of the budget (10 of 100 epochs) the sure start no longer arrives, and the hasty one wins. */
    @Test
    void conclusionsThatHangOnTheBudgetAreListed() {
        SymmetryStudy study = new SymmetryStudy().task("first", 1, null);
        for (int r = 0; r < 20; r++) {
            study.run("first", SymmetryStudy.std("normal", 0.1), r, OptionalDouble.of(20), Cause.NONE, 0.1, 3, 1);
            OptionalDouble hasty = r % 2 == 0 ? OptionalDouble.of(8) : OptionalDouble.empty();
            study.run("first", SymmetryStudy.std("normal", 1), r, hasty, Cause.NONE, 0.1, 3, 1);
        }
        Bundle bundle = with(study, claim("faster", "Small is faster.", "first"));
        Conclusions conclusions = Objects.requireNonNull(
                Analyzer.analyze(bundle, (a, b, c) -> 1, Hypotheses.none()).conclusions());
        Sensitivity sensitivity = Objects.requireNonNull(conclusions.sensitivity());
        assertThat(sensitivity.variations())
                .extracting(Sensitivity.Varied::name)
                .containsExactly("level half", "B/2", "B/4", "B/10");
        Sensitivity.Varied tenth = sensitivity.variations().get(3);
        assertThat(tenth.scaleFlips()).containsExactly(new Sensitivity.ScaleFlip("first", 0.1, 1.0));
        assertThat(tenth.verdictFlips())
                .containsExactly(new Sensitivity.VerdictFlip("faster", Verdict.SUPPORTED, Verdict.REFUTED));
        assertThat(sensitivity.variations().get(0).scaleFlips()).isEmpty();
        assertThat(sensitivity.variations().get(0).verdictFlips()).isEmpty();
        assertThat(sensitivity.answer().get(3))
                .isEqualTo(
                        "At B/10 the best standard deviation of normal weights lies outside the headline's set in 1 of 1 task"
                                + " (first: 10^0 instead of 10^-1); 1 of 1 verdict changes (faster from supported to refuted).");
    }
}
