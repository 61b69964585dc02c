package org.initbench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The method page, where readers meet it. */
class MethodPageTest {

    /** Two texts would drift apart. */
    @Test
    void isThePageOfTheDocumentation() throws IOException {
        Path page = Path.of(System.getProperty("initbench.root", ".."), "reports", "method.md");
        assertThat(MethodPage.markdown()).isEqualTo(Files.readString(page));
    }

    @Test
    void everyReportHasItAndItsContentsLeadThere() throws IOException {
        MethodPage page = MethodPage.load();
        assertThat(HtmlReport.render(SmallFixture.analysis()))
                .contains("<a href=\"#method\">", "<section id=\"method\"", page.title() + "</h2>", page.body());
    }

    /** What nobody reads to its end tells nobody how anything was measured: one printed page, references apart. */
    @Test
    void isOnePage() {
        String text = MethodPage.markdown().split("(?m)^## References$", -1)[0];
        long words = Arrays.stream(text.split("\\s+", -1))
                .filter(word -> word.chars().anyMatch(Character::isLetter))
                .count();
        assertThat(words).isBetween(500L, 900L);
    }

    /** A number in brackets that leads nowhere is no reference, and one that is not cited none either. */
    @Test
    void everyReferenceIsCitedAndListed() {
        String[] parts = MethodPage.markdown().split("(?m)^## References$", -1);
        assertThat(parts).hasSize(2);
        Pattern number = Pattern.compile("\\[(\\d+)]");
        assertThat(number.matcher(parts[0])
                        .results()
                        .map(found -> found.group(1))
                        .distinct())
                .containsExactlyInAnyOrderElementsOf(number.matcher(parts[1])
                        .results()
                        .map(found -> found.group(1))
                        .toList());
    }

    @Test
    void headingsStandBelowTheSectionAndParagraphsAndListsAreMarkup() {
        MethodPage page = MethodPage.of("# A *title*\n\nOne **two**.\n\n- three\n\n## Four\n\n###### Five\n");
        assertThat(page.title()).isEqualTo("A title");
        assertThat(page.body()).isEqualTo("""
                        <p>One <strong>two</strong>.</p>
                        <ul>
                        <li>three</li>
                        </ul>
                        <h3>Four</h3>
                        <h6>Five</h6>
                        """);
    }

    /** The report promises to run and load nothing from elsewhere. */
    @Test
    void markupInThePageIsShownAndNotObeyed() {
        MethodPage page =
                MethodPage.of("# T <i>\n\n<script>alert(1)</script>\n\na <b onclick=x> [c](javascript:alert(1))\n");
        assertThat(page.body())
                .doesNotContain("<script", "<b", "javascript:")
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;", "a &lt;b onclick=x&gt;");
        Matcher attributes =
                Pattern.compile(" (href|src)=").matcher(MethodPage.load().body());
        assertThat(attributes.find()).as("links leave the report").isFalse();
    }

    @Test
    void aPageBeginsWithItsTitle() {
        for (String wrong : new String[] {"", "text", "## Low\n", "text\n\n# Late\n"}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> MethodPage.of(wrong))
                    .withMessageContaining("begins with its title");
        }
    }
}
