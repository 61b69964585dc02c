package org.initbench.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.initbench.common.UsageException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Mistakes are named with file, line and what would be right, before anything is trained. */
class StudyMistakesTest {

    private static final String GOOD = """
            name: good
            replicates: 3
            tasks:
              - xor-2-2-1
            initializers:
              - zero
              - name: normal
                scales: [0.1, 1]
            """;

    @TempDir
    private Path folder;

    private String mistake(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("s.yaml"), text);
        Throwable[] thrown = {null};
        assertThatExceptionOfType(UsageException.class)
                .isThrownBy(() -> StudyReader.read(file))
                .satisfies(e -> thrown[0] = e);
        String message = String.valueOf(thrown[0] == null ? null : thrown[0].getMessage());
        assertThat(message)
                .as("no Java type means anything to a user")
                .doesNotContain("org.initbench", "java.", "Token");
        return message;
    }

    /** The good study with one thing replaced. */
    private String mistake(String right, String wrong) throws IOException {
        assertThat(GOOD).contains(right);
        return mistake(GOOD.replace(right, wrong.replace("\\n", "\n")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "replicates:| replicats:      | s.yaml:2: unknown key 'replicats'; did you mean 'replicates'?",
                "scales: [0.1, 1]| scale: 1   | s.yaml:8: unknown key 'scale'; did you mean 'scales'?",
                "tasks:| task:                | s.yaml:3: unknown key 'task'; did you mean 'tasks'?",
                "xor-2-2-1| xor-2-1           | s.yaml:4: unknown task 'xor-2-1'; did you mean 'xor-2-2-1'?",
                "name: normal| name: norml    | s.yaml:7: unknown initializer 'norml'; did you mean 'normal'?",
                "- zero| - zeros              | s.yaml:6: unknown initializer 'zeros'; did you mean 'zero'?",
                "name: good| timing: {a: 1}   | s.yaml:1: unknown key 'a'. Known keys: epoch_stack_sizes, initializers",
                "name: good| timing: {initializers: [normla]} | s.yaml:1: unknown initializer 'normla'; did you mean"
            })
    void unknownNamesGetTheNearestKnownOne(String right, String wrong, String message) throws IOException {
        assertThat(mistake(right, wrong)).startsWith(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "time_limit: soon      | s.yaml:2: time_limit 'soon' must be a whole number, at least 1, of s, min or h",
                "time_limit: 30        | s.yaml:2: time_limit '30' must be a whole number",
                "time_limit: 0 min     | s.yaml:2: time_limit '0 min' must be a whole number, at least 1",
                "time_limit: 1.5 h     | s.yaml:2: time_limit '1.5 h' must be a whole number",
                "time_limit: -2 h      | s.yaml:2: time_limit '-2 h' must be a whole number",
                "time_limit: [30 min]  | s.yaml:2: 'time_limit' must be a single value",
                "time_limits: 30 min   | s.yaml:2: unknown key 'time_limits'; did you mean 'time_limit'?",
                "precision: double     | s.yaml:2: precision 'double' must be float32 or float64",
                "largest_budget: 0     | s.yaml:2: largest_budget '0' must be a whole number from 1 to 1000000",
                "largest_budget: 10 h  | s.yaml:2: largest_budget '10 h' must be a whole number"
            })
    void limitsAndPrecisionAreChecked(String wrong, String message) throws IOException {
        assertThat(mistake("replicates: 3", wrong)).startsWith(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0        | scale 0 must be a finite number greater than 0; for weights of zero use the initializer 'zero'",
                "-0.0     | scale -0.0 must be a finite number greater than 0",
                "1e-400   | scale 1e-400 must be a finite number greater than 0",
                "-0.1     | scale -0.1 must be a finite number greater than 0",
                "1e999    | scale 1e999 must be a finite number greater than 0",
                ".nan     | scale '.nan' is not a number",
                "NaN      | scale 'NaN' is not a number",
                ".inf     | scale '.inf' is not a number",
                "Infinity | scale 'Infinity' is not a number",
                "small    | scale 'small' is not a number",
                "1e-60    | scale 1e-60 is out of reach of single precision",
                "1e60     | scale 1e60 is out of reach of single precision",
                "0x1p-3   | scale '0x1p-3' is not a number",
                "0.5f     | scale '0.5f' is not a number",
                "'10^-2'  | scale '10^-2' is not a number",
                "~        | an entry of 'scales' has no value",
                "[1]      | an entry of 'scales' must be a single value",
                "0.10     | 'normal' is listed twice at scale 0.1"
            })
    void scalesArePositiveNumbers(String scale, String message) throws IOException {
        assertThat(mistake("0.1, 1]", "0.1,\\n      " + scale + "]"))
                .containsPattern("^s.yaml:[789]: ")
                .contains(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{from: 1, to: 10}                   | a grid of scales needs 'from', 'to' and 'per_decade'",
                "{from: 1, to: 9, per_decade: 1}     | from 1.0 to 9.0 at 1 steps a decade is no whole number of steps",
                "{from: 10, to: 1, per_decade: 1}    | from 10.0 to 1.0 at 1 steps a decade is no whole number of steps",
                "{from: 1e-30, to: 1e30, per_decade: 100} | is no whole number of steps between 0 and 1000",
                "{from: 0, to: 1, per_decade: 1}     | from 0 must be a finite number greater than 0",
                "{from: 1, to: 10, per_decade: 0}    | per_decade '0' must be a whole number from 1 to 100",
                "{from: 1, to: 10, per_decade: 0.5}  | per_decade '0.5' must be a whole number from 1 to 100",
                "{from: 1, to: 10, per-decade: 1}    | unknown key 'per-decade'; did you mean 'per_decade'?",
                "[]                                  | 'scales' is empty",
                "0.1                                 | 'scales' must be a list, such as scales: [a, b]"
            })
    void gridsHaveTwoEndsAWholeNumberOfStepsApart(String scales, String message) throws IOException {
        assertThat(mistake("[0.1, 1]", scales)).startsWith("s.yaml:8: ").contains(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "replicates: 3| replicates: 0            | s.yaml:2: replicates '0' must be a whole number from 1 to 100000",
                "replicates: 3| replicates: 100001       | s.yaml:2: replicates '100001' must be a whole number",
                "replicates: 3| replicates: 2.5          | s.yaml:2: replicates '2.5' must be a whole number",
                "replicates: 3| replicates:              | s.yaml:2: 'replicates' has no value",
                "replicates: 3| replicates: [3]          | s.yaml:2: 'replicates' must be a single value",
                "replicates: 3| workers: -1              | s.yaml:2: workers '-1' must be a whole number from 1 to 1024",
                "replicates: 3| stack_replicates: x      | s.yaml:2: stack_replicates 'x' must be a whole number from 1",
                "replicates: 3| stack_size: all         | s.yaml:2: stack_size 'all' must be 'auto' or a whole number from 1",
                "replicates: 3| stack_size: 0           | s.yaml:2: stack_size '0' must be a whole number from 1 to 65536",
                "replicates: 3| seed: 1e3                | s.yaml:2: seed '1e3' must be a whole number of at most 64 bits",
                "replicates: 3| seed: 9223372036854775808| s.yaml:2: seed '9223372036854775808' must be a whole number",
                "replicates: 3| timing: 3                | s.yaml:2: 'timing' must be made of keys and values",
                "replicates: 3| timing: {epoch_stack_sizes: [0]} | s.yaml:2: epoch_stack_sizes '0' must be a whole number",
                "replicates: 3| timing: {cost_sweep: yes} | s.yaml:2: cost_sweep 'yes' must be true or false",
                "name: good| name: ../escape             | s.yaml:1: name '../escape' must be made of letters, digits,",
                "name: good| name: ''                    | s.yaml:1: name '' must be made of letters, digits,",
                "replicates: 3| name: again              | s.yaml:2: key 'name' is given twice",
                "- xor-2-2-1| - xor-2-2-1\\n  - xor-2-2-1 | s.yaml:5: task 'xor-2-2-1' is listed twice",
                "- xor-2-2-1| -                          | s.yaml:4: an entry of 'tasks' has no value",
                "- xor-2-2-1| - [xor-2-2-1]              | s.yaml:4: an entry of 'tasks' must be a single value",
                "- xor-2-2-1| xor-2-2-1                  | s.yaml:4: 'tasks' must be a list, such as tasks: [a, b]",
                "- zero| - zero\\n  - zero               | s.yaml:7: 'zero' is listed twice",
                "- zero| - normal                        | s.yaml:6: 'normal' needs scales, such as {name: normal,",
                "- zero| -                               | s.yaml:6: an entry of 'initializers' has no value",
                "- zero| - {name: zero, scales: [1]}     | s.yaml:6: 'zero' takes no scales",
                "- zero| - {scales: [1]}                 | s.yaml:6: an initializer without a name"
            })
    void everyOtherMistakeIsNamedWithItsLine(String right, String wrong, String message) throws IOException {
        assertThat(mistake(right, wrong)).startsWith(message);
    }

    /** An alias silently read as the anchor's name, or a tag silently ignored, runs another study than was written. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name: good| name: &a good                             | s.yaml:1: anchors and aliases (&a)",
                "- xor-2-2-1| - &encoder-10-5-10 xor-2-2-1             | s.yaml:4: anchors and aliases (&encoder-10-5-10)",
                "- zero| - *nobody                                     | s.yaml:6: found undefined alias nobody",
                "replicates: 3| seed: !!javax.script.ScriptEngineManager 3 | s.yaml:2: Global tag is not allowed",
                "replicates: 3| seed: !!javax.script.ScriptEngineManager [!!java.net.URL [http://a]] | s.yaml:2: Global",
                "replicates: 3| seed: !local 3                         | s.yaml:2: tags (!local) have no place",
                "replicates: 3| <<: {seed: 3}                          | s.yaml:2: unknown key '<<'"
            })
    void anchorsAliasesAndTagsAreRefused(String right, String wrong, String message) throws IOException {
        Path file = Files.writeString(folder.resolve("s.yaml"), GOOD.replace(right, wrong));
        assertThatExceptionOfType(UsageException.class)
                .isThrownBy(() -> StudyReader.read(file))
                .withMessageStartingWith(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tasks: [xor-2-2-1                  | s.yaml:1: while parsing a flow sequence: expected ',' or ']'",
                "tasks: \"a                         | s.yaml:1: while scanning a quoted scalar: found unexpected end",
                "hello                              | s.yaml:1: a study file must be made of keys and values",
                "[a, b]                             | s.yaml:1: a study file must be made of keys and values",
                "# nothing                          | s.yaml: the file is empty",
                "initializers: [zero]               | s.yaml: a study needs 'tasks'. Known tasks: xor-2-2-1,",
                "tasks: [xor-2-2-1]                 | s.yaml: a study needs 'initializers', such as",
                "{tasks: [], initializers: [zero]}  | s.yaml: a study needs 'tasks'",
                "{tasks: [xor-2-2-1], initializers: []} | s.yaml: a study needs 'initializers'"
            })
    void whatIsNoStudyIsSaidToBeNone(String text, String message) throws IOException {
        assertThat(mistake(text)).startsWith(message);
    }

    @Test
    void aSecondDocumentIsNotIgnored() throws IOException {
        assertThat(mistake(GOOD + "---\n" + GOOD)).startsWith("s.yaml:9: expected a single document");
    }

    /** Hostile files end in a message, not in a stack overflow or an hour of parsing. */
    @ParameterizedTest
    @ValueSource(strings = {"[", "{a: ", "- ", "? "})
    void deepNestingIsRefused(String opening) throws IOException {
        assertThat(mistake("tasks:\n  " + opening.repeat(100_000))).startsWith("s.yaml: Nesting Depth exceeded max 10");
    }

    @Test
    void aHugeFileIsNotRead() throws IOException {
        assertThat(mistake(GOOD + "#".repeat(1 << 20))).contains("s.yaml is larger than 1 MiB");
    }

    @Test
    void filesThatCannotBeReadAreNamed() throws IOException {
        assertThatExceptionOfType(UsageException.class)
                .isThrownBy(() -> StudyReader.read(folder.resolve("none.yaml")))
                .withMessageContaining("none.yaml does not exist");
        assertThatExceptionOfType(UsageException.class)
                .isThrownBy(() -> StudyReader.read(folder))
                .withMessageContaining("is a folder");
        Path binary = Files.write(folder.resolve("b.yaml"), new byte[] {(byte) 0xff, (byte) 0xfe, 0x41});
        assertThatExceptionOfType(UsageException.class)
                .isThrownBy(() -> StudyReader.read(binary))
                .withMessageContaining("b.yaml is not text in UTF-8");
    }

    /** The name becomes part of a folder's name. */
    @Test
    void aFileNameThatCannotNameTheStudyIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("my study.yaml"), GOOD.replace("name: good\n", ""));
        assertThatExceptionOfType(UsageException.class)
                .isThrownBy(() -> StudyReader.read(file))
                .withMessageContaining("name 'my study' must be made of letters")
                .withMessageContaining("rename the file or add a 'name'");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tunde | s.yaml:9: learning_rate 'tunde' must be task, tuned, or keys and values",
                "{factor: [2]} | s.yaml:9: unknown key 'factor'; did you mean 'factors'?",
                "{tasks: [xor-2-2-1]} | s.yaml:9: 'learning_rate' needs 'factors', 'tuned' or both",
                "{factors: [1]} | s.yaml:9: 'factors' names no other learning rate than the task's own",
                "{factors: [0]} | s.yaml:9: factor 0 must be a number from 1.0E-6 to 1000000.0",
                "{factors: [-2]} | s.yaml:9: factor -2 must be a number",
                "{factors: [1e9]} | s.yaml:9: factor 1e9 must be a number",
                "{factors: [two]} | s.yaml:9: factor 'two' is not a number",
                "{factors: [2, 2.0]} | s.yaml:9: factor 2.0 is listed twice",
                "{factors: 2} | s.yaml:9: 'factors' must be a list",
                "{factors: [2], initializers: [norml]} | s.yaml:9: learning_rate, not in this study: unknown initializer"
                        + " 'norml'; did you mean 'normal'? Known initializers: zero, normal",
                "{factors: [2], initializers: [uniform]} | s.yaml:9: learning_rate, not in this study: unknown initializer"
                        + " 'uniform'",
                "{factors: [2], initializers: [normal, normal]} | s.yaml:9: initializer 'normal' is listed twice",
                "{factors: [2], tasks: [xor-221]} | s.yaml:9: learning_rate, not in this study: unknown task 'xor-221'; did"
                        + " you mean 'xor-2-2-1'?",
                "{tuned: {factors: [2]}} | s.yaml:9: 'tuned' needs two factors or more",
                "{tuned: {replicates: 0}} | s.yaml:9: replicates '0' must be a whole number from 1 to 1000",
                "{tuned: {grid: [2]}} | s.yaml:9: unknown key 'grid'",
                "{tuned: yes} | s.yaml:9: 'tuned' must be made of keys and values",
                "[{factors: [2]}, {factors: [3, 2], initializers: [normal]}] | s.yaml:9: learning rate 'factor 2.0' is asked"
                        + " for twice for 'normal' on task 'xor-2-2-1'",
                "[{tuned: {}}, {tuned: {}}] | s.yaml:9: learning rate 'tuned' is asked for twice for 'zero'",
                "{factors: [2], initializers: []} | s.yaml:9: learning_rate: 'initializers' is an empty list; name some",
                "{factors: [2], tasks: []} | s.yaml:9: learning_rate: 'tasks' is an empty list; name some",
                "~ | s.yaml:9: 'learning_rate' has no value"
            })
    void learningRatesAreNamedWithTheirLine(String rates, String message) throws IOException {
        assertThat(mistake(GOOD + "learning_rate: " + rates + "\n")).startsWith(message);
    }
}
