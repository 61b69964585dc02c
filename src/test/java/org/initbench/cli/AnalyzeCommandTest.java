package org.initbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.initbench.common.Digests;
import org.initbench.run.SampleBundles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From bundles on disk to answers on disk and on the terminal. */
class AnalyzeCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path temporary;

    private Path first;
    private Path second;
    private Path answers;

    @BeforeEach
    void writeBundles() {
        first = temporary.resolve("first");
        second = temporary.resolve("second one");
        answers = temporary.resolve("deep/answers");
        SampleBundles.finished(first);
        SampleBundles.finished(second);
    }

    private int analyze(Object... arguments) {
        String[] line = Stream.concat(Stream.of("analyze"), Stream.of(arguments).map(Object::toString))
                .toArray(String[]::new);
        return Initbench.commandLine(new PrintWriter(out, true), new PrintWriter(err, true))
                .execute(line);
    }

    private static List<String> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void severalBundlesAnswerTogether() throws IOException {
        assertThat(analyze("--output", answers, first, second))
                .as(err.toString())
                .isEqualTo(ExitCodes.DONE);
        assertThat(files(answers)).containsExactly("analysis.json", "answers.md", "report.html");
        assertThat(out.toString())
                .contains("Answers\n", "first: study tiny, 11 runs", "second one: study tiny, 11 runs")
                .contains(answers.resolve("report.html").toString());
        assertThat(answers.resolve("report.html"))
                .content()
                .contains("href=\"../../first/report.html\"", "href=\"../../second%20one/report.html\"");
        for (Path bundle : List.of(first, second)) {
            assertThat(files(bundle)).contains("analysis.json", "summary.csv", "answers.md", "report.html");
        }
    }

    /** Bundles of two tiny tasks have none of the arms that people ask about. */
    @Test
    void aQuestionThatNoneAsksNamesTheStudyThatMeasuresIt() throws IOException {
        assertThat(analyze("--output", answers, first, second)).isEqualTo(ExitCodes.DONE);
        String asked = "Does it still matter with batch normalization, residuals, Adam, a tuned learning rate?";
        String missing = "Not measured here; the studies normalization and optimizers measure it.";
        assertThat(answers.resolve("answers.md")).content().contains("- **" + asked + "** " + missing);
        assertThat(answers.resolve("report.html")).content().contains("<b>" + asked + "</b> " + missing);
        assertThat(out.toString()).contains(missing);
    }

    @Test
    void theDataAreAnOverview() throws IOException {
        assertThat(analyze("--json", "--output", answers, first, second)).isEqualTo(ExitCodes.DONE);
        assertThat(out.toString()).isEqualTo(Files.readString(answers.resolve("analysis.json")));
        JsonNode overview = new ObjectMapper().readTree(out.toString());
        assertThat(overview.at("/kind").asText()).isEqualTo("overview");
        assertThat(overview.at("/bundles/1/name").asText()).isEqualTo("second one");
        assertThat(overview.at("/bundles/1/path").asText()).isEqualTo("../../second one");
        assertThat(overview.at("/bundles/0/seed").asLong()).isEqualTo(-7_000_000_000_000_000_001L);
        assertThat(overview.at("/bundles/0/manifest").asText())
                .isEqualTo(Digests.sha256(first.resolve("MANIFEST.sha256")));
        assertThat(overview.at("/questions")).hasSizeGreaterThanOrEqualTo(10);
        assertThat(overview.at("/questions/0/question").asText()).isEqualTo("Why random?");
    }

    @Test
    void whereTheyGoMustBeSaid() {
        assertThat(analyze(first, second)).isEqualTo(ExitCodes.USAGE);
        assertThat(err.toString())
                .contains("several bundles need --output FOLDER", "analyze --output my-answers " + first);
        assertThat(first.resolve("report.html")).doesNotExist();
    }

    /** An hour of analysis must not end in a message about the last of ten bundles. */
    @Test
    void aBrokenBundleIsNamedBeforeAnythingIsWritten() throws IOException {
        Path runs = second.resolve("runs.csv");
        Files.writeString(runs, Files.readString(runs).replaceFirst("zeta-full", "zeta-fool"));
        assertThat(analyze("--output", answers, first, second)).isEqualTo(ExitCodes.DATA);
        assertThat(err.toString()).contains(runs + ": changed since it was written");
        assertThat(answers).doesNotExist();
        assertThat(first.resolve("report.html")).doesNotExist();
    }

    @Test
    void aBundleThatIsNotThereIsNamed() {
        assertThat(analyze("--output", answers, first, temporary.resolve("gone")))
                .isEqualTo(ExitCodes.DATA);
        assertThat(err.toString()).contains(temporary.resolve("gone").toString());
    }

    @Test
    void noBundleIsOverwrittenOrCountedTwice() {
        assertThat(analyze("--output", first, first, second)).isEqualTo(ExitCodes.USAGE);
        assertThat(err.toString()).contains("--output " + first + " is a bundle");
        assertThat(analyze("--output", answers, first, temporary.resolve("x/../first")))
                .isEqualTo(ExitCodes.USAGE);
        assertThat(err.toString()).contains("is named twice");
        assertThat(analyze("--output", answers, first, temporary.resolve("other/first")))
                .isEqualTo(ExitCodes.USAGE);
        assertThat(err.toString()).contains("have the same name");
        assertThat(analyze("--output", second, first)).isEqualTo(ExitCodes.USAGE);
        assertThat(err.toString()).contains("--output " + second + " is a bundle");
    }

    /** A bundle on a read-only disk can be analysed, too. */
    @Test
    void theAnalysisOfOneCanGoElsewhere() throws IOException {
        assertThat(analyze("--output", answers, first)).as(err.toString()).isEqualTo(ExitCodes.DONE);
        assertThat(files(answers)).containsExactly("analysis.json", "answers.md", "report.html", "summary.csv");
        assertThat(first.resolve("report.html")).doesNotExist();
        assertThat(analyze("--output", first, first)).isEqualTo(ExitCodes.DONE);
        assertThat(first.resolve("report.html")).exists();
    }

    @Test
    void aBundleMustBeNamed() {
        assertThat(analyze()).isEqualTo(ExitCodes.USAGE);
        assertThat(err.toString()).contains("Missing required parameter: 'BUNDLE'");
    }
}
