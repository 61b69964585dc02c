package org.initbench.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.initbench.run.NativeInfo;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** What the environment asks for is not what is loaded: only the library knows. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class OpenBlasTest {

    @BeforeAll
    static void load() {
        NativeBackend.require();
    }

    /** The configuration is one line: version, options, and the core type again. */
    @Test
    void theLibraryTellsItsKernels() {
        OpenBlas library = OpenBlas.loaded();
        String core = library.coreType().orElseThrow();
        assertThat(core).matches("[A-Za-z0-9]+");
        assertThat(library.configuration().orElseThrow())
                .startsWith("OpenBLAS 0.3")
                .contains(core);
        assertThat(library.threads()).hasValue(1);
    }

    @Test
    void theBackendTellsThemOn() {
        NativeInfo info = NativeBackend.describe();
        String core = OpenBlas.loaded().coreType().orElseThrow();
        assertThat(info.blas()).isEqualTo("OpenBLAS 0.3.19, core type " + core);
        assertThat(info.settings())
                .containsEntry("openblas_core", core)
                .containsEntry("openmp_threads", "1")
                .containsKeys("libnd4j", "openblas", "openblas_threads", "onednn_max_cpu_isa");
        assertThat(info.settings().values()).noneMatch(value -> value.contains("\n"));
    }

    @Test
    void aLimitOfOneDnnIsTold() {
        OpenBlas library = OpenBlas.loaded();
        assertThat(NativeSettings.read(library, Map.of()))
                .containsEntry("onednn_max_cpu_isa", "all that the processor has");
        assertThat(NativeSettings.read(library, Map.of("DNNL_MAX_CPU_ISA", "AVX2")))
                .containsEntry("onednn_max_cpu_isa", "AVX2");
    }
}
