package org.initbench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.initbench.common.WholeFile;
import org.initbench.compare.StudyComparison;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the scripts of a comparison's page in a headless Chromium, where one is installed. */
class ComparisonInBrowserTest {
    private final Path folder;

    ComparisonInBrowserTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void everyChartIsDrawnWithoutAnError() throws Exception {
        Browser.Page page = open(ComparisonFixture.comparison());
        assertThat(page.errors()).isEmpty();
        assertThat(page.svgs("Ratio of epochs by task"))
                .as("one a bundle but the first")
                .isEqualTo(2);
        assertThat(page.svgs("Share of runs still equal to the bit")).isEqualTo(2);
        assertThat(page.svgs("Best scales, std")).isEqualTo(2);
        assertThat(page.svgs("Ratio of times by task")).isEqualTo(2);
        assertThat(Pattern.compile("<svg.*?</svg>", Pattern.DOTALL)
                        .matcher(page.dom())
                        .results())
                .allSatisfy(svg -> assertThat(svg.group()).doesNotContain("NaN", "undefined", "Infinity"));
    }

    @Test
    void equalBundlesHaveNoPartingToDraw() throws Exception {
        Browser.Page page = open(ComparisonFixture.equal());
        assertThat(page.errors()).isEmpty();
        assertThat(page.svgs("Ratio of epochs by task")).isEqualTo(1);
        assertThat(page.svgs("Share of runs still equal to the bit")).isZero();
    }

    @Test
    void onAPhoneThePageDoesNotScrollSideways() throws Exception {
        WholeFile.write(folder.resolve("compare.html"), ComparisonHtml.render(ComparisonFixture.comparison()));
        Path probe = folder.resolve("probe.html");
        WholeFile.write(
                probe,
                "<body style='margin:0'><iframe src='compare.html' style='border:0;height:900px;width:390px'></iframe><p></p>"
                        + "<script>onload = () => setTimeout(() => { document.querySelector('p').textContent ="
                        + " document.querySelector('iframe').contentDocument.documentElement.scrollWidth; }, 3000)</script>");
        assertThat(Browser.open(folder, probe).dom()).contains("<p>390</p>");
    }

    private Browser.Page open(StudyComparison comparison) throws IOException, InterruptedException {
        Path file = folder.resolve("compare.html");
        WholeFile.write(file, ComparisonHtml.render(comparison));
        return Browser.open(folder, file);
    }
}
