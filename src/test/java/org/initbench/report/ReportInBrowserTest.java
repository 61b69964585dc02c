package org.initbench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.initbench.analysis.Analysis;
import org.initbench.analysis.Overview;
import org.initbench.analysis.RateFixture;
import org.initbench.analysis.SymmetryStudy;
import org.initbench.common.WholeFile;
import org.initbench.report.Browser.Page;
import org.initbench.run.Cause;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the page's scripts in a headless Chromium, where one is installed. */
class ReportInBrowserTest {
    /** The browser's time is virtual: it may be over before a picture is encoded, which takes real time, and nothing is said. */
    private static final int ATTEMPTS = 8;

    private final Path folder;

    ReportInBrowserTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void everyChartIsDrawnWithoutAnError() throws Exception {
        Page page = open(AnalysisFixture.quick());
        assertThat(page.errors()).isEmpty();
        assertThat(svgs(page.dom(), "Epochs to the threshold"))
                .as("three panels a task")
                .isEqualTo(18);
        assertThat(svgs(page.dom(), "Probability of convergence")).isEqualTo(18);
        assertThat(svgs(page.dom(), "Training loss")).isEqualTo(6);
        assertThat(svgs(page.dom(), "Distinct units by epoch")).isEqualTo(6);
        assertThat(svgs(page.dom(), "Spread by epoch")).isEqualTo(6);
        assertThat(svgs(page.dom(), "Depth: activation variance")).isEqualTo(12);
        assertThat(svgs(page.dom(), "Depth: gradient norm")).isEqualTo(12);
        assertThat(svgs(page.dom(), "Time of an epoch by")).isEqualTo(4);
        assertThat(svgs(page.dom(), "Laboratory: "))
                .as("ends, dose, contrasts, growth, signs, travel, profiles, kinds, claims: a panel each")
                .isEqualTo(9);
        assertThat(Pattern.compile("<svg.*?</svg>", Pattern.DOTALL)
                        .matcher(page.dom())
                        .results())
                .allSatisfy(svg -> assertThat(svg.group()).doesNotContain("NaN", "undefined", "Infinity"));
    }

    /** Two studies with the same pictures: each question has those of the study that answers it. */
    @Test
    void thePicturesOfSeveralStudiesAreDrawn() throws Exception {
        List<Analysis> analyses = FixtureOverview.analyses("second");
        Overview overview = FixtureOverview.of(analyses);
        Page page = open(HtmlReport.render(overview, Reports.views(overview, analyses)));
        assertThat(page.errors()).isEmpty();
        assertThat(svgs(page.dom(), "Laboratory: ")).isEqualTo(9);
        assertThat(probed(HtmlReport.render(overview, Reports.views(overview, analyses)), 390))
                .startsWith("390 ");
    }

    @Test
    void learningRatesAreDrawnSideBySide() throws Exception {
        Page page = open(RateFixture.analysis());
        assertThat(page.errors()).isEmpty();
        assertThat(svgs(page.dom(), "Expected epochs of normal by learning rate"))
                .isEqualTo(1);
        assertThat(page.dom()).contains("rate ÷√10", "the task's own rate", "rate tuned for each scale");
        assertThat(Pattern.compile("<svg.*?</svg>", Pattern.DOTALL)
                        .matcher(page.dom())
                        .results())
                .allSatisfy(svg -> assertThat(svg.group()).doesNotContain("NaN", "undefined", "Infinity"));
    }

    @Test
    void aNameThatIsAScriptIsNotRun() throws Exception {
        Page page = open(AnalysisFixture.named("</script><img src=x onerror=\"document.title='owned'\">"));
        assertThat(page.errors()).isEmpty();
        assertThat(page.dom()).doesNotContain("<title>owned").contains("<title>How small");
        assertThat(svgs(page.dom(), "Epochs to the threshold")).isEqualTo(2);
    }

    /** Text for screen readers that stood outside the boxes that scroll once made the whole page 554 pixels wide. */
    @Test
    void onAPhoneThePageDoesNotScrollSideways() throws Exception {
        assertThat(probed(AnalysisFixture.quick(), 390)).startsWith("390 ");
    }

    /** Eighteen scales: the last column of the overview was cut off at the right edge. */
    @Test
    void aWideOverviewFitsAScreen() throws Exception {
        SymmetryStudy study = new SymmetryStudy().task("digits-mlp-relu-d30-residual", 1, null);
        for (int i = 0; i < 18; i++) {
            study.converged(
                    "digits-mlp-relu-d30-residual",
                    SymmetryStudy.std("normal", Math.pow(10, i / 2.0 - 8)),
                    Cause.NONE,
                    40 + i,
                    41,
                    42,
                    43,
                    44 + i);
        }
        assertThat(probed(study.analysis(), 1440)).isEqualTo("1440 fits");
    }

