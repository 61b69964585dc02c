package org.initbench.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.initbench.common.UsageException;
import org.junit.jupiter.api.Test;

/** Kernels that a processor cannot run end the process with an illegal instruction. */
class BlasCoreTest {

    private static final String CPUINFO = """
            processor\t: 0
            vendor_id\t: GenuineIntel
            flags\t\t: fpu sse sse2 pni ssse3 sse4_1 sse4_2 avx fma avx2 3dnowprefetch
            bugs\t\t: none

            processor\t: 1
            flags\t\t: fpu
            """;

    @Test
    void theFeaturesAreThoseOfTheFirstProcessor() {
        assertThat(BlasCore.features(CPUINFO)).contains("avx2", "pni", "fma").doesNotContain("none", "flags");
        assertThat(BlasCore.features("model name\t: none of x86\n")).isEmpty();
    }

    @Test
    void aProcessorRunsWhatItHasTheInstructionsFor() {
        assertThat(BlasCore.runnable(BlasCore.features(CPUINFO)))
                .containsExactly(
                        BlasCore.PRESCOTT,
                        BlasCore.CORE2,
                        BlasCore.BARCELONA,
                        BlasCore.NEHALEM,
                        BlasCore.SANDYBRIDGE,
                        BlasCore.HASWELL,
                        BlasCore.ZEN);
        assertThat(BlasCore.runnable(Set.of("pni", "ssse3", "avx512f", "avx512bw", "avx512cd", "avx512dq", "avx512vl")))
                .containsExactly(BlasCore.PRESCOTT, BlasCore.CORE2, BlasCore.SKYLAKEX);
        assertThat(BlasCore.runnable(Set.of())).isEmpty();
    }

    /** Where the system does not tell what its processor can do, the caller knows best. */
    @Test
    void whatTheProcessorCannotRunIsRefusedBeforeItEndsTheProcess() {
        BlasCore.NEHALEM.require(List.of(BlasCore.PRESCOTT, BlasCore.NEHALEM));
        BlasCore.SKYLAKEX.require(List.of());
        assertThatThrownBy(() -> BlasCore.SKYLAKEX.require(List.of(BlasCore.PRESCOTT, BlasCore.NEHALEM)))
                .isInstanceOf(UsageException.class)
                .hasMessage(
                        "this processor cannot run the kernels of core type SkylakeX; it can run those of Prescott, Nehalem");
    }

    @Test
    void kernelsAreFoundByNameWhateverTheCase() {
        assertThat(BlasCore.of("haswell")).isEqualTo(BlasCore.HASWELL);
        assertThatThrownBy(() -> BlasCore.of("Nehalm"))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("unknown core type 'Nehalm'; did you mean 'Nehalem'?");
    }

    /** A processor without AVX-512 refuses the kernels that would end the process; this one may have it. */
    @Test
    void kernelsThatTheProcessorCannotRunAreRefusedByTheVariable() {
        NativeBackend.checkCoreType(null);
        NativeBackend.checkCoreType("a name that OpenBLAS ignores");
        List<BlasCore> runnable = BlasCore.runnable();
        if (!runnable.isEmpty() && !runnable.contains(BlasCore.SKYLAKEX)) {
            assertThatThrownBy(() -> NativeBackend.checkCoreType("skylakex"))
                    .isInstanceOf(UsageException.class)
                    .hasMessageStartingWith("environment variable OPENBLAS_CORETYPE: this processor cannot run");
        }
    }
}
