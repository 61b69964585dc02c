package org.initbench.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.initbench.cli.ExitCodes;
import org.initbench.common.Digests;
import org.initbench.run.BundleReader;
import org.initbench.run.BundleWriter;
import org.initbench.run.RunRecord;
import org.initbench.training.BlasCore;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A bundle is repeated from itself, and what differs is told. */
class RerunCommandTest {

    private static final String STUDY = """
            name: small
            replicates: 3
            largest_budget: 80
            workers: 1
            tasks: [encoder-10-5-10, iris-mlp-tanh]
            initializers:
              - zero
              - {name: normal, scales: [0.3, 1]}
            """;

    @TempDir
    private static Path folder;

    private static Path bundle;

    @BeforeAll
    static void makeABundle() throws IOException {
        bundle = run("bundle", STUDY);
    }

    private static Path run(String name, String text) throws IOException {
        Path study = Files.writeString(folder.resolve(name + ".yaml"), text);
        Path output = folder.resolve(name);
        Program program = Program.run("run", study.toString(), "--output", output.toString());
        assertThat(program.exitCode()).as(program.err()).isEqualTo(ExitCodes.DONE);
        Files.delete(study);
        return output;
    }

    private static String[] line(Path original, String output, String... options) {
        List<String> line = new ArrayList<>(List.of("rerun", original.toString()));
        line.addAll(List.of("--output", folder.resolve(output).toString()));
        line.addAll(List.of(options));
        return line.toArray(String[]::new);
    }

    private static Program rerun(Path original, String output, String... options) {
        return Program.run(line(original, output, options));
    }

    @Test
    void aBundleIsRepeatedFromItself() {
        Program program = rerun(bundle, "same");
        assertThat(program.exitCode()).as(program.err() + program.out()).isEqualTo(ExitCodes.DONE);
        assertThat(program.words())
                .contains(
                        "A and B are equal: all 16 runs that are in both are the same to the last bit.",
                        "Environments: nothing differs that is known to change a result.",
                        "Arithmetic: all 31 fixed computations come out the same to the last bit.",
                        "encoder-10-5-10 7 of 7 ",
                        "iris-mlp-tanh 9 of 9 ");
        Path repeated = folder.resolve("same");
        for (String file : List.of("runs.csv", "curves.csv.gz", "study.yaml", "hypotheses.yaml")) {
            assertThat(repeated.resolve(file)).hasSameBinaryContentAs(bundle.resolve(file));
        }
        assertThat(Program.run("verify", repeated.toString()).exitCode()).isEqualTo(ExitCodes.DONE);
    }

    @Test
    void aPartHasTheSameRuns() {
        Program program = rerun(bundle, "part", "--tasks", "iris-mlp-tanh", "--replicates", "2");
        assertThat(program.exitCode()).as(program.err() + program.out()).isEqualTo(ExitCodes.DONE);
        assertThat(program.words())
                .contains("all 6 runs that are in both are the same", "only A has 10 more, only B has 0");
        List<RunRecord> expected = BundleReader.read(bundle).runs().stream()
                .filter(run -> run.task().equals("iris-mlp-tanh") && run.replicate() < 2)
                .toList();
        assertThat(BundleReader.read(folder.resolve("part")).runs()).isEqualTo(expected);
    }

    /** Runs part, but not so far that outcomes would differ: that is told, and what the reason may be. */
    @Test
    @EnabledOnOs(value = OS.LINUX, architectures = "amd64")
    void underOtherKernelsTheyAreNamedAsTheReason() throws Exception {
        Program program = Program.withKernels(
                BlasCore.PRESCOTT, line(bundle, "prescott", "--tasks", "iris-mlp-tanh", "--replicates", "2"));
        assertThat(program.exitCode()).as(program.err() + program.out()).isEqualTo(ExitCodes.DONE);
        assertThat(program.words())
                .containsPattern(
                        "what can change bits differs, the likeliest reason first: BLAS core type \\(\\w+ against Prescott\\)")
                .containsPattern("come out differently: matrix products.*; these the same: random numbers, .*tanh")
                .containsPattern("Bits: [0-5] of 6 runs (is|are) the same to the last bit; of the others the first"
                        + " part at epoch \\d");
    }

    /** A bundle that somebody else made with another arithmetic: one run ended elsewhere. */
    @Test
    void aRunThatDiffersIsTold() throws IOException {
        Path changed = copy("changed");
        String digest = BundleReader.read(bundle).runs().get(8).finalDigest();
        replace(changed, "runs.csv", digest, "0000000000000000");
        replace(changed, "environment.json", "(\"exp_float32\" : )\"[^\"]*\"", "$1\"1111111111111111\"");
        seal(changed);
        Program program = rerun(changed, "different");
        assertThat(program.exitCode()).as(program.err() + program.out()).isEqualTo(ExitCodes.DONE);
        assertThat(program.words())
                .contains(
                        "Bits: 15 of 16 runs are the same to the last bit",
                        "these come out differently: exp (1 of 2); these the same: random numbers",
                        "iris-mlp-tanh 8 of 9 ",
                        "digests that show that bits differ: fingerprint exp_float32");
    }

