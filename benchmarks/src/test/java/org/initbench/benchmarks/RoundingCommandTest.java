package org.initbench.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.initbench.cli.ExitCodes;
import org.initbench.run.Bundle;
import org.initbench.run.BundleReader;
import org.initbench.run.Engine;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A study of equal starts on several arithmetics, each in a process of its own. */
class RoundingCommandTest {

    private static final String STUDY = """
            name: equal
            replicates: 1
            workers: 1
            largest_budget: 2
            tasks: [digits-mlp-tanh-w16]
            initializers:
              - {name: constant, scales: [0.1]}
            """;

    @TempDir
    private Path folder;

    private Path study;
    private Path output;

    @BeforeEach
    void writeStudy() throws IOException {
        study = Files.writeString(folder.resolve("equal.yaml"), STUDY);
        output = folder.resolve("out");
    }

    private Program rounding(String... more) {
        String[] arguments = new String[more.length + 4];
        arguments[0] = "rounding";
        arguments[1] = study.toString();
        arguments[2] = "--output";
        arguments[3] = output.toString();
        System.arraycopy(more, 0, arguments, 4, more.length);
        return Program.run(arguments);
    }

    /** The reference engine keeps equal units equal; what is there is not run again, and reads the same. */
    @Test
    void everyArithmeticHasABundleAndAColumn() throws IOException {
        Program first = rounding("--core-types", "Haswell", "--precisions", "float32");
        assertThat(first.exitCode()).as(first.err()).isEqualTo(ExitCodes.DONE);
        assertThat(first.out())
                .contains("| task | start | reference | nd4j Haswell |")
                .contains(
                        "reference, float32: hidden units stayed equal to the last bit in every run of all 1 equal start.");
        assertThat(output.resolve("rounding.md")).hasContent(first.out());
        assertThat(output.resolve("rounding.csv")).content().hasLineCount(3);
        assertThat(output.resolve("rounding.json")).content().contains("\"machine\" : \"nd4j Haswell\"");
        Bundle reference = BundleReader.read(output.resolve("reference-float32"));
        Bundle stacked = BundleReader.read(output.resolve("nd4j-haswell-float32"));
        assertThat(reference.study().trainedBy()).isEqualTo(Engine.REFERENCE);
        assertThat(stacked.environment().threads()).containsEntry("OPENBLAS_CORETYPE", "Haswell");
        assertThat(reference.environment().referenceDigest())
                .isNotEqualTo(stacked.environment().referenceDigest());
        Program second = rounding("--core-types", "Haswell", "--precisions", "float32");
        assertThat(second.err()).contains("reference, float32: is there", "nd4j Haswell, float32: is there");
        assertThat(second.out()).isEqualTo(first.out());
        Files.writeString(study, STUDY + "seed: 5\n");
        Program other = rounding("--core-types", "Haswell", "--precisions", "float32");
        assertThat(other.exitCode()).isEqualTo(ExitCodes.USAGE);
        assertThat(other.err()).contains("a finished bundle of another study");
    }

    @Test
    void aDryRunNamesTheBundlesAndMakesNone() {
        Program program = rounding("--core-types", "Haswell,nehalem", "--dry-run");
        assertThat(program.exitCode()).isEqualTo(ExitCodes.DONE);
        assertThat(program.out().lines())
                .containsExactly(
                        output.resolve("reference-float32") + ": reference, float32",
                        output.resolve("nd4j-haswell-float32") + ": nd4j Haswell, float32",
                        output.resolve("nd4j-nehalem-float32") + ": nd4j Nehalem, float32",
                        output.resolve("reference-float64") + ": reference, float64",
                        output.resolve("nd4j-haswell-float64") + ": nd4j Haswell, float64",
                        output.resolve("nd4j-nehalem-float64") + ": nd4j Nehalem, float64");
        assertThat(output).doesNotExist();
    }

    /** An hour on one machine must not end in a refusal on the next. */
    @Test
    void whatTheReferenceEngineCannotTrainIsRefusedAtOnce() throws IOException {
        Files.writeString(study, STUDY.replace("digits-mlp-tanh-w16", "digits-cnn"));
        Program program = rounding();
        assertThat(program.exitCode()).isEqualTo(ExitCodes.USAGE);
        assertThat(program.err()).contains("equal.yaml:5", "digits-cnn", "dense layers only");
        assertThat(output).doesNotExist();
    }

    @Test
    void aFolderWithSomethingElseInItIsNotTouched() throws IOException {
        Files.createDirectory(output);
        Files.writeString(output.resolve("thesis.txt"), "years of work");
        Program program = rounding();
        assertThat(program.exitCode()).isEqualTo(ExitCodes.USAGE);
        assertThat(program.err()).contains("it holds thesis.txt");
        assertThat(output.resolve("thesis.txt")).hasContent("years of work");
    }

    @Test
    void unknownKernelsAndPrecisionsAreNamed() {
        assertThat(rounding("--core-types", "Haswel").err()).contains("unknown core type", "did you mean 'Haswell'");
        assertThat(rounding("--precisions", "float16").err())
                .contains("precision 'float16' must be float32 or float64");
    }
}
