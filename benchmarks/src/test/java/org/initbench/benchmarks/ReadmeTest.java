package org.initbench.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.initbench.cli.ExitCodes;
import org.initbench.init.Initializer;
import org.initbench.init.Initializers;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A manual whose commands fail is worse than none. The README's commands are executed as they stand there, but for its two
 * main ones, which continuous integration runs from a clean checkout.
 */
class ReadmeTest {

    private static final Pattern COMMAND =
            Pattern.compile("(?m)^\\./run-benchmarks\\.sh ([^#\\s][^#\\n]*?) *(?:#.*)?$");
    private static final Pattern YAML = Pattern.compile("(?s)`([a-z-]+\\.yaml)`:\n\n```yaml\n(.*?)```");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#]+)\\)");

    private static final Pattern CLASS =
            Pattern.compile("(?s)```java\n(package [^`]*?public (?:final class|record) (\\w+)[^`]*)```");
    private static final List<String> EXAMPLES = List.of("Laplace", "GatedLinear", "AdaGrad");

    private static String readme = "";

    @TempDir
    private Path folder;

    @BeforeAll
    static void read() throws IOException {
        readme = Files.readString(Program.root().resolve("README.md"));
    }

    @Test
    void itsCommandsDoWhatTheyAreSaidToDo() throws IOException {
        Matcher study = YAML.matcher(readme);
        assertThat(study.find()).isTrue();
        Files.writeString(folder.resolve(study.group(1)), study.group(2));
        List<String> commands =
                COMMAND.matcher(readme).results().map(match -> match.group(1)).toList();
        assertThat(commands).hasSizeGreaterThanOrEqualTo(4);
        for (String command : commands) {
            Program program = Program.run(inFolder(command));
            assertThat(program.exitCode()).as(command + "\n" + program.err()).isEqualTo(ExitCodes.DONE);
            assertThat(program.out()).as(command).isNotBlank();
        }
    }

    /** Files that the manual names live in the test's folder. */
    private String[] inFolder(String command) {
        String[] words = command.split(" +");
        for (int i = 0; i < words.length; i++) {
            if (words[i].startsWith("my-")) {
                words[i] = folder.resolve(words[i]).toString();
            }
        }
        return words;
    }

    @Test
    void itsLinksLeadSomewhere() {
        List<String> links =
                LINK.matcher(readme).results().map(match -> match.group(1)).toList();
        assertThat(links)
                .isNotEmpty()
                .allSatisfy(link -> assertThat(Program.root().resolve(link)).exists());
    }

    /** What a reader copies from the manual must compile as it is printed, with nothing added. */
    @Test
    void itsClassesCompileAsPrinted() throws IOException {
        List<String> arguments = new ArrayList<>(List.of(
                "-proc:none",
                "-d",
                folder.resolve("classes").toString(),
                "-cp",
                System.getProperty("java.class.path", "")));
        Matcher printed = CLASS.matcher(readme);
        while (printed.find()) {
            Path file = folder.resolve(printed.group(2) + ".java");
            arguments.add(Files.writeString(file, printed.group(1)).toString());
        }
        ByteArrayOutputStream messages = new ByteArrayOutputStream();
        int exitCode =
                ToolProvider.getSystemJavaCompiler().run(null, messages, messages, arguments.toArray(String[]::new));
        assertThat(exitCode).as(messages.toString(StandardCharsets.UTF_8)).isZero();
        for (String example : EXAMPLES) {
            assertThat(folder.resolve("classes/org/initbench/example/" + example + ".class"))
                    .exists();
        }
    }

    /** They are those that the tests of the library train, draw from and measure. */
    @Test
    void itsClassesAreTested() throws IOException {
        Path sources = Program.root().resolve("src/test/java/org/initbench/example");
        for (String example : EXAMPLES) {
            String source = Files.readString(sources.resolve(example + ".java"));
            assertThat(readme).contains("```java\n" + source.strip() + "\n```");
        }
    }

    /** The line that shows how to add an initializer is one of those that are compiled. */
    @Test
    void itsInitializerIsTheOneInTheRegister() throws IOException {
        Matcher line = Pattern.compile("```java\n(.*)\n```").matcher(readme);
        assertThat(line.find()).isTrue();
        Path register = Program.root().resolve("src/main/java/org/initbench/init/Initializers.java");
        assertThat(unspaced(Files.readString(register))).contains(unspaced(line.group(1)));
        assertThat(Initializers.all()).extracting(Initializer::name).contains("lecun-normal");
    }

    private static String unspaced(String text) {
        return text.replaceAll("\\s", "");
    }
}
