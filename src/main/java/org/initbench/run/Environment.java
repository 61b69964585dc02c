package org.initbench.run;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The machine and the software that a bundle was made with: {@code environment.json}.
 *
 * @param host host name
 * @param cpuModel the processor's name
 * @param physicalCores physical cores seen by the process
 * @param logicalCores logical cores seen by the process
 * @param caches caches, such as {@code L2 1 MiB}
 * @param memoryBytes installed memory, or the container's limit where that is lower
 * @param containerLimits limits set by a container: cores and memory, empty if none
 * @param operatingSystem name and version
 * @param architecture such as {@code amd64}
 * @param loadAtStart system load average (1 minute) when the study began; NaN where unknown
 * @param javaVersion version of the Java runtime
 * @param javaVendor vendor of the Java runtime
 * @param javaFlags arguments of the Java machine that began the study, but for initbench's own; those that train inherit them. Of
 *     {@code -D} options only those that can matter to bits or time have their values, others are {@code -Dname=...}; agents are
 *     without their arguments and folders
 * @param initbenchVersion version of initbench
 * @param gitCommit commit of the source tree, or {@code unknown}
 * @param gitDirty whether the source tree had uncommitted changes
 * @param nd4jVersion version of ND4J
 * @param nativeExtension the native build that was loaded, such as {@code linux-x86_64-onednn-avx2}
 * @param blas vendor, version and core type of the BLAS
 * @param threads variables of the environment that change bits or time, those that are set, such as {@code OMP_NUM_THREADS}
 * @param settings other settings that change bits or time, by name, as the system, the Java machine and the native libraries tell
 *     them, such as {@code openblas_core}; empty in files of the first versions
 * @param referenceDigest digest of a fixed reference computation on this machine's arithmetic
 * @param fingerprint digests of small fixed computations, by the part of the arithmetic that they show, such as {@code
 *     matrix_product_float32_100}; empty in files of the first versions
 * @param started when the study began, UTC, ISO 8601
 * @param ownInitializers the user's own initializers by name: the class, and a digest of its code; empty if there are none
 */
public record Environment(
        String host,
        String cpuModel,
        int physicalCores,
        int logicalCores,
        List<String> caches,
        long memoryBytes,
        Map<String, String> containerLimits,
        String operatingSystem,
        String architecture,
        double loadAtStart,
        String javaVersion,
        String javaVendor,
        List<String> javaFlags,
        String initbenchVersion,
        String gitCommit,
        boolean gitDirty,
        String nd4jVersion,
        String nativeExtension,
        String blas,
        Map<String, String> threads,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, String> settings,
        String referenceDigest,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, String> fingerprint,
        String started,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, String> ownInitializers) {

    public Environment {
        caches = List.copyOf(caches);
        containerLimits = Map.copyOf(containerLimits);
        javaFlags = List.copyOf(javaFlags);
        threads = Map.copyOf(threads);
        settings = Map.copyOf(Objects.requireNonNullElse(settings, Map.of()));
        fingerprint = Map.copyOf(Objects.requireNonNullElse(fingerprint, Map.of()));
        ownInitializers = Map.copyOf(Objects.requireNonNullElse(ownInitializers, Map.of()));
    }

    /**
     * Whether runs made here and there can stand in one bundle: the same program on the same arithmetic. The machine, the
     * Java runtime and the load may differ, for they do not change a result.
     */
    public boolean measuresAs(Environment other) {
        return program().equals(other.program())
                && fingerprint.equals(other.fingerprint)
                && ownInitializers.equals(other.ownInitializers);
    }

    private List<String> program() {
        return List.of(initbenchVersion, gitCommit, nd4jVersion, nativeExtension, blas, referenceDigest);
    }
}
