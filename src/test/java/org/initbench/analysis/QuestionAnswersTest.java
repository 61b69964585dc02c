package org.initbench.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.initbench.analysis.QuestionRule.Reading;
import org.initbench.hypothesis.Direction;
import org.initbench.hypothesis.Measure;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a question is answered with, given the verdicts on its claims. */
class QuestionAnswersTest {

    private static ClaimVerdict claim(String id, String question, @Nullable Verdict verdict, int pro, int open) {
        return claim(id, question, verdict, verdict, pro, open);
    }

    private static ClaimVerdict claim(
            String id, String question, @Nullable Verdict verdict, @Nullable Verdict where, int pro, int open) {
        TaskEffect yes = new TaskEffect(
                "task", null, 0.5, 0.4, 0.6, 20, false, TaskVerdict.FOR, null, null, null, "bundle", true);
        TaskEffect maybe = new TaskEffect(
                "task", null, 0.9, 0.7, 1.1, 20, false, TaskVerdict.OPEN, 41, null, null, "bundle", true);
        List<TaskEffect> effects = verdict == null
                ? List.of()
                : Stream.concat(Collections.nCopies(pro, yes).stream(), Collections.nCopies(open, maybe).stream())
                        .toList();
        return new ClaimVerdict(
                id,
                question,
                "The claim " + id + ".",
                "2026-11-25",
                Measure.COST,
                Direction.FASTER,
                1.25,
                true,
                false,
                verdict == null ? Verdict.UNDECIDED : verdict,
                where == null ? Verdict.UNDECIDED : where,
                effects.size(),
                Math.max(1, effects.size()),
                0.95,
                effects,
                verdict == null ? List.of("task") : List.of(),
                "symmetry",
                "The claim " + id + ": judged.",
                List.of("a caveat of " + id));
    }

    private static List<ClaimVerdict> claims(@Nullable Verdict... verdicts) {
        return Arrays.stream(verdicts)
                .map(verdict -> claim("c", "q", verdict, 1, 0))
                .toList();
    }

    private static @Nullable Verdict verdict(Reading reading, @Nullable Verdict... verdicts) {
        return QuestionVerdicts.of(reading, claims(verdicts));
    }

    @Test
    void theLeadingClaimDecidesUnlessItWasNotMeasured() {
        assertThat(verdict(Reading.LEADING, Verdict.REFUTED, Verdict.SUPPORTED)).isEqualTo(Verdict.REFUTED);
        assertThat(verdict(Reading.LEADING, null, Verdict.SUPPORTED)).isEqualTo(Verdict.SUPPORTED);
        assertThat(verdict(Reading.LEADING, null, null)).isNull();
        assertThat(verdict(Reading.ANY)).isNull();
    }

    /** A number that is good on some tasks and bad on others is good for all in no case. */
    @Test
    void oneNumberThatIsSupportedIsEnough() {
        assertThat(verdict(Reading.ANY, Verdict.REFUTED, Verdict.SUPPORTED)).isEqualTo(Verdict.SUPPORTED);
        assertThat(verdict(Reading.ANY, Verdict.REFUTED, Verdict.DEPENDS)).isEqualTo(Verdict.REFUTED);
        assertThat(verdict(Reading.ANY, Verdict.REFUTED, Verdict.UNDECIDED)).isEqualTo(Verdict.UNDECIDED);
    }

    /** The rule of a single claim, with claims for tasks: four of five; what was not measured is open. */
    @Test
    void thatNoneHoldsIsJudgedAsAClaimIs() {
        Verdict no = Verdict.REFUTED;
        Verdict yes = Verdict.SUPPORTED;
        Verdict open = Verdict.UNDECIDED;
        assertThat(verdict(Reading.NONE_OF, no, no, no, no, open)).isEqualTo(Verdict.SUPPORTED);
        assertThat(verdict(Reading.NONE_OF, no, no, no, open, open)).isEqualTo(Verdict.UNDECIDED);
        assertThat(verdict(Reading.NONE_OF, no, no, no, no, null, null)).isEqualTo(Verdict.UNDECIDED);
        assertThat(verdict(Reading.NONE_OF, yes, yes, yes, yes, open)).isEqualTo(Verdict.REFUTED);
        assertThat(verdict(Reading.NONE_OF, no, no, no, no, yes)).isEqualTo(Verdict.DEPENDS);
        assertThat(verdict(Reading.NONE_OF, no, no, no, no, Verdict.DEPENDS)).isEqualTo(Verdict.DEPENDS);
    }

    private static QuestionAnswer answer(Question question, List<QuestionAnswer> answers) {
        return answers.stream()
                .filter(answer -> answer.id().equals(question.id()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void anAnswerSaysWhatItMeansAndWhatItCounts() {
        List<ClaimVerdict> verdicts = List.of(
                claim("copies", "Does breaking the symmetry make learning faster?", null, 0, 0),
                claim("random-start", "Why random?", Verdict.SUPPORTED, 4, 1));
        QuestionAnswer why = answer(Question.WHY_RANDOM, QuestionAnswers.of(Map.of(), verdicts));
        assertThat(why.verdict()).isEqualTo(Verdict.SUPPORTED);
        assertThat(why.statement()).isEqualTo("The claim random-start.");
        assertThat(why.sentence())
                .isEqualTo(QuestionReplies.of(Question.WHY_RANDOM).supported());
        assertThat(why.standing()).isEqualTo("supported (for it on 4 of 5 tasks, open on 1)");
        assertThat(why.claims()).containsExactly("random-start", "copies");
        assertThat(why.caveats()).containsExactly("a caveat of random-start");
        assertThat(why.missing())
                .containsExactly("Not measured here; the study symmetry measures it: The claim copies.");
    }

    /** Nobody must be left with an empty page: what is missing, and what would measure it. */
    @Test
    void aQuestionWithoutArmsSaysWhichStudyMeasuresIt() {
        List<QuestionAnswer> answers = QuestionAnswers.of(Map.of(), List.of());
        assertThat(answers).hasSize(Question.values().length);
        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.measured()).isFalse();
            assertThat(answer.verdict()).isNull();
            assertThat(answer.sentence()).matches("Not measured here; the study [a-z]+ measures it\\.");
        });
        QuestionAnswer still = answer(
                Question.STILL_MATTERS,
                QuestionAnswers.of(Map.of(), List.of(claim("adam", "Does it still matter with Adam?", null, 0, 0))));
        assertThat(still.sentence()).isEqualTo("Not measured here; the study symmetry measures it.");
    }

