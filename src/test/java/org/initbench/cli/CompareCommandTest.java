package org.initbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.initbench.compare.PerturbedBundle;
import org.initbench.run.SampleBundles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** On the bundle of the quick study and copies of it that take a multiple of its epochs. */
class CompareCommandTest {
    private static final Path FIRST = Path.of("../reports/reference/quick");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path temporary;

    private int compare(Object... arguments) {
        String[] line = new String[arguments.length + 1];
        line[0] = "compare";
        for (int i = 0; i < arguments.length; i++) {
            line[i + 1] = arguments[i].toString();
        }
        return Initbench.commandLine(new PrintWriter(out, true), new PrintWriter(err, true))
                .execute(line);
    }

    /** Every run starts from the same weights, ends one percent later, and leads to the same conclusions. */
    @Test
    void slightlyMoreEpochsGiveTheSameConclusions() throws IOException {
        assertThat(compare("--json", FIRST, copy(1.01))).as(err.toString()).isEqualTo(ExitCodes.DONE);
        JsonNode json = new ObjectMapper().readTree(out.toString());
        JsonNode pair = json.at("/pairs/0");
        int runs = pair.at("/bits/runs").asInt();
        assertThat(runs).isEqualTo(json.at("/bundles/0/runs").asInt()).isPositive();
        assertThat(pair.at("/bits/equalStarts").asInt()).isEqualTo(runs);
        assertThat(pair.at("/bits/equal").asInt()).isLessThan(runs);
        assertThat(json.get("accord").asText()).isEqualTo("agrees");
    }

    private Path copy(double factor) {
        Path copy = temporary.resolve("copy");
        PerturbedBundle.write(FIRST, copy, factor);
        return copy;
    }

    @Test
    void aCopyIsEqual() {
        assertThat(compare(FIRST, copy(1))).isEqualTo(ExitCodes.DONE);
        assertThat(out.toString()).contains("Answer: equal", "A and B are equal");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void otherEpochsAreADifference() {
        assertThat(compare(FIRST, copy(1.6))).isEqualTo(ExitCodes.DIFFERENCE);
        assertThat(out.toString()).contains("Answer: differs", "epochs differ beyond the margin on");
    }

    /** What is within the user's margin is no difference. */
    @Test
    void theMarginIsTheUsers() {
        Path slow = copy(1.1);
        assertThat(compare("--margin", "1.05", FIRST, slow)).isEqualTo(ExitCodes.DIFFERENCE);
        assertThat(compare("--margin", "1.5", FIRST, slow)).isEqualTo(ExitCodes.DONE);
    }

    @Test
    void thePageIsOneFile() throws IOException {
        Path page = temporary.resolve("compare.html");
        assertThat(compare("--output", page, FIRST, copy(1))).isEqualTo(ExitCodes.DONE);
        assertThat(out.toString()).contains("With pictures: " + page);
        assertThat(Files.readString(page)).startsWith("<!DOCTYPE html>").contains("Do they agree?");
    }

    @Test
    void anotherStudyIsRefused() {
        Path tiny = temporary.resolve("tiny");
        SampleBundles.finished(tiny);
        assertThat(compare(FIRST, tiny)).isEqualTo(ExitCodes.USAGE);
        assertThat(err.toString()).contains("cannot be compared", "Comparable are");
        assertThat(out.toString()).isEmpty();
        Path another = temporary.resolve("another");
        SampleBundles.finished(another);
        assertThat(compare(tiny, another)).isEqualTo(ExitCodes.DONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "0.8", "NaN", "11"})
    void aMarginMustLeaveRoom(String margin) {
        assertThat(compare("--margin", margin, FIRST, FIRST)).isEqualTo(ExitCodes.USAGE);
        assertThat(err.toString()).contains("a ratio above 1 and up to 10 is expected");
    }

    @Test
    void aPageThatCannotBeWrittenIsKnownAtOnce() {
        assertThat(compare("--output", temporary.resolve("gone/compare.html"), "no", "bundles"))
                .isEqualTo(ExitCodes.USAGE);
        assertThat(err.toString()).contains("is no folder that can be written to");
        assertThat(compare("--output", temporary, "no", "bundles")).isEqualTo(ExitCodes.USAGE);
        assertThat(err.toString()).contains("is a folder; the name of a file is expected");
    }

    /** A folder is equal to itself by any name: that is no evidence. */
    @Test
    void aBundleIsNotComparedWithItself() throws IOException {
        Path link = Files.createSymbolicLink(temporary.resolve("link"), FIRST.toAbsolutePath());
        assertThat(compare(FIRST, link)).isEqualTo(ExitCodes.USAGE);
        assertThat(err.toString()).contains("link is the same folder as " + FIRST);
    }

    /** Nothing within a bundle is written, and no file that is no page. */
    @Test
    void aPageIsNoPartOfABundle() {
        Path copy = copy(1);
        assertThat(compare("-o", copy.resolve("compare.html"), FIRST, copy)).isEqualTo(ExitCodes.USAGE);
        assertThat(err.toString()).contains("lies in the bundle " + copy.toAbsolutePath());
        assertThat(compare("-o", temporary.resolve("runs.csv"), FIRST, copy)).isEqualTo(ExitCodes.USAGE);
        assertThat(err.toString()).contains("a name that ends with .html is expected");
    }

    @Test
    void optionsMayStandBetweenBundles() {
        assertThat(compare(FIRST, "--json", copy(1))).isEqualTo(ExitCodes.DONE);
    }

    @Test
    void oneBundleIsNoComparison() {
        assertThat(compare(FIRST)).isEqualTo(ExitCodes.USAGE);
        assertThat(compare(FIRST, temporary.resolve("gone"))).isEqualTo(ExitCodes.DATA);
    }
}
