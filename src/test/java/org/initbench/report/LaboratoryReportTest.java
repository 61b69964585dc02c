package org.initbench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Objects;
import org.initbench.analysis.Analysis;
import org.initbench.analysis.Laboratory;
import org.junit.jupiter.api.Test;

class LaboratoryReportTest {
    private static final Laboratory LABORATORY = FixtureLaboratory.of("mlp_1");

    private static Analysis analysis() {
        return AnalysisFixture.quick();
    }

    /** Every picture has its numbers in a table beside it, every question its answer, measured or not. */
    @Test
    void everyPictureHasWordsAndATable() {
        LaboratorySection section = Objects.requireNonNull(LaboratorySection.of(analysis()));
        assertThat(section.parts()).hasSize(6);
        assertThat(section.parts())
                .filteredOn(part -> !part.figures().isEmpty())
                .allSatisfy(part -> {
                    assertThat(part.tables()).isNotEmpty();
                    assertThat(part.figures()).allSatisfy(figure -> {
                        assertThat(figure.alt())
                                .contains(part.answer().brief())
                                .endsWith("The table below has every number.");
                        assertThat(figure.caption()).isNotBlank();
                    });
                });
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
    void answersAndTerminalTellTheSame() throws IOException {
        String markdown = AnswersMarkdown.render(analysis());
        assertThat(markdown)
                .contains("## The symmetry laboratory", "### Equal?", "digits-mlp-tanh ended at 10<sup>-2</sup>.")
                .contains("- One: Little.", "Not measured.");
        assertThat(TerminalReport.render(analysis(), false, 100))
                .contains("Symmetry laboratory", "Equal? digits-mlp-tanh ended at 10^-2.")
                .doesNotContain("Near?");
        assertThat(HtmlReport.render(analysis()))
                .contains("id=\"laboratory\"", "data-figure=\"dose\"", "<caption>What moved from zero</caption>");
    }

    /** A study without the starts shows no empty section. */
    @Test
    void withoutALaboratoryThereIsNoSection() throws IOException {
        Analysis small = SmallFixture.analysis();
        assertThat(small.laboratory()).isNull();
        assertThat(AnswersMarkdown.render(small)).doesNotContain("laboratory");
        assertThat(TerminalReport.render(small, false, 100)).doesNotContain("laboratory");
        assertThat(HtmlReport.render(small)).doesNotContain("id=\"laboratory\"");
    }
}
