package org.initbench.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.initbench.cli.ExitCodes;
import org.initbench.hypothesis.HypothesesReader;
import org.initbench.run.Bundle;
import org.initbench.run.BundleLock;
import org.initbench.run.BundleReader;
import org.initbench.run.BundleWriter;
import org.initbench.run.Engine;
import org.initbench.run.EnvironmentProbe;
import org.initbench.run.ResolvedStudy;
import org.initbench.study.Block;
import org.initbench.study.BlockResult;
import org.initbench.study.BlockRunner;
import org.initbench.study.StudyReader;
import org.initbench.study.Tuner;
import org.initbench.training.NativeBackend;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Studies from file to answer, with real networks and real forks. */
class RunCommandTest {

    private static final Path HYPOTHESES = Program.root().resolve("benchmarks/studies/hypotheses.yaml");

    @TempDir
    private Path folder;

    private Path study;

    @BeforeEach
    void writeStudy() throws IOException {
        study = Files.writeString(folder.resolve("small.yaml"), SmallStudy.named("small"));
    }

    /** The main path: a study becomes a bundle that verifies, with a report, and the terminal says where it lies. */
    @Test
    void aStudyBecomesABundleWithAReport() {
        Path output = folder.resolve("out");
        Program program = Program.run("run", study.toString(), "--output", output.toString());
        assertThat(program.err()).contains("study 'small'");
        assertThat(program.exitCode()).isEqualTo(ExitCodes.DONE);
        assertThat(program.out())
                .contains(
                        "encoder-10-5-10",
                        "Answer",
                        output.resolve("report.html").toString())
                .doesNotContain("##initbench");
        assertThat(output)
                .isDirectoryContaining("glob:**/runs.csv")
                .isDirectoryContaining("glob:**/jmh.json")
                .isDirectoryContaining("glob:**/analysis.json")
                .isDirectoryContaining("glob:**/summary.csv")
                .isDirectoryContaining("glob:**/answers.md")
                .isDirectoryContaining("glob:**/MANIFEST.sha256");
        assertThat(BundleReader.read(output).runs()).hasSize(1 + 2 * 3);
        assertThat(BundleReader.read(output).timings()).hasSize(1);
        assertThat(Program.run("verify", output.toString()).exitCode()).isEqualTo(ExitCodes.DONE);
        assertThat(output.resolve("hypotheses.yaml")).hasSameBinaryContentAs(HYPOTHESES);
        assertThat(output.resolve("MANIFEST.sha256")).content().contains("  hypotheses.yaml\n");
        assertThat(BundleReader.read(output).hypotheses()).isEqualTo(HypothesesReader.read(HYPOTHESES));
    }

    /** Without natives and threads to be set: whoever has a Java has this engine. */
    @Test
    void aStudyIsRunOnTheReferenceEngine() throws IOException {
        Path output = folder.resolve("out");
        Program program = Program.run(
                "run",
                study.toString(),
                "--engine",
                "reference",
                "--precision",
                "float64",
                "--output",
                output.toString());
        assertThat(program.exitCode()).as(program.err()).isEqualTo(ExitCodes.DONE);
        assertThat(program.err()).contains("engine reference: one model at a time");
        Bundle bundle = BundleReader.read(output);
        assertThat(bundle.study().trainedBy()).isEqualTo(Engine.REFERENCE);
        assertThat(bundle.runs())
                .hasSize(1 + 2 * 3)
                .allMatch(run ->
                        run.engine().equals("reference") && run.precision().equals("float64"));
        assertThat(bundle.timings()).isEmpty();
        assertThat(bundle.environment().blas()).isEqualTo("not used");
        assertThat(output.resolve("study.yaml")).content().contains("\nengine: reference\n");
        assertThat(Program.run("verify", output.toString()).exitCode()).isEqualTo(ExitCodes.DONE);
        assertThat(output.resolve("report.html")).content().contains("plain Java");
        Program stacked = Program.run("run", study.toString(), "--output", output.toString());
        assertThat(stacked.exitCode()).isEqualTo(ExitCodes.USAGE);
    }

    /** A study that was killed must end with the very bytes of one that was not, and must not be trained again. */
    @Test
    void anInterruptedStudyIsResumedAndEndsTheSame() throws Exception {
        Path whole = folder.resolve("whole");
        Path resumed = folder.resolve("resumed");
        Program.run("run", study.toString(), "--output", whole.toString());
        leaveUnfinished(resumed);
        Program program = Program.run("run", study.toString(), "--output", resumed.toString());
        assertThat(program.exitCode()).isEqualTo(ExitCodes.DONE);
        assertThat(program.err()).contains("resuming");
        for (String file : List.of("runs.csv", "crossings.csv", "curves.csv.gz", "study.yaml")) {
            assertThat(resumed.resolve(file)).hasSameBinaryContentAs(whole.resolve(file));
        }
    }

