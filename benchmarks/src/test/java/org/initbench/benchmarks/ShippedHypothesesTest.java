package org.initbench.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.initbench.hypothesis.Arm;
import org.initbench.hypothesis.Best;
import org.initbench.hypothesis.Hypotheses;
import org.initbench.hypothesis.HypothesesReader;
import org.initbench.hypothesis.Hypothesis;
import org.initbench.hypothesis.Opponent;
import org.initbench.hypothesis.Place;
import org.initbench.hypothesis.ShippedHypotheses;
import org.initbench.run.ResolvedStudy;
import org.initbench.study.StudyReader;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A hypothesis that no shipped study measures would never be answered, and nobody would notice. */
class ShippedHypothesesTest {

    private static List<ResolvedStudy> studies = List.of();

    @BeforeAll
    static void readStudies() throws IOException {
        studies = ShippedStudiesTest.files().stream().map(StudyReader::read).toList();
    }

    private static Hypotheses shipped() {
        return HypothesesReader.read(Program.root().resolve("benchmarks/studies/hypotheses.yaml"));
    }

    static List<Hypothesis> hypotheses() {
        return shipped().current();
    }

    /** One study has both arms everywhere: arms of two studies differ in precision, replicates or the best start. */
    @ParameterizedTest
    @MethodSource("hypotheses")
    void aShippedStudyHasBothArmsOnEveryTask(Hypothesis hypothesis) {
        assertThat(studies)
                .as(hypothesis.id())
                .anyMatch(study -> hypothesis.places().stream().allMatch(place -> measures(study, hypothesis, place)));
    }

    /** A reader is sent to that study: it must have everything, and must not be the largest where a smaller one does. */
    @ParameterizedTest
    @MethodSource("hypotheses")
    void theStudyThatAReaderIsSentToMeasuresIt(Hypothesis hypothesis) {
        String named = ShippedHypotheses.study(hypothesis.id()).orElseThrow();
        List<String> measuring = studies.stream()
                .filter(study -> hypothesis.places().stream().allMatch(place -> measures(study, hypothesis, place)))
                .map(ResolvedStudy::name)
                .toList();
        assertThat(measuring).contains(named);
        assertThat(named.equals("full") && measuring.size() > 1).isFalse();
    }

    @Test
    void theProgramHoldsTheShippedFile() {
        assertThat(ShippedHypotheses.all()).isEqualTo(shipped());
    }

    private static boolean measures(ResolvedStudy study, Hypothesis hypothesis, Place place) {
        return has(study, place.first(), hypothesis.first()) && has(study, place.second(), hypothesis.second());
    }

    private static boolean has(ResolvedStudy study, String task, @Nullable Opponent opponent) {
        if (study.tasks().stream().noneMatch(t -> t.name().equals(task))) {
            return false;
        }
        if (opponent instanceof Arm arm) {
            return study.armsOf(task).stream().anyMatch(own -> own.is(arm));
        }
        String initializer = opponent instanceof Best best ? best.initializer() : null;
        return study.ownRateArmsOf(task).stream()
                        .filter(own -> initializer == null || own.initializer().equals(initializer))
                        .count()
                > 1;
    }

    @Test
    void theQuestionsPeopleAskAreThere() {
        assertThat(hypotheses())
                .extracting(Hypothesis::id)
                .contains("random-start", "zero", "merely-different", "tiny-difference", "gap-widens")
                .contains("near-the-solution", "price-of-smallness", "kinds-share-a-gain", "uniform-or-normal")
                .contains("one-thousandth", "one-percent", "two-percent", "five-percent", "one-tenth", "magic-077")
                .contains("glorot", "he", "lecun", "pytorch-default", "gpt-2")
                .contains("batch-normalization", "residual", "adam", "tuned-rate");
        assertThat(hypotheses()).allSatisfy(h -> {
            assertThat(h.question()).endsWith("?");
            assertThat(h.claim()).matches("[A-Z].{20,}\\.");
            assertThat(h.margin()).isEqualTo(h.measure().ratio() ? 1.25 : 0.2);
        });
    }

    /** Nothing is called universal that was not run on every task of the study. */
    @Test
    void magicNumbersAreTestedOnEveryTaskOfTheStandardStudy() {
        Set<String> standard =
                Set.copyOf(StudyReader.read(Program.root().resolve("benchmarks/studies/standard.yaml")).tasks().stream()
                        .map(task -> task.name())
                        .toList());
        assertThat(hypotheses().stream()
                        .filter(h -> h.second() instanceof Best best && best.initializer() == null)
                        .filter(h -> !h.family().equals("schemes")))
                .hasSizeGreaterThan(15)
                .allSatisfy(h ->
                        assertThat(h.places()).extracting(Place::first).containsExactlyInAnyOrderElementsOf(standard));
    }
}
