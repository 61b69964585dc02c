package org.initbench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.initbench.analysis.Analysis;
import org.initbench.analysis.DoseResponse;
import org.initbench.analysis.Laboratory;
import org.initbench.analysis.Question;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LaboratoryReportTest {
    private static final Laboratory LABORATORY = FixtureLaboratory.of("mlp_1");

    private static Analysis analysis() {
        return AnalysisFixture.quick();
    }

    /** Every picture belongs to one question. */
    @Test
    void everyPictureHasItsPlace() {
        assertThat(Arrays.stream(Question.values())
                        .flatMap(question -> LaboratoryPictures.figures(question, LABORATORY, "Brief.").stream())
                        .map(Figure::name))
                .containsExactlyInAnyOrder("ends", "dose", "contrasts", "growth", "signs", "travel");
    }

    /** Every picture has its numbers in a table beside it, and its answer in words. */
    @ParameterizedTest
    @EnumSource
    void everyPictureHasWordsAndATable(Question question) {
        List<Figure> figures = LaboratoryPictures.figures(question, LABORATORY, "Brief.");
        assertThat(figures).allSatisfy(figure -> {
            assertThat(figure.alt()).contains("Brief.").endsWith("The table below has every number.");
            assertThat(figure.caption()).isNotBlank();
            assertThat(LaboratoryPictures.tables(question, LABORATORY))
                    .filteredOn(table -> !table.rows().isEmpty())
                    .isNotEmpty();
        });
    }

    /** Random parts around zero are plain normal weights: how small they may be is another question than how different. */
    @Test
    void dosesAroundZeroTellHowSmall() {
        Laboratory zero = new Laboratory(
                LABORATORY.answers(),
                List.of(),
                LABORATORY.doses().stream()
                        .map(dose -> new DoseResponse(
                                dose.task(),
                                "normal",
                                0,
                                dose.points(),
                                dose.smallest(),
                                dose.openBelow(),
                                dose.price(),
                                dose.undecided()))
                        .toList(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
        assertThat(LaboratoryPictures.figures(Question.HOW_SMALL, zero, "")).hasSize(1);
        assertThat(LaboratoryPictures.figures(Question.MERELY_DIFFERENT, zero, ""))
                .isEmpty();
        assertThat(LaboratoryPictures.figures(Question.HOW_SMALL, LABORATORY, ""))
                .isEmpty();
    }

    @Test
    void aRowOfEqualStartsSaysWhereItsControlEnded() {
        Table table = LaboratoryTables.equalStarts(LABORATORY);
        assertThat(table.rows()).hasSize(2);
        assertThat(table.rows().get(0).cells().stream().map(Table.Cell::text).toList())
                .containsExactly(
                        "mlp_1",
                        "constant, value 0.1",
                        "2/10",
                        "2",
                        "0.6",
                        "0.6",
                        "0/8",
                        "constant, value 0.1",
                        "0.6",
                        "1/10",
                        "0.6",
                        "the same loss, better than guessing");
        assertThat(table.rows().get(1).cells().stream().map(Table.Cell::text).toList())
                .containsExactly("mlp_1", "zero", "0/10", "10", "0.6", "–", "0/0", "–", "–", "–", "–", "–");
    }

    /** What is undefined or infinite is left out of a picture and not drawn at zero. */
    @Test
    void whatDoesNotExistIsNotDrawn() {
        LaboratoryFigure contrasts =
                Objects.requireNonNull(LaboratoryFigures.of(LABORATORY).get(LaboratoryFigures.CONTRASTS));
        LaboratoryFigure.Point never = contrasts.points().get(1);
        assertThat(never.value()).isNull();
        assertThat(never.low()).isEqualTo(3);
        assertThat(never.high()).isNull();
        assertThat(never.open()).isTrue();
        assertThat(LaboratoryFigures.of(Laboratory.none())).isEmpty();
        assertThat(LaboratoryFigures.of(null)).isEmpty();
    }

    @Test
    void picturesAndTablesStandWithTheirQuestions() throws IOException {
        String page = HtmlReport.render(analysis());
        assertThat(page)
                .contains("id=\"why-random\"", "data-figure=\"dose\"", "<caption>What moved from zero</caption>");
        assertThat(page.indexOf("id=\"merely-different\"")).isLessThan(page.indexOf("data-figure=\"dose\""));
        assertThat(page.indexOf("id=\"gap\"")).isGreaterThan(page.indexOf("data-figure=\"dose\""));
    }

    /** A study without the starts shows no empty picture. */
    @Test
    void withoutALaboratoryThereIsNoPicture() throws IOException {
        Analysis small = SmallFixture.analysis();
        assertThat(small.laboratory()).isNull();
        assertThat(HtmlReport.render(small)).doesNotContain("class=\"chart laboratory\"");
    }
}
