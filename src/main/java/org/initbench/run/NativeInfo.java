package org.initbench.run;

import java.util.Map;

/**
 * What only the engine can tell about the arithmetic that it runs on.
 *
 * @param nd4jVersion version of ND4J
 * @param nativeExtension the native build that was loaded, such as {@code linux-x86_64-onednn-avx2}
 * @param blas vendor, version and core type of the BLAS
 * @param settings settings of the native libraries that change bits or time, by name, as these tell them
 * @param referenceDigest digest of a fixed reference computation on this machine's arithmetic
 * @param fingerprint digests of small fixed computations, by the part of the arithmetic that they show
 */
public record NativeInfo(
        String nd4jVersion,
        String nativeExtension,
        String blas,
        Map<String, String> settings,
        String referenceDigest,
        Map<String, String> fingerprint) {

    private static final String UNKNOWN = "unknown";

    public NativeInfo {
        settings = Map.copyOf(settings);
        fingerprint = Map.copyOf(fingerprint);
    }

    /**
     * What is known where the native libraries cannot be loaded.
     *
     * @param problem why not
     */
    public static NativeInfo unavailable(String problem) {
        return new NativeInfo(UNKNOWN, UNKNOWN, UNKNOWN, Map.of("native_libraries", problem), UNKNOWN, Map.of());
    }
}