    /** A study that asks half of the tasks shows what it shows, and says how far it reaches. */
    @Test
    void whatIsOpenForMissingTasksOnlyIsToldAsMeasured() {
        QuestionAnswer zero = answer(
                Question.ZERO,
                QuestionAnswers.of(
                        Map.of(),
                        List.of(claim(
                                "zero", "Would zero not be better?", Verdict.UNDECIDED, Verdict.SUPPORTED, 4, 0))));
        assertThat(zero.verdict()).isEqualTo(Verdict.UNDECIDED);
        assertThat(zero.sentence())
                .isEqualTo(QuestionReplies.of(Question.ZERO).supported() + " That was measured on 4 of 4 tasks only.");
    }

    /** Whoever reads the answer must learn that it hangs on the criterion, where it does. */
    @Test
    void aVerdictThatHangsOnTheCriterionSaysSo() {
        List<ClaimVerdict> verdicts = List.of(claim("zero", "Would zero not be better?", Verdict.SUPPORTED, 4, 0));
        Sensitivity sensitivity = new Sensitivity(
                List.of(new Sensitivity.Varied(
                        "B/10",
                        0,
                        List.of(),
                        2,
                        List.of(
                                new Sensitivity.VerdictFlip("zero", Verdict.SUPPORTED, Verdict.REFUTED),
                                new Sensitivity.VerdictFlip("adam", Verdict.SUPPORTED, Verdict.REFUTED)))),
                List.of());
        List<QuestionAnswer> answers =
                QuestionAnswers.ofStudy(Map.of(), new Conclusions(verdicts, null, null, sensitivity));
        assertThat(answer(Question.ZERO, answers).caveats())
                .containsExactly("a caveat of zero", "at B/10 the verdict on zero would be: refuted");
        assertThat(answer(Question.WHY_RANDOM, answers).caveats()).isEmpty();
    }

    private static Finding finding(String bundle, String study, String brief) {
        return new Finding(bundle, study, brief, List.of(), List.of());
    }

    @Test
    void withoutAVerdictTheAnswerIsWhatWasFound() {
        Finding finding = finding("b", "mine", "About 10^-1.");
        QuestionAnswer small =
                answer(Question.HOW_SMALL, QuestionAnswers.ofStudy(Map.of(Question.HOW_SMALL, finding), List.of()));
        assertThat(small.verdict()).isNull();
        assertThat(small.measured()).isTrue();
        assertThat(small.sentence()).isEqualTo("About 10^-1.");
        assertThat(small.statement()).isEmpty();
    }

    /** The magic number's regret belongs to its answer, a verdict alone would not say how bad the best is. */
    @Test
    void aMagicNumberTellsItsRegret() {
        QuestionAnswer magic = answer(
                Question.MAGIC_NUMBER,
                QuestionAnswers.ofStudy(
                        Map.of(Question.MAGIC_NUMBER, finding("b", "standard", "The smallest has he-normal.")),
                        List.of(claim("he", "Is there a magic number that works for all?", Verdict.REFUTED, 1, 0))));
        assertThat(magic.verdict()).isEqualTo(Verdict.REFUTED);
        assertThat(magic.sentence())
                .startsWith("No: none of the numbers that were tried")
                .endsWith(" The smallest has he-normal.");
        assertThat(magic.standing()).isEqualTo("refuted (of 1 claim 1 refuted: he)");
    }

    @Test
    void theStudyThatIsMadeForAQuestionComesFirst() {
        List<Finding> ordered = QuestionAnswers.ordered(
                Question.WHY_RANDOM,
                List.of(
                        finding("a", "mine", "1"),
                        finding("b", "standard", "2"),
                        finding("c", "symmetry", "3"),
                        finding("d", "symmetry", "4")),
                Map.of("c", 10, "d", 20));
        assertThat(ordered).extracting(Finding::bundle).containsExactly("d", "c", "b", "a");
    }

    /** Hypotheses of one's own ask their own questions. */
    @Test
    void otherQuestionsFollow() {
        List<QuestionAnswer> answers = QuestionAnswers.of(
                Map.of(),
                List.of(
                        claim("first", "Is mine better?", null, 0, 0),
                        claim("second", "Is mine better?", Verdict.DEPENDS, 2, 0)));
        QuestionAnswer other = answers.get(Question.values().length);
        assertThat(other.question()).isEqualTo("Is mine better?");
        assertThat(Objects.requireNonNull(other.verdict())).isEqualTo(Verdict.DEPENDS);
        assertThat(other.sentence()).isEqualTo("The claim second: judged.");
        assertThat(other.claims()).containsExactly("first", "second");
    }
}
