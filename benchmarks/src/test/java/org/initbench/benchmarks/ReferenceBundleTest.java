package org.initbench.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.initbench.cli.ExitCodes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The committed bundles, and the overviews of them: what people read there must be what this version makes of their raw files, to
 * the last byte. A bundle is a folder with a manifest; an overview is one without, whose {@code analysis.json} says so.
 */
class ReferenceBundleTest {

    private static final Path REFERENCE = Program.root().resolve("reports/reference");
    private static final String MANIFEST = "MANIFEST.sha256";
    private static final List<String> DERIVED = List.of("analysis.json", "summary.csv", "answers.md", "report.html");

    @TempDir
    private Path folder;

    static List<String> bundles() throws IOException {
        return folders(MANIFEST);
    }

    /** Names of the folders that hold a file of that name. */
    private static List<String> folders(String file) throws IOException {
        try (Stream<Path> folders = Files.list(REFERENCE)) {
            return folders.filter(path -> Files.exists(path.resolve(file)))
                    .map(path -> path.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void isSoundAndComplete(String bundle) {
        Program program = Program.run("verify", REFERENCE.resolve(bundle).toString());
        assertThat(program.exitCode()).as(program.out() + program.err()).isEqualTo(ExitCodes.DONE);
    }

    @Test
    void isWhatItsRawFilesGive() throws IOException {
        List<String> bundles = bundles();
        assertThat(bundles).contains("quick");
        for (String bundle : bundles) {
            copyRaw(bundle);
        }
        Set<String> alone = new HashSet<>(bundles);
        List<String> folders = new ArrayList<>(bundles);
        for (String overview : folders("analysis.json")) {
            if (!bundles.contains(overview)) {
                List<String> named = named(overview);
                assertThat(bundles).as("bundles of " + overview).containsAll(named);
                analyze(Stream.concat(Stream.of("--output", overview), named.stream())
                        .toList());
                named.forEach(alone::remove);
                folders.add(overview);
            }
        }
        for (String bundle : alone) {
            analyze(List.of(bundle));
        }
        for (String derived : folders) {
            compare(derived);
        }
    }

    /** The bundles of an overview, in the order in which they count. */
    private static List<String> named(String overview) throws IOException {
        Path file = REFERENCE.resolve(overview).resolve("analysis.json");
        JsonNode analysis = new ObjectMapper().readTree(Files.readString(file));
        assertThat(analysis.path("kind").asText()).as(file.toString()).isEqualTo("overview");
        List<String> names = new ArrayList<>();
        for (JsonNode bundle : analysis.path("bundles")) {
            assertThat(bundle.path("path").asText())
                    .isEqualTo("../" + bundle.path("name").asText());
            names.add(bundle.path("name").asText());
        }
        return names;
    }

    /** Raw files are those that the manifest names. */
    private void copyRaw(String bundle) throws IOException {
        Path from = REFERENCE.resolve(bundle);
        Path to = Files.createDirectory(folder.resolve(bundle));
        Files.copy(from.resolve(MANIFEST), to.resolve(MANIFEST));
        for (String line : Files.readAllLines(from.resolve(MANIFEST))) {
            String name = line.substring(line.lastIndexOf(' ') + 1);
            Files.copy(from.resolve(name), to.resolve(name));
        }
    }

    /** Arguments that are no option are folders beside the copies. */
    private void analyze(List<String> arguments) {
        List<String> line = new ArrayList<>(List.of("analyze"));
        arguments.forEach(argument -> line.add(
                argument.startsWith("--") ? argument : folder.resolve(argument).toString()));
        Program program = Program.run(line.toArray(String[]::new));
        assertThat(program.exitCode()).as(program.err()).isEqualTo(ExitCodes.DONE);
    }

    /** What is committed of derived files, large ones gzipped; the answers always are. */
    private void compare(String derived) throws IOException {
        Path committed = REFERENCE.resolve(derived);
        assertThat(committed.resolve("answers.md")).exists();
        for (String name : DERIVED) {
            for (String stored : List.of(name, name + ".gz")) {
                if (Files.exists(committed.resolve(stored))) {
                    byte[] anew = Files.readAllBytes(folder.resolve(derived).resolve(name));
                    assertThat(Arrays.mismatch(content(committed.resolve(stored)), anew))
                            .as("first byte of " + derived + "/" + stored
                                    + " that differs; to write it anew: ./run-benchmarks.sh analyze")
                            .isEqualTo(-1);
                }
            }
        }
        assertThat(Files.size(folder.resolve(derived).resolve("report.html")))
                .as("bytes of the report of " + derived)
                .isLessThan(3_000_000);
    }

    private static byte[] content(Path file) throws IOException {
        try (InputStream raw = Files.newInputStream(file);
                InputStream in = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw) {
            return in.readAllBytes();
        }
    }

    /** Whoever clones the repository takes it all along. */
    @Test
    void theFolderIsSmall() throws IOException {
        try (Stream<Path> files = Files.walk(REFERENCE)) {
            long bytes = files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
            assertThat(bytes).isLessThan(30_000_000);
        }
    }
}
