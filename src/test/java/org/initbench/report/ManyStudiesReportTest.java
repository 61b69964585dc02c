package org.initbench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.initbench.analysis.Analysis;
import org.initbench.analysis.Overview;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One page, one text and one file of data over several studies. */
class ManyStudiesReportTest {
    private static final List<Analysis> TWO = FixtureOverview.analyses("second study");
    private static final Overview OVERVIEW = FixtureOverview.of(TWO);

    private static String page() throws IOException {
        return HtmlReport.render(OVERVIEW, Reports.views(OVERVIEW, TWO));
    }

    @Test
    void everyQuestionHasItsAnswerOnTopAndItsSectionBelow() throws IOException {
        String page = page();
        assertThat(OVERVIEW.questions()).filteredOn(answer -> answer.measured()).allSatisfy(answer -> {
            assertThat(page).contains("<a href=\"#" + answer.id() + "\">");
            assertThat(Pattern.compile(Pattern.quote(Powers.html(answer.sentence())))
                            .matcher(page)
                            .results()
                            .count())
                    .as("on top and in its section")
                    .isGreaterThanOrEqualTo(2);
        });
        assertThat(page).contains("Not measured here; the study standard measures it.");
    }

    /** Whoever doubts an answer must get to the study that it comes from, in one step. */
    @Test
    void answersLeadToTheReportsOfTheirStudies() throws IOException {
        assertThat(page())
                .contains(
                        "href=\"../quick-host-20260101T120000Z/report.html#why-random\"",
                        "href=\"../second%20study/report.html#why-random\"",
                        "href=\"../second%20study/report.html\"");
        assertThat(OverviewMarkdown.render(OVERVIEW, Reports.views(OVERVIEW, TWO)))
                .contains("[second study](../second%20study/report.html#why-random)");
    }

    @Test
    void loadsNothingAndIsSmall() throws IOException {
        String page = page();
        String markup = page.replaceAll("(?s)<(script|style)[ >].*?</\\1>", "");
        assertThat(markup).doesNotContain("<link", "<iframe", "<img", "@import", "url(", " src=");
        assertThat(page).contains("default-src &#39;none&#39;");
        assertThat(page.getBytes(StandardCharsets.UTF_8).length).isLessThan(3_000_000);
    }

    @Test
    void namesOfStudiesNeverBecomeMarkup() throws IOException {
        String hostile = "<b>\"x\" onclick='y' [z](javascript:e) |";
        List<Analysis> analyses = FixtureOverview.analyses(hostile);
        Overview overview = FixtureOverview.of(analyses);
        List<StudyView> views = Reports.views(overview, analyses);
        String page = HtmlReport.render(overview, views);
        assertThat(HtmlReportTest.tags(HtmlReportTest.markup(page)))
                .as("the same elements and attributes")
                .isEqualTo(HtmlReportTest.tags(HtmlReportTest.markup(page())));
        assertThat(page).contains("&lt;b&gt;");
        assertThat(OverviewMarkdown.render(overview, views)).doesNotContain("<b>", "[z](javascript");
        assertThat(TerminalReport.render(overview, analyses, false, 80)).doesNotContain("\u001b");
    }

    @Test
    void theTextHasTheAnswersTheStudiesAndTheCaveats() {
        assertThat(OverviewMarkdown.render(OVERVIEW, Reports.views(OVERVIEW, TWO)))
                .contains(
                        "Answers from 2 studies.",
                        "- **Why random?** Because of digits-mlp-tanh: at 10<sup>-2</sup>. *supported* (for it on 2 of 3 tasks): Random weights learn on digits-mlp-tanh.",
                        "| quick-host-20260101T120000Z | quick | 1824 | 42 | A CPU | 2026-01-01 12:00 UTC | 0123456789abcdef |",
                        "| second study | quick | 1824, incomplete | 42 | A CPU | 2026-01-01 12:00 UTC | not sealed |",
                        "- A caveat of all.");
    }

    /** The short form: the question, the verdict, one line. */
    @Test
    void theTerminalShowsTheShortForm() {
        String terminal = TerminalReport.render(OVERVIEW, TWO, false, 80);
        assertThat(terminal)
                .contains("  Why random?\n    Because of digits-mlp-tanh: at 10^-2.\n")
                .doesNotContain("best std");
        assertThat(terminal.lines())
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(80));
    }

    @Test
    void theDataComeBack() throws IOException {
        String json = AnalysisJson.toJson(OVERVIEW);
        assertThat(AnalysisJson.overview(json)).isEqualTo(OVERVIEW);
        assertThatThrownBy(() -> AnalysisJson.fromJson(json)).hasMessageContaining("overview of several bundles");
        assertThatThrownBy(() -> AnalysisJson.overview(AnalysisJson.toJson(SmallFixture.analysis())))
                .hasMessageContaining("no overview");
        String newer = json.replaceFirst("\"schema\" : " + Overview.SCHEMA, "\"schema\" : 99");
        assertThatThrownBy(() -> AnalysisJson.overview(newer)).hasMessageContaining("99");
    }

    @Test
    void writesThreeWholeFilesAndNothingElse(@TempDir Path folder) throws IOException {
        Reports.write(OVERVIEW, TWO, folder);
        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("analysis.json", "answers.md", "report.html");
        }
        assertThat(folder.resolve("report.html")).content().endsWith("</html>\n");
    }

    /** RFC 3986: a space is %20, # and ? would end the path, and a colon in the first step would be a scheme. */
    @ParameterizedTest
    @CsvSource({
        "../one/report.html, ../one/report.html",
        "deep/report.html, ./deep/report.html",
        "../a b#c?d/report.html, ../a%20b%23c%3Fd/report.html",
        "a:b/report.html, ./a:b/report.html",
        "C:/x/report.html, file:///C:/x/report.html",
        "/tmp/ä/report.html, /tmp/%C3%A4/report.html"
    })
    void aPathBecomesALink(String path, String href) {
        assertThat(Hrefs.of(path)).isEqualTo(href);
    }
}