    /** A study that is killed after tuning must go on with the rates that it chose, and end as one that was not killed. */
    @Test
    void tunedRatesAreKeptOverAnInterruption() throws Exception {
        Files.writeString(study, SmallStudy.named("small") + """
                learning_rate:
                  tuned: {factors: [0.5, 1, 2], replicates: 1}
                  initializers: [normal]
                """);
        Path whole = folder.resolve("whole");
        Program first = Program.run("run", study.toString(), "--output", whole.toString());
        assertThat(first.exitCode()).as(first.err()).isEqualTo(ExitCodes.DONE);
        assertThat(first.err()).contains("2 cells at other learning rates");
        Path resumed = folder.resolve("resumed");
        ResolvedStudy resolved = StudyReader.read(study);
        BundleWriter writer = created(resumed, resolved);
        writer.writeTuning(
                Block.tuningPart(resolved, 0),
                new Tuner(resolved, 0).tune(resolved.tunedArmsOf("encoder-10-5-10"), share -> {}));
        assertThat(Program.run("run", study.toString(), "--output", resumed.toString())
                        .exitCode())
                .isEqualTo(ExitCodes.DONE);
        for (String file : List.of("runs.csv", "tuning.csv", "crossings.csv", "curves.csv.gz")) {
            assertThat(resumed.resolve(file)).hasSameBinaryContentAs(whole.resolve(file));
        }
        assertThat(BundleReader.read(whole).tuning()).hasSize(2 * 3);
        assertThat(BundleReader.read(whole).runs()).hasSize(1 + 2 * 3 + 2 * 3);
        assertThat(Program.run("verify", resumed.toString()).exitCode()).isEqualTo(ExitCodes.DONE);
    }

