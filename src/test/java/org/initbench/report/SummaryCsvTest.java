package org.initbench.report;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.initbench.analysis.RateFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SummaryCsvTest {
    private final Locale before = Locale.getDefault();

    @AfterEach
    void restoreLocale() {
        Locale.setDefault(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en-US", "de-DE", "fr-FR", "tr-TR", "ar-EG-u-nu-arab", "hi-IN-u-nu-deva"})
    void readsTheSameWhateverTheLocale(String tag) throws IOException {
        Locale.setDefault(Locale.forLanguageTag(tag));
        assertThat(SummaryCsv.render(SmallFixture.analysis()).replace("\r\n", "\n"))
                .isEqualTo(golden());
    }

    @Test
    void whatDoesNotExistIsEmptyAndNeitherZeroNorTheBudget() {
        NamedCsvRecord never = rows().get(1);
        for (String column :
                List.of("median", "lower_quartile", "rmst", "ert", "restart_ert", "ert_ratio", "seconds")) {
            assertThat(never.getField(column)).as(column).isEmpty();
        }
        assertThat(never.getField("ert_low")).isEqualTo("2019.0");
        assertThat(never.getField("ert_high")).isEqualTo("Infinity");
        assertThat(never.getField("p_converge")).as("zero is a number").isEqualTo("0.0");
    }

    @Test
    void everyRowHasEveryColumnThoughNamesHoldSeparators() {
        assertThat(rows())
                .hasSize(3)
                .allSatisfy(row -> assertThat(row.getFieldCount()).isEqualTo(79));
        assertThat(rows().get(2).getField("initializer")).isEqualTo("zero, \"plain\"");
    }

    /** Cells whose units were never equal have no such epochs; an equal start that never came apart has none either. */
    @Test
    void symmetryIsToldOfTheCellsThatStartedEqual() throws IOException {
        List<NamedCsvRecord> rows =
                CsvReader.builder().ofNamedCsvRecord(SummaryCsv.render(AnalysisFixture.quick())).stream()
                        .limit(3)
                        .toList();
        assertThat(rows).extracting(row -> row.getField("equal_starts")).containsExactly("10", "10", "");
        assertThat(rows).extracting(row -> row.getField("symmetry_broken")).containsExactly("0", "10", "");
        assertThat(rows).extracting(row -> row.getField("symmetry_epochs")).containsExactly("", "12.5", "");
        assertThat(rows)
                .extracting(row -> row.getField("symmetry_visible_epochs_n"))
                .containsExactly("10", "10", "");
    }

    /** A reader who pools cells of two rates would average two experiments: each row tells its rate. */
    @Test
    void cellsAtOtherLearningRatesFollowThoseAtTheTasksOwn() {
        List<NamedCsvRecord> rows =
                CsvReader.builder().ofNamedCsvRecord(SummaryCsv.render(RateFixture.analysis())).stream()
                        .toList();
        assertThat(rows.subList(0, 31))
                .extracting(row -> row.getField("learning_rate_rule"))
                .containsOnly("task");
        assertThat(rows.subList(31, 39))
                .allSatisfy(
                        row -> assertThat(row.getField("learning_rate_rule")).isEqualTo("factor"))
                .allSatisfy(row -> assertThat(row.getField("learning_rate")).isEqualTo("0.03162"));
        assertThat(rows.subList(39, 50))
                .allSatisfy(
                        row -> assertThat(row.getField("learning_rate_rule")).isEqualTo("tuned"))
                .allSatisfy(row -> assertThat(row.getField("ert_to_tuned")).isEmpty());
        assertThat(rows).hasSize(50);
        assertThat(rows.stream().filter(row -> !row.getField("ert_to_tuned").isEmpty()))
                .as("only cells at the task's own rate have a tuned one beside them")
                .allSatisfy(row -> assertThat(row.getField("initializer")).isEqualTo("normal"))
                .hasSizeBetween(8, 11);
    }

    private static List<NamedCsvRecord> rows() {
        return CsvReader.builder().ofNamedCsvRecord(SummaryCsv.render(SmallFixture.analysis())).stream()
                .toList();
    }

    private static String golden() throws IOException {
        try (InputStream stream = SummaryCsvTest.class.getResourceAsStream("summary.csv")) {
            return new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
