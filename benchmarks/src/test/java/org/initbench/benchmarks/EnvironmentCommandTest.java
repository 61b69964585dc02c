package org.initbench.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.initbench.cli.ExitCodes;
import org.initbench.run.Environment;
import org.initbench.run.Formats;
import org.initbench.training.BlasCore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class EnvironmentCommandTest {

    private static Environment environment(Program program) throws IOException {
        assertThat(program.exitCode()).as(program.err()).isEqualTo(ExitCodes.DONE);
        return Formats.json().readValue(program.out(), Environment.class);
    }

    /** What a reader of a bundle can read, a reader of a report of a fault can. */
    @Test
    void asJsonItIsTheFileOfABundle() throws IOException {
        Environment environment = environment(Program.run("environment", "--json"));
        assertThat(environment.fingerprint()).containsKeys("generator", "exp_float32", "training");
        assertThat(environment.settings()).containsKeys("openmp_threads", "java_machine");
        assertThat(environment.initbenchVersion()).isEqualTo("0.1.0");
    }

    @Test
    void inWordsItIsALineASetting() throws IOException {
        Environment environment = environment(Program.run("environment", "--json"));
        String text = Program.run("environment").out();
        assertThat(text)
                .contains("cpu_model: " + environment.cpuModel() + "\n")
                .contains("\nfingerprint:\n  exp_float32: "
                        + environment.fingerprint().get("exp_float32") + "\n")
                .contains("\n  OMP_NUM_THREADS: 1\n");
    }

    /** Kernels that every x86-64 processor can run: products have other bits, and nothing that is plain Java has. */
    @Test
    @EnabledOnOs(value = OS.LINUX, architectures = "amd64")
    void theFingerprintTellsWhichPartOfTheArithmeticDiffers() throws Exception {
        Environment own = environment(Program.run("environment", "--json"));
        Environment prescott = environment(Program.withKernels(BlasCore.PRESCOTT, "environment", "--json"));
        assertThat(own.blas())
                .endsWith(", core type " + own.settings().get("openblas_core"))
                .doesNotEndWith("Prescott");
        assertThat(prescott.blas()).endsWith(", core type Prescott");
        assertThat(prescott.settings()).containsEntry("openblas_core", "Prescott");
        assertThat(prescott.threads()).containsEntry("OPENBLAS_CORETYPE", "Prescott");
        List<String> differing = own.fingerprint().entrySet().stream()
                .filter(entry -> !Objects.equals(prescott.fingerprint().get(entry.getKey()), entry.getValue()))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
        assertThat(differing)
                .contains("matrix_product_float32_100", "matrix_product_float64_100")
                .doesNotContain("generator", "strict_math", "initial_weights", "exp_float32", "tanh_float32");
    }
}
