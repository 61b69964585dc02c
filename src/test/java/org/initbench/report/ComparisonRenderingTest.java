package org.initbench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.initbench.compare.StudyComparison;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ComparisonRenderingTest {
    private static final Pattern SCRIPT = Pattern.compile("<script.*?</script>", Pattern.DOTALL);

    @Test
    void jsonLosesNothing() throws IOException {
        for (StudyComparison comparison : List.of(ComparisonFixture.comparison(), ComparisonFixture.equal())) {
            String json = ComparisonJson.toJson(comparison);
            assertThat(ComparisonJson.fromJson(json)).isEqualTo(comparison);
            assertThat(json).doesNotContain(": NaN", ": Infinity", ": null");
        }
    }

    /** What programs rely on: the version, the result as a word, and numbers under names that stay. */
    @Test
    void jsonHasTheNamesThatProgramsRelyOn() throws IOException {
        JsonNode json = new ObjectMapper().readTree(ComparisonJson.toJson(ComparisonFixture.comparison()));
        assertThat(json.get("schema").asInt()).isEqualTo(1);
        assertThat(json.get("accord").asText()).isEqualTo("differs");
        assertThat(json.at("/pairs/1/tasks/0/epochs/verdict").asText()).isEqualTo("different");
        assertThat(json.at("/pairs/1/tasks/0/epochs/ratio").asDouble()).isBetween(1.5, 2.0);
        assertThat(json.at("/pairs/0/bits/runs").asInt()).isEqualTo(36);
        assertThat(json.at("/environments/0/effect").asText()).isEqualTo("bits");
        assertThat(json.at("/pairs/0/speed/mean").asDouble()).isBetween(1.019, 1.021);
    }

    @Test
    void aNewerFormatIsNotReadAsIfItWereKnown() {
        assertThatThrownBy(() -> ComparisonJson.fromJson("{\"schema\": 2}"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("its schema is 2; this program reads 1 to 1");
    }

    @Test
    void theTerminalShowsEveryPart() {
        String text = ComparisonTerminal.render(ComparisonFixture.comparison(), false, 100);
        assertThat(text)
                .contains(
                        "A  bundles/a",
                        "Answer: differs",
                        "A and C differ: epochs differ beyond the margin on iris-mlp-tanh, digits-mlp-relu-d4")
                .contains("BLAS (can change: bits): A OpenBLAS 0.3.19, core type Haswell; B OpenBLAS")
                .contains(
                        "Every task: A beside B", "only B", "Every task: A beside C", "geometric mean", "~: undecided");
        assertThat(text.lines().filter(line -> line.startsWith("iris-mlp-tanh")))
                .as("a row of results and one of times for each of two bundles")
                .hasSize(4);
        assertThat(text).doesNotContain("\u001b", "null", "NaN");
        assertThat(ComparisonTerminal.render(ComparisonFixture.comparison(), true, 100))
                .contains("\u001b[1m");
    }

    /** Both machines were as fast: what is not shown is not claimed. */
    @Test
    void aTildeStandsWhereNothingIsDecided() {
        assertThat(ComparisonTerminal.render(ComparisonFixture.equal(), false, 100))
                .contains("~ 1 [")
                .contains("nothing differs that is known to change a result");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"</script><script>alert(1)</script>", "\" onmouseover=\"alert(1)", "<img src=x onerror=alert(1)>"
            })
    void namesNeverBecomeMarkupOrScript(String name) throws IOException {
        String plain = ComparisonHtml.render(ComparisonFixture.named("harmless"));
        String hostile = ComparisonHtml.render(ComparisonFixture.named(name));
        assertThat(tags(hostile)).isEqualTo(tags(plain));
        assertThat(SCRIPT.matcher(hostile).results().count()).isEqualTo(4);
    }

    private static List<String> tags(String page) {
        String markup = SCRIPT.matcher(page).replaceAll("");
        return Pattern.compile("<[a-zA-Z/][^>]*>")
                .matcher(markup)
                .results()
                .map(MatchResult::group)
                .map(tag -> tag.replaceAll("=\"[^\"]*\"", ""))
                .toList();
    }

    @Test
    void thePageLoadsNothing() throws IOException {
        String page = ComparisonHtml.render(ComparisonFixture.comparison());
        String markup = SCRIPT.matcher(page).replaceAll("");
        assertThat(markup).doesNotContain("<link", "<iframe", "<img", "@import", "url(");
        assertThat(Pattern.compile("\\b(?:src|href|action)=\"([^\"]*)\"")
                        .matcher(markup)
                        .results())
                .allSatisfy(attribute -> assertThat(attribute.group(1)).startsWith("#"));
        assertThat(page)
                .contains("default-src &#39;none&#39;", "script-src &#39;sha256-")
                .hasSizeLessThan(1_500_000);
    }
}
