package org.initbench.run;

/**
 * What only the engine can tell about the arithmetic that it runs on.
 *
 * @param nd4jVersion version of ND4J
 * @param nativeExtension the native build that was loaded, such as {@code linux-x86_64-onednn-avx2}
 * @param blas vendor, version and core type of the BLAS
 * @param referenceDigest digest of a fixed reference computation on this machine's arithmetic
 */
public record NativeInfo(String nd4jVersion, String nativeExtension, String blas, String referenceDigest) {}
