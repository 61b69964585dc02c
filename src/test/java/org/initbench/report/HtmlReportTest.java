package org.initbench.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.initbench.analysis.Analysis;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlReportTest {
    private static final Pattern SCRIPT = Pattern.compile("<script.*?</script>", Pattern.DOTALL);
    private static final Pattern RESOURCE = Pattern.compile("\\b(src|href|action|srcset|poster|data)=\"([^\"]*)\"");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "</script><script>alert(1)</script>",
                "<img src=x onerror=alert(1)>",
                "\" onmouseover=\"alert(1)",
                "' onmouseover='alert(1)",
                "<!--<script>",
                "]]>&lt;b&gt;\u2028${1+1}"
            })
    void namesNeverBecomeMarkupOrScript(String name) throws IOException {
        String plain = markup(HtmlReport.render(AnalysisFixture.named("harmless")));
        String hostile = HtmlReport.render(AnalysisFixture.named(name));
        assertThat(tags(markup(hostile))).as("the same elements and attributes").isEqualTo(tags(plain));
        assertThat(scripts(hostile)).isEqualTo(5);
        JsonNode data = data(hostile);
        assertThat(data.at("/families/0").asText())
                .as("the name survives as data")
                .isEqualTo(name);
    }

    @Test
    void loadsNothingFromAnywhere() throws IOException {
        String page = HtmlReport.render(AnalysisFixture.quick());
        String markup = markup(page);
        RESOURCE.matcher(markup)
                .results()
                .map(MatchResult::group)
                .forEach(attribute -> assertThat(attribute).startsWith("href=\"#"));
        assertThat(markup).doesNotContain("<link", "<iframe", "<img", "@import", "url(");
        assertThat(page).contains("default-src &#39;none&#39;", "script-src &#39;sha256-");
    }

    /** Most studies do not time the sweep: an empty chart would look like a failure. */
    @Test
    void costIsDrawnOnlyWhereItWasTimed() throws IOException {
        String timed = HtmlReport.render(AnalysisFixture.quick());
        assertThat(markup(timed)).contains("How cost grows", "width 32, depth 2, batch 32");
        assertThat(data(timed).at("/costs")).hasSize(4);
        String plain = HtmlReport.render(SmallFixture.analysis());
        assertThat(markup(plain)).doesNotContain("How cost grows", "chart cost");
        assertThat(data(plain).at("/costs")).isEmpty();
    }

    @Test
    void isSmallEnoughToSend() throws IOException {
        byte[] page = HtmlReport.render(AnalysisFixture.quick()).getBytes(StandardCharsets.UTF_8);
        assertThat(page.length).isLessThan(3_000_000);
    }

    @Test
    void whatDoesNotExistIsADashWithItsReasonAndNeitherZeroNorTheBudget() throws IOException {
        String page = HtmlReport.render(SmallFixture.analysis());
        String row = markup(page)
                .lines()
                .filter(line -> line.contains(">0/10<"))
                .filter(line -> line.contains("<td"))
                .findFirst()
                .orElseThrow();
        assertThat(row).contains(">–<sup class=\"note\">", "&gt; 2000").doesNotContain("777", ">0<", ">∞<");
        assertThat(page).contains("</sup> " + SmallFixture.NEVER);
        JsonNode never = data(page).at("/tasks/0/cells/1");
        assertThat(never.get("never").asBoolean()).isTrue();
        assertThat(never.at("/ert/value").isMissingNode()).isTrue();
        assertThat(never.at("/median/value").isMissingNode()).isTrue();
        assertThat(never.at("/ert/open").asBoolean()).isTrue();
    }

    @Test
    void answersAndTablesAreThereWithoutScripts() throws IOException {
        Analysis analysis = AnalysisFixture.quick();
        String markup = markup(HtmlReport.render(analysis));
        assertThat(markup).contains("<noscript>");
        analysis.questions().forEach(answer -> assertThat(markup).contains(Powers.html(answer.sentence())));
        Analysis small = SmallFixture.analysis();
        assertThat(markup(HtmlReport.render(small)))
                .as("without questions")
                .contains(Powers.html(small.answer().get(0)));
        analysis.tasks()
                .forEach(task -> assertThat(markup)
                        .contains(task.task().name(), Powers.html(task.answer().get(0))));
        assertThat(markup.split("<tr", -1).length).as("rows of tables").isGreaterThan(6 * 31 * 2);
    }

    @Test
    void numbersKeepTheirPointWhateverTheLocale() throws IOException {
        Locale before = Locale.getDefault();
        String english = HtmlReport.render(SmallFixture.analysis());
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(HtmlReport.render(SmallFixture.analysis())).isEqualTo(english);
        } finally {
            Locale.setDefault(before);
        }
    }

    static String markup(String page) {
        return SCRIPT.matcher(page).replaceAll("").replaceAll("(?s)<style>.*?</style>", "");
    }

    private static long scripts(String page) {
        return Pattern.compile("<script").matcher(page).results().count();
    }

    static List<String> tags(String markup) {
        List<String> tags = new ArrayList<>();
        Pattern.compile("<(/?[a-zA-Z]\\w*)((?:[^>\"]|\"[^\"]*\")*)>")
                .matcher(markup)
                .results()
                .forEach(tag -> tags.add(tag.group(1) + tag.group(2).replaceAll("\"[^\"]*\"", "")));
        return tags;
    }

    private static JsonNode data(String page) throws IOException {
        int start = page.indexOf('>', page.indexOf("id=\"data\"")) + 1;
        return new ObjectMapper().readTree(page.substring(start, page.indexOf("</script>", start)));
    }
}