    /** A bundle in which every run takes half of the epochs, and replicates are enough to judge that. */
    @Test
    void whatDiffersBeyondTheMarginHasAnExitCodeOfItsOwn() throws IOException {
        Path changed = run("faster", """
                name: faster
                replicates: 5
                tasks: [iris-mlp-tanh]
                initializers:
                  - {name: normal, scales: [0.3, 1]}
                """);
        halve(changed, "runs.csv", "epochs");
        halve(changed, "crossings.csv", "epoch");
        seal(changed);
        Program program = rerun(changed, "slower");
        assertThat(program.exitCode()).as(program.err() + program.out()).isEqualTo(ExitCodes.DIFFERENCE);
        assertThat(program.words()).contains("A and B differ: epochs differ");
    }

    private static Path copy(String name) throws IOException {
        Path target = Files.createDirectory(folder.resolve(name));
        try (Stream<Path> files = Files.list(bundle)) {
            for (Path file : files.toList()) {
                Files.copy(file, target.resolve(file.getFileName()));
            }
        }
        return target;
    }

    private static void replace(Path changed, String file, String pattern, String replacement) throws IOException {
        Path path = changed.resolve(file);
        String before = Files.readString(path);
        String after = before.replaceFirst(pattern, replacement);
        assertThat(after).isNotEqualTo(before);
        Files.writeString(path, after);
    }

    /** Halves the numbers of a column. */
    private static void halve(Path changed, String file, String column) throws IOException {
        Path path = changed.resolve(file);
        List<String> lines = Files.readAllLines(path);
        int place = List.of(lines.get(0).split(",", -1)).indexOf(column);
        Files.write(
                path,
                lines.stream().map(line -> halved(line.split(",", -1), place)).toList());
    }

    private static String halved(String[] fields, int place) {
        if (fields[place].matches("[0-9.E-]+")) {
            fields[place] = Double.toString(Double.parseDouble(fields[place]) / 2);
        }
        return String.join(",", fields);
    }

    /** Gives the files of a bundle the checksums that they have now. */
    private static void seal(Path changed) throws IOException {
        Path manifest = changed.resolve("MANIFEST.sha256");
        String text = Files.readAllLines(manifest, StandardCharsets.UTF_8).stream()
                .map(line -> line.split(" {2}", 2)[1])
                .map(name -> checksum(changed, name) + "\n")
                .collect(Collectors.joining());
        Files.writeString(manifest, text);
    }

    private static String checksum(Path changed, String name) {
        try {
            return Digests.sha256(changed.resolve(name)) + "  " + name;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The command must not start anew beside what is there, nor add to what is finished. */
    @Test
    void anInterruptedRerunIsResumed() throws IOException {
        Program first = rerun(bundle, "resumed", "--replicates", "1");
        assertThat(first.exitCode()).isEqualTo(ExitCodes.DONE);
        Program finished = rerun(bundle, "resumed", "--replicates", "1");
        assertThat(finished.exitCode()).isEqualTo(ExitCodes.USAGE);
        assertThat(finished.err()).contains("a finished bundle");
        Path unfinished = folder.resolve("unfinished");
        BundleWriter.create(
                unfinished,
                BundleReader.readStudy(folder.resolve("resumed")),
                BundleReader.readEnvironment(folder.resolve("resumed")),
                Files.readAllBytes(bundle.resolve("hypotheses.yaml")));
        Program second = rerun(bundle, "unfinished", "--replicates", "1");
        assertThat(second.exitCode()).as(second.err()).isEqualTo(ExitCodes.DONE);
        assertThat(second.err()).contains("resuming " + unfinished);
        assertThat(second.words()).contains("all 6 runs that are in both are the same");
    }

    @Test
    void whatIsNotInTheBundleCannotBeRepeated() {
        Program task = rerun(bundle, "none", "--tasks", "iris-mlp-tahn");
        assertThat(task.exitCode()).isEqualTo(ExitCodes.USAGE);
        assertThat(task.err()).contains("--tasks", "did you mean 'iris-mlp-tanh'");
        Program many = rerun(bundle, "none", "--replicates", "4");
        assertThat(many.exitCode()).isEqualTo(ExitCodes.USAGE);
        assertThat(many.err()).contains("--replicates is 4", "1 to 3");
        assertThat(folder.resolve("none")).doesNotExist();
        assertThat(rerun(folder.resolve("nowhere"), "none").exitCode()).isEqualTo(ExitCodes.DATA);
    }

    /** The version that defines the task as the bundle does is named. */
    @Test
    void anotherDefinitionIsRefusedAtOnce() throws IOException {
        Path old = copy("old");
        String rate = Double.toString(BundleReader.read(bundle).runs().get(0).learningRate());
        replace(old, "study.yaml", "learning_rate: [0-9.]+", "learning_rate: 0.123");
        Path runs = old.resolve("runs.csv");
        Files.writeString(runs, Files.readString(runs).replace("," + rate + ",task,", ",0.123,task,"));
        seal(old);
        Program program = rerun(old, "none");
        assertThat(program.exitCode()).as(program.err()).isEqualTo(ExitCodes.DATA);
        assertThat(program.err())
                .contains("encoder-10-5-10", "is defined otherwise", "It was made by version 0.1.0, commit ");
        assertThat(folder.resolve("none")).doesNotExist();
    }

    @Test
    void anOldFormatIsRefusedAtOnce() {
        Program program = rerun(Program.root().resolve("src/test/resources/org/initbench/run/format1"), "none");
        assertThat(program.exitCode()).as(program.err()).isEqualTo(ExitCodes.DATA);
        assertThat(program.err()).contains("has format 1", "writes format 3");
        assertThat(folder.resolve("none")).doesNotExist();
    }
}