    private static BundleWriter created(Path bundle, ResolvedStudy resolved) {
        try {
            return BundleWriter.create(
                    bundle,
                    resolved,
                    EnvironmentProbe.probe(NativeBackend.describe(), Program.root()),
                    Files.readAllBytes(HYPOTHESES));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The middle block is done, the others are not. */
    private void leaveUnfinished(Path bundle) throws InterruptedException {
        ResolvedStudy resolved = StudyReader.read(study);
        BundleWriter writer = created(bundle, resolved);
        Block middle = Block.of(resolved).get(1);
        BlockResult result = new BlockRunner(resolved, 0, resolved.arms()).run(middle, share -> {});
        writer.writePart(middle.part(), result.runs(), result.crossings(), result.curves(), result.diagnostics());
    }

    /** Two processes on one bundle would train every block twice and fail each other's writes. */
    @Test
    void aBundleThatIsBeingMeasuredIsLeftAlone() throws Exception {
        Path output = folder.resolve("out");
        leaveUnfinished(output);
        try (BundleLock lock = BundleWriter.open(output).lock()) {
            Program second = Program.run("run", study.toString(), "--output", output.toString());
            assertThat(second.exitCode()).isEqualTo(ExitCodes.USAGE);
            assertThat(second.err()).contains("another process", output.toString());
            assertThat(BundleReader.read(output).runs()).hasSize(2);
        }
        assertThat(Program.run("run", study.toString(), "--output", output.toString())
                        .exitCode())
                .isEqualTo(ExitCodes.DONE);
    }

    /** Half a bundle from one BLAS kernel and half from another would be comparable with nothing, and say so nowhere. */
    @Test
    void aBundleOfOtherArithmeticIsNotResumed() throws Exception {
        Path output = folder.resolve("out");
        leaveUnfinished(output);
        Path environment = output.resolve("environment.json");
        Files.writeString(
                environment,
                Files.readString(environment)
                        .replaceFirst("\"reference_digest\" : \"[^\"]*\"", "\"reference_digest\" : \"0000\""));
        Program program = Program.run("run", study.toString(), "--output", output.toString());
        assertThat(program.exitCode()).isEqualTo(ExitCodes.USAGE);
        assertThat(program.err()).contains("other arithmetic", "environment.json");
        assertThat(BundleReader.read(output).runs()).hasSize(2);
    }

    /** A verdict is confirmatory only if its question was fixed before the first run, not between two halves of a study. */
    @Test
    void hypothesesCannotChangeWhileAStudyIsRun() throws Exception {
        Path output = folder.resolve("out");
        leaveUnfinished(output);
        assertThat(output.resolve("hypotheses.yaml")).hasSameBinaryContentAs(HYPOTHESES);
        Files.writeString(output.resolve("hypotheses.yaml"), "hypotheses: []\n");
        Program program = Program.run("run", study.toString(), "--output", output.toString());
        assertThat(program.exitCode()).isEqualTo(ExitCodes.USAGE);
        assertThat(program.err()).contains("other hypotheses", "hypotheses.yaml");
        assertThat(BundleReader.read(output).runs()).hasSize(2);
    }

    @Test
    void theHypothesesAreNoStudy() {
        Program program = Program.run("run", "hypotheses");
        assertThat(program.exitCode()).isEqualTo(ExitCodes.USAGE);
        assertThat(program.err()).contains("unknown study 'hypotheses'");
    }

    @Test
    void aFolderWithSomethingInItIsNotTouched() throws IOException {
        Path output = Files.createDirectory(folder.resolve("mine"));
        Path treasure = Files.writeString(output.resolve("thesis.txt"), "years of work");
        Program program = Program.run("run", study.toString(), "--output", output.toString());
        assertThat(program.exitCode()).isEqualTo(ExitCodes.USAGE);
        assertThat(program.err()).contains(output.toString()).contains("empty");
        assertThat(treasure).hasContent("years of work");
        try (Stream<Path> files = Files.list(output)) {
            assertThat(files).containsExactly(treasure);
        }
    }

    /** The bundle of a finished study is not written to again. */
    @Test
    void aFinishedBundleIsNotOverwritten() {
        Path output = folder.resolve("out");
        assertThat(Program.run("run", study.toString(), "--output", output.toString())
                        .exitCode())
                .isEqualTo(ExitCodes.DONE);
        Program again = Program.run("run", study.toString(), "--output", output.toString());
        assertThat(again.exitCode()).isEqualTo(ExitCodes.USAGE);
        assertThat(again.err()).contains("a finished bundle");
        assertThat(Program.run("verify", output.toString()).exitCode()).isEqualTo(ExitCodes.DONE);
    }

    /** A bundle that was changed after it was sealed must not become a report, nor be repaired silently. */
    @Test
    void aDamagedBundleIsNotAnalysed() throws IOException {
        Path output = folder.resolve("out");
        Program.run("run", study.toString(), "--output", output.toString());
        Path runs = output.resolve("runs.csv");
        Path report = output.resolve("report.html");
        String damaged = Files.readString(runs).replaceFirst("converged", "censored");
        Files.writeString(runs, damaged);
        Files.writeString(report, "the old report");
        for (String command : List.of("analyze", "verify")) {
            Program program = Program.run(command, output.toString());
            assertThat(program.exitCode()).as(command).isEqualTo(ExitCodes.DATA);
            assertThat(program.out() + program.err()).contains("runs.csv");
        }
        assertThat(runs).hasContent(damaged);
        assertThat(report).hasContent("the old report");
        assertThat(Program.run("analyze", folder.resolve("nowhere").toString()).exitCode())
                .isEqualTo(ExitCodes.DATA);
    }

    @Test
    void anUnwritableFolderIsRefusedAtOnce() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        Program program = Program.run(
                "run", study.toString(), "--output", file.resolve("sub").toString());
        assertThat(program.exitCode()).isEqualTo(ExitCodes.USAGE);
        assertThat(program.err()).contains(file.toString());
    }

    /** Mistakes in a study file are named with file and line, before anything is trained. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "encoder-10-5-10|encoder-10-5-01|did you mean 'encoder-10-5-10'",
                "normal|normale|did you mean 'normal'",
                "replicates|replicate|did you mean 'replicates'",
                "0.3|0|greater than 0",
                "0.3|-0.3|greater than 0",
                "0.3|small|is not a number",
                "0.3|.nan|is not a number",
                "replicates: 3|replicates: 0|whole number from 1",
                "\\[0.3, 1]|[]|'scales' is empty",
                "\\[0.3, 1]|[0.3, ~]|an entry of 'scales' has no value",
                "\\[0.3, 1]|0.3|'scales' must be a list",
                "\\[encoder-10-5-10]|[~]|an entry of 'tasks' has no value",
                "\\[encoder-10-5-10]|encoder-10-5-10|'tasks' must be a list",
                "- zero|- ~|an entry of 'initializers' has no value"
            })
    void aMistakeInAStudyFileIsNamedWithItsLine(String right, String wrong, String message) throws IOException {
        Files.writeString(study, SmallStudy.named("small").replaceFirst(right, wrong));
        Path output = folder.resolve("out");
        Program program = Program.run("run", study.toString(), "--output", output.toString());
        assertThat(program.exitCode()).isEqualTo(ExitCodes.USAGE);
        assertThat(program.err()).containsPattern("small\\.yaml:\\d+: .*").contains(message);
        assertThat(output).doesNotExist();
    }

    @Test
    void anUnknownStudyNamesTheNearest() {
        Program program = Program.run("run", "quik");
        assertThat(program.exitCode()).isEqualTo(ExitCodes.USAGE);
        assertThat(program.err()).contains("did you mean 'quick'", "nor is there a study file of that path");
    }
}
