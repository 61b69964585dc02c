package org.initbench.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javax.tools.ToolProvider;
import org.initbench.cli.ExitCodes;
import org.initbench.run.Bundle;
import org.initbench.run.BundleReader;
import org.initbench.run.RunRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One task whose process dies must not cost the study the others, nor be forgotten. */
class FailedTrialTest {

    /** A rule that fails on ten inputs, in the way that a file says, until that file is gone. */
    private static final String RULE = """
            package own;

            import java.nio.file.Files;
            import java.nio.file.Path;
            import org.initbench.init.MatrixInitializer;
            import org.initbench.init.ScaleKind;
            import org.initbench.init.WeightMatrix;

            public final class Fragile implements MatrixInitializer {
                @Override
                public String name() {
                    return "fragile";
                }

                @Override
                public String law() {
                    return "a law that is not kept";
                }

                @Override
                public ScaleKind scaleKind() {
                    return ScaleKind.STD;
                }

                @Override
                public double targetVariance(int fanIn, int fanOut) {
                    return 1;
                }

                @Override
                public double[] standardized(WeightMatrix matrix, double[] uniforms) {
                    Path how = Path.of(System.getProperty("fragile"));
                    if (uniforms.length >= 50 && Files.exists(how)) {
                        fail(how);
                    }
                    double[] weights = new double[uniforms.length];
                    for (int i = 0; i < weights.length; i++) {
                        weights[i] = (uniforms[i] - 0.5) * StrictMath.sqrt(12);
                    }
                    return weights;
                }

                private static void fail(Path how) {
                    try {
                        if (Files.readString(how).equals("throw")) {
                            throw new IllegalStateException("the rule broke");
                        }
                    } catch (java.io.IOException e) {
                        throw new java.io.UncheckedIOException(e);
                    }
                    Runtime.getRuntime().halt(77);
                }
            }
            """;

    private static final String STUDY = """
            name: fragile
            replicates: 2
            workers: 1
            tasks: [encoder-10-5-10, xor-2-2-1]
            initializers: [{name: fragile, scales: [1]}]
            """;

    @TempDir
    private Path folder;

    private Path how;
    private String classPath;

    FailedTrialTest() {
        classPath = System.getProperty("java.class.path", "");
    }

    @BeforeEach
    void compile() throws IOException {
        how = folder.resolve("how");
        Path source = Files.writeString(folder.resolve("Fragile.java"), RULE);
        Path classes = Files.createDirectories(folder.resolve("classes"));
        int compiled = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler())
                .run(null, null, null, "-proc:none", "-cp", classPath, "-d", classes.toString(), source.toString());
        assertThat(compiled).isZero();
        Path services = Files.createDirectories(classes.resolve("META-INF/services"));
        Files.writeString(services.resolve("org.initbench.init.Initializer"), "own.Fragile\n");
        classPath = classPath + File.pathSeparator + classes;
    }

    private StudyProcess run(Path study, Path bundle) throws IOException {
        return StudyProcess.start(
                folder.resolve("log.txt"),
                classPath,
                List.of("-Dfragile=" + how),
                "run",
                study.toString(),
                "--output",
                bundle.toString());
    }

    @ParameterizedTest
    @CsvSource({"throw, IllegalStateException: the rule broke", "halt, forked VM failed with exit code 77"})
    void theOtherTasksAreRunAndTheFailureIsInTheRecord(String way, String problem) throws Exception {
        Files.writeString(how, way);
        Path study = Files.writeString(folder.resolve("fragile.yaml"), STUDY);
        Path bundle = folder.resolve("bundle");
        StudyProcess first = run(study, bundle);
        assertThat(first.exitCode()).as(first.printed()).isEqualTo(ExitCodes.FAILURE);
        assertThat(first.printed())
                .contains("failed: convergence-encoder-10-5-10: ", problem)
                .contains("is not complete: there are 2 of 4 blocks")
                .contains("is tried again by: ./run-benchmarks.sh run ");
        Bundle unfinished = BundleReader.read(bundle);
        assertThat(unfinished.runs()).hasSize(2).extracting(RunRecord::task).containsOnly("xor-2-2-1");
        assertThat(unfinished.failures()).singleElement().satisfies(failure -> {
            assertThat(failure.trial()).isEqualTo("convergence-encoder-10-5-10");
            assertThat(failure.problem()).contains(problem);
        });
        assertThat(Files.readString(bundle.resolve("answers.md"))).contains("trials failed", "not finished");

        Files.delete(how);
        StudyProcess second = run(study, bundle);
        assertThat(second.exitCode()).as(second.printed()).isEqualTo(ExitCodes.DONE);
        assertThat(second.printed()).contains("reused are 2 of 4 blocks; left to compute: 2 blocks");
        assertThat(Program.run("verify", bundle.toString()).out()).contains("sound and complete");
        assertThat(BundleReader.read(bundle).failures()).hasSize(1);
        assertThat(Files.readString(bundle.resolve("answers.md")))
                .contains("trials failed", "measured by other trials")
                .doesNotContain("not finished");
    }

    /** A transcript is pages long; what a user is told is the innermost cause, on one line. */
    @Test
    void theReasonIsFoundInWhatWasPrinted() {
        Throwable jmh = new IllegalStateException("Benchmark caught the exception");
        String thrown = """
                <failure>

                org.openjdk.jmh.runner.BenchmarkException: Benchmark error
                \tat x.Y.z(Y.java:1)
                Caused by: java.io.UncheckedIOException: cannot write p.zip
                Caused by: java.nio.file.FileSystemException: p.zip.tmp: No space left on device
                """;
        assertThat(TrialFailure.of(thrown, jmh)).hasMessage("FileSystemException: p.zip.tmp: No space left on device");
        assertThat(TrialFailure.of(
                        "# Fork: 1 of 1\nIteration   1: <forked VM failed with exit code 137>\n<stdout last='20 lines'>\n",
                        jmh))
                .hasMessage("forked VM failed with exit code 137");
        assertThat(TrialFailure.of("nothing\n", jmh)).hasMessage("Benchmark caught the exception");
        assertThat(TrialFailure.of("<forked VM failed with exit code 130>\n", jmh)
                        .bySignal())
                .isTrue();
        assertThat(TrialFailure.of("<forked VM failed with exit code 1>\n", jmh).bySignal())
                .isFalse();
    }
}