    /** Each picture as a file that stands alone, and what it draws as a table. */
    @Test
    void picturesAndTheirDataCanBeSaved() throws Exception {
        String made = asked(
                HtmlReport.render(AnalysisFixture.quick()),
                "",
                "window.initbench.drawAll(); const said = [], seen = new Set();"
                        + "for (const chart of page.querySelectorAll('.chart[data-width]')) {"
                        + "  if (seen.has(chart.className)) continue;"
                        + "  seen.add(chart.className);"
                        + "  const svg = await (await window.initbench.exports.SVG(chart)).text();"
                        + "  const parsed = new DOMParser().parseFromString(svg, 'image/svg+xml');"
                        + "  const png = await window.initbench.exports.PNG(chart);"
                        + "  const csv = await (await window.initbench.exports.CSV(chart)).text();"
                        + "  const sound = !parsed.querySelector('parsererror') && !svg.includes('var(--') && png.size > 2000"
                        + "    && csv.split('\\n').length > 2 && chart.closest('figure').querySelectorAll('.tools button').length === 3;"
                        + "  said.push(chart.className + (sound ? '' : ' BROKEN')); }"
                        + "return said.join(', ');");
        assertThat(made)
                .contains(
                        "chart response",
                        "chart incidence",
                        "chart curves",
                        "chart symmetry",
                        "chart depth",
                        "chart cost",
                        "chart laboratory")
                .doesNotContain("BROKEN");
    }

    /** A link that someone passed on shows what its sender saw. */
    @Test
    void filtersAreRestoredFromTheAddress() throws Exception {
        String html = HtmlReport.render(AnalysisFixture.quick());
        String visible =
                "const shown = [...page.querySelectorAll('section.task')].filter((s) => !s.hidden).map((s) => s.querySelector('h2').firstChild.data);";
        assertThat(asked(html, "", visible + "return shown.length + page.querySelector('#filter output').textContent;"))
                .isEqualTo("6");
        assertThat(asked(
                        html,
                        "#filter?task=digits-mlp-tanh&without=normal",
                        visible + "return shown.join() + ': ' + page.querySelector('#filter output').textContent"
                                + " + '; ' + page.querySelector('#filter input[value=normal]').checked;"))
                .startsWith("digits-mlp-tanh: 1 of 6 tasks, ")
                .endsWith("; false");
    }

    /** What a script says that looks at a report: {@code page} is its document and {@code window} its window. */
    private String asked(String html, String fragment, String script) throws IOException, InterruptedException {
        WholeFile.write(folder.resolve("report.html"), html);
        Path probe = folder.resolve("probe.html");
        WholeFile.write(
                probe,
                "<body style='margin:0'><iframe src='report.html" + fragment
                        + "' style='border:0;height:900px;width:1440px'></iframe><p></p><script>"
                        + "onload = () => setTimeout(async () => { let said; const frame = document.querySelector('iframe');"
                        + "try { said = await (async (page, window) => {" + script
                        + "})(frame.contentDocument, frame.contentWindow); }"
                        + " catch (error) { said = String(error); } document.querySelector('p').textContent = said; }, 1500)</script>");
        String said = "";
        for (int i = 0; i < ATTEMPTS && said.isEmpty(); i++) {
            Page page = Browser.open(folder, probe);
            assertThat(page.errors()).isEmpty();
            said = page.dom()
                    .substring(page.dom().indexOf("<p>") + 3, page.dom().indexOf("</p>"));
        }
        return said;
    }

    /** Width of what can be scrolled to on a screen of that width, and whether the overview fits its box. */
    private String probed(Analysis analysis, int width) throws IOException, InterruptedException {
        return probed(HtmlReport.render(analysis), width);
    }

    private String probed(String html, int width) throws IOException, InterruptedException {
        WholeFile.write(folder.resolve("report.html"), html);
        Path probe = folder.resolve("probe.html");
        WholeFile.write(
                probe,
                "<body style='margin:0'><iframe src='report.html' style='border:0;height:900px;width:" + width
                        + "px'></iframe><p></p><script>onload = () => setTimeout(() => {"
                        + "const page = document.querySelector('iframe').contentDocument, box = page.querySelector('.heat-box');"
                        + "document.querySelector('p').textContent = page.documentElement.scrollWidth"
                        + " + (box.scrollWidth > box.clientWidth ? ' cut' : ' fits'); }, 3000)</script>");
        String dom = Browser.open(folder, probe).dom();
        return dom.substring(dom.indexOf("<p>") + 3, dom.indexOf("</p>"));
    }

    private static long svgs(String dom, String label) {
        return new Page(dom, List.of()).svgs(label);
    }

    private Page open(Analysis analysis) throws IOException, InterruptedException {
        return open(HtmlReport.render(analysis));
    }

    /** The page once every chart is drawn, those far below the window, too. */
    private Page open(String html) throws IOException, InterruptedException {
        String markup = asked(
                html,
                "",
                "window.initbench.drawAll(); await new Promise((done) => setTimeout(done, 200));"
                        + "return page.documentElement.outerHTML;");
        String dom = markup.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
        return new Page(dom, List.of());
    }
}
