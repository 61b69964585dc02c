package org.initbench.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.initbench.cli.ExitCodes;
import org.initbench.run.Environment;
import org.initbench.run.Formats;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class EnvironmentCommandTest {

    /** What a reader of a bundle can read, a reader of a report of a fault can. */
    @Test
    void asJsonItIsTheFileOfABundle() throws IOException {
        Program program = Program.run("environment", "--json");
        assertThat(program.exitCode()).as(program.err()).isEqualTo(ExitCodes.DONE);
        Environment environment = Formats.json().readValue(program.out(), Environment.class);
        assertThat(environment.fingerprint()).containsKeys("generator", "exp_float32", "training");
        assertThat(environment.settings()).containsKeys("openmp_threads", "java_machine");
        assertThat(environment.initbenchVersion()).isEqualTo("0.1.0");
    }

    @Test
    void inWordsItIsALineASetting() throws IOException {
        Environment environment =
                Formats.json().readValue(Program.run("environment", "--json").out(), Environment.class);
        String text = Program.run("environment").out();
        assertThat(text)
                .contains("cpu_model: " + environment.cpuModel() + "\n")
                .contains("\nfingerprint:\n  exp_float32: "
                        + environment.fingerprint().get("exp_float32") + "\n")
                .contains("\n  OMP_NUM_THREADS: 1\n");
    }

    /**
     * Kernels of another processor, which every x86-64 processor can run: products have other bits, and nothing that is plain Java has.
     */
    @Test
    @EnabledOnOs(value = OS.LINUX, architectures = "amd64")
    void theFingerprintTellsWhichPartOfTheArithmeticDiffers() throws Exception {
        Environment haswell = withKernels("Haswell");
        Environment prescott = withKernels("Prescott");
        assertThat(haswell.blas()).endsWith(", core type Haswell");
        assertThat(prescott.blas()).endsWith(", core type Prescott");
        assertThat(prescott.settings()).containsEntry("openblas_core", "Prescott");
        assertThat(prescott.threads()).containsEntry("OPENBLAS_CORETYPE", "Prescott");
        List<String> differing = haswell.fingerprint().entrySet().stream()
                .filter(entry -> !Objects.equals(prescott.fingerprint().get(entry.getKey()), entry.getValue()))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
        assertThat(differing)
                .contains("matrix_product_float32_100", "matrix_product_float64_100")
                .doesNotContain("generator", "strict_math", "initial_weights", "exp_float32", "tanh_float32");
    }

    private static Environment withKernels(String core) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "org.initbench.benchmarks.Main",
                "environment",
                "--json");
        builder.environment().put("OPENBLAS_CORETYPE", core);
        builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        Process process = builder.start();
        Environment environment = Formats.json().readValue(process.getInputStream(), Environment.class);
        assertThat(process.waitFor()).isZero();
        return environment;
    }
}
