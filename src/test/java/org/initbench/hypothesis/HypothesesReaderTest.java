package org.initbench.hypothesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.initbench.common.UsageException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A hypothesis that says something else than its author meant would be believed by every reader of its verdict. */
class HypothesesReaderTest {

    private static final String GOOD = """
            tasks:
              two: [xor-2-2-1, digits-mlp-tanh]
            hypotheses:
              - id: zero
                question: Would zero be better?
                claim: Random weights learn faster than zero.
                since: 2026-11-25
                compare: cost
                direction: faster
                margin: 1.25
                first: {initializer: normal, scale: 0.1}
                second: {initializer: zero}
                tasks: two
              - id: glorot
                question: Is there a magic number?
                claim: Glorot is as good as the best.
                since: 2026-11-26
                replaces: zero
                family: magic
                compare: converged
                direction: equivalent
                margin: 0.2
                first: {initializer: glorot-normal, scale: 1, learning_rate: tuned}
                second: best
                tasks: {first: two, second: [digits-mlp-tanh, xor-2-2-1]}
            """;

    @TempDir
    private Path folder;

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("h.yaml"), text);
    }

    @Test
    void everyKeyIsRead() throws IOException {
        Hypotheses read = HypothesesReader.read(file(GOOD));
        assertThat(read.all())
                .containsExactly(
                        new Hypothesis(
                                "zero",
                                "Would zero be better?",
                                "Random weights learn faster than zero.",
                                LocalDate.of(2026, 11, 25),
                                null,
                                "zero",
                                Measure.COST,
                                Direction.FASTER,
                                1.25,
                                new Arm("normal", 0.1),
                                new Arm("zero", null),
                                List.of(Place.of("xor-2-2-1"), Place.of("digits-mlp-tanh"))),
                        new Hypothesis(
                                "glorot",
                                "Is there a magic number?",
                                "Glorot is as good as the best.",
                                LocalDate.of(2026, 11, 26),
                                "zero",
                                "magic",
                                Measure.CONVERGED,
                                Direction.EQUIVALENT,
                                0.2,
                                new Arm("glorot-normal", 1.0, true),
                                new Best(null),
                                List.of(
                                        new Place("xor-2-2-1", "digits-mlp-tanh"),
                                        new Place("digits-mlp-tanh", "xor-2-2-1"))));
        assertThat(read.current()).extracting(Hypothesis::id).containsExactly("glorot");
        assertThat(read.comparisons("magic")).as("two tasks, and both together").isEqualTo(3);
        assertThat(read.byId("zero").orElseThrow().comparisons()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "    margin: 1.25| | h.yaml:4: a hypothesis needs 'margin'",
                "margin: 1.25| margin: 0.2 | h.yaml:10: margin 0.2 must be a ratio above 1",
                "margin: 0.2| margin: 1.25 | must be a difference between 0 and 1",
                "margin: 0.2| margin: small | margin 'small' is not a number",
                "margin: 0.2| margin: NaN | margin 'NaN' is not a number",
                "compare: cost| compare: costs | h.yaml:8: unknown quantity 'costs'; did you mean 'cost'?",
                "direction: faster| direction: fast | h.yaml:9: of cost, unknown direction 'fast'; did you mean 'faster'?",
                "direction: faster| direction: safer | of cost, unknown direction 'safer'",
                "since: 2026-11-25| since: yesterday | h.yaml:7: since 'yesterday' must be a date",
                "replaces: zero| replaces: zer | 'replaces': unknown earlier id 'zer'; did you mean 'zero'?",
                "id: glorot| id: zero | hypothesis 'zero' is there twice",
                "id: zero| id: Zero! | h.yaml:4: id 'Zero!' must be made of",
                "xor-2-2-1, digits| xor-2-2, digits | h.yaml:2: unknown task 'xor-2-2'; did you mean 'xor-2-2-1'?",
                "tasks: two| tasks: twos | h.yaml:13: unknown task list 'twos'; did you mean 'two'?",
                "tasks: two| tasks: [] | 'tasks' is empty",
                "tasks: two| tasks: [xor-2-2-1, xor-2-2-1] | names a comparison twice",
                "second: [digits-mlp-tanh, xor-2-2-1]| second: [xor-2-2-1] | the groups have 2 and 1 tasks",
                "initializer: normal| initializer: norml | h.yaml:11: unknown initializer 'norml'; did you mean 'normal'?",
                "{initializer: normal, scale: 0.1}| {initializer: normal} | 'normal' needs a 'scale'",
                "initializer: zero| initializer: zero, scale: 1 | 'zero' takes no scale",
                "initializer: zero| initialiser: zero | unknown key 'initialiser'; did you mean 'initializer'?",
                "learning_rate: tuned| learning_rate: fast | must be task or tuned",
                "second: best| second: bst | second 'bst' must be best",
                "second: best| second: {best: norml} | unknown initializer 'norml'",
                "second: best| second: {best: normal, scale: 1} | 'best' stands alone",
                "compare: cost| compare: spread | of spread, unknown direction 'faster'",
                "claim: Glorot| claims: Glorot | h.yaml:16: unknown key 'claims'; did you mean 'claim'?"
            })
    void mistakesAreNamedWithTheirLine(String right, String wrong, String message) throws IOException {
        assertThat(GOOD).contains(right);
        Path file = file(GOOD.replaceFirst(Pattern.quote(right), wrong == null ? "" : wrong));
        assertThatExceptionOfType(UsageException.class)
                .isThrownBy(() -> HypothesesReader.read(file))
                .withMessageContaining(message);
    }

    /** A correction for hundreds of comparisons would leave none of them decided. */
    @Test
    void largeFamiliesAreRefused() throws IOException {
        String entry = GOOD.substring(GOOD.indexOf("  - id: zero"), GOOD.indexOf("  - id: glorot"));
        StringBuilder text = new StringBuilder("tasks:\n  two: [xor-2-2-1, digits-mlp-tanh]\nhypotheses:\n");
        for (int i = 0; i < 11; i++) {
            text.append(entry.replace("id: zero", "id: zero-" + i + "\n    family: f"));
        }
        Path file = file(text.toString());
        assertThatExceptionOfType(UsageException.class)
                .isThrownBy(() -> HypothesesReader.read(file))
                .withMessageContaining("family 'f' has 22 comparisons here; 20 at most");
    }

    /** A bundle of another version may name what this one does not have; its form is still checked. */
    @Test
    void theCopyInABundleMayNameWhatThisVersionLacks() throws IOException {
        Path other = file(GOOD.replace("xor-2-2-1", "xor-9").replace("normal, scale: 0.1", "laplace, scale: 0.1"));
        assertThat(HypothesesReader.readCopy(other).all()).hasSize(2);
        Path broken = file(GOOD.replace("direction", "drection"));
        assertThatExceptionOfType(UsageException.class)
                .isThrownBy(() -> HypothesesReader.readCopy(broken))
                .withMessageContaining("unknown key 'drection'");
    }
}
