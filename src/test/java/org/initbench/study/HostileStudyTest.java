package org.initbench.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.initbench.common.UsageException;
import org.initbench.hypothesis.HypothesesReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A study file, or one of hypotheses, that was made to hang or to fill the memory ends in a message, in a moment. */
@Timeout(20)
class HostileStudyTest {

    private static final String GOOD = """
            name: good
            replicates: 3
            tasks: [xor-2-2-1]
            initializers: [{name: normal, scales: [0.1]}]
            """;

    @TempDir
    private Path folder;

    private void assertRefused(String text, String message) throws IOException {
        Path file = Files.writeString(folder.resolve("s.yaml"), text);
        assertThatExceptionOfType(UsageException.class)
                .isThrownBy(() -> StudyReader.request(file))
                .withMessageContaining(message);
    }

    /** A pattern that tries every way to cut half a million digits in two would take hours. */
    @ParameterizedTest
    @ValueSource(strings = {"scales: [%sx]", "scales: [1e%sx]", "scales: [.%sx]", "scales: [1.%sx]", "scales: [%s]"})
    void halfAMillionDigitsAreNoScale(String scales) throws IOException {
        String digits = "1".repeat(500_000);
        assertRefused(GOOD.replace("scales: [0.1]", scales.formatted(digits)), "s.yaml:4: scale ");
    }

    @Test
    void halfAMillionDigitsAreNoArgument() throws IOException {
        assertRefused(GOOD.replace("normal", "leaky-he-normal:" + "1".repeat(500_000) + "x"), "letters; 200 at most");
    }

    /** Each rule of a rule is parsed by a call within a call. */
    @Test
    void rulesOfRulesOfRulesHaveAnEnd() throws IOException {
        assertRefused(GOOD.replace("normal", "one-layer:1:".repeat(50_000) + "normal"), "letters; 200 at most");
    }

    @Test
    void aNameOfHalfAMebibyteIsNotComparedWithEveryKnownOne() throws IOException {
        assertRefused(GOOD.replace("xor-2-2-1", "x".repeat(1 << 19)), "s.yaml:3: unknown task 'xxx");
        assertRefused(GOOD.replace("normal", "n".repeat(1 << 19)), "letters; 200 at most");
        assertRefused(GOOD.replace("replicates:", "r".repeat(900) + ":"), "s.yaml:2: unknown key 'rrr");
    }

    @Test
    void aStudyOfMoreRunsThanMemoryHoldsIsRefused() throws IOException {
        assertRefused(
                GOOD.replace("replicates: 3", "replicates: 100000")
                        .replace("[0.1]", "{from: 1e-10, to: 1, per_decade: 100}"),
                "s.yaml: a study of 100100000 runs; 2000000 at most");
    }

    /** Ten aliases of ten aliases of ten …: a few hundred bytes that would be a billion nodes. */
    @Test
    void aliasesDoNotMultiply() throws IOException {
        StringBuilder laughs = new StringBuilder("a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol, lol]\n");
        for (int i = 1; i < 12; i++) {
            laughs.append('a').append(i).append(": &a").append(i).append(" [");
            laughs.append(("*a" + (i - 1) + ", ").repeat(9))
                    .append("*a")
                    .append(i - 1)
                    .append("]\n");
        }
        assertRefused(GOOD + laughs, "s.yaml");
        Path hypotheses = Files.writeString(folder.resolve("h.yaml"), laughs + "hypotheses: *a11\n");
        assertThatExceptionOfType(UsageException.class).isThrownBy(() -> HypothesesReader.read(hypotheses));
        assertThatExceptionOfType(UsageException.class).isThrownBy(() -> HypothesesReader.readCopy(hypotheses));
    }

    /** A group that is repeated by recursion overflows the stack after some thousand dots. */
    @Test
    void anIdOfManyWordsIsRead() throws IOException {
        Path file = Files.writeString(folder.resolve("h.yaml"), """
                hypotheses:
                  - id: %s
                    question: Long?
                    claim: Long.
                    since: 2026-11-25
                    compare: cost
                    direction: faster
                    margin: 1.25
                    first: {initializer: normal, scale: 0.1}
                    second: {initializer: zero}
                    tasks: [xor-2-2-1]
                """.formatted("a.".repeat(100_000) + "a"));
        assertThat(HypothesesReader.read(file).all()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u0000",
                "name: \u0007bell\n",
                "name: \"\\0\"\ntasks: [xor-2-2-1]\ninitializers: [zero]\n",
                "%YAML 9.9\n---\na: b\n",
                "? {a: b}\n: c\n",
                "\uFEFF\uFEFFname: x",
                "name: !!binary |\n  AAAA\n",
                "!!set {a, b}",
                "--- >\n  text\n",
                "? - tasks\n: [xor-2-2-1]\n"
            })
    void oddYamlEndsInAMessage(String text) throws IOException {
        assertRefused(text, "s.yaml");
    }
}
