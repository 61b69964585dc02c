package org.initbench.training;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Properties;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.openblas.global.openblas_nolapack;
import org.initbench.common.UsageException;
import org.initbench.run.NativeInfo;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOps;
import org.nd4j.nativeblas.NativeOpsHolder;

/**
 * ND4J's native CPU backend, loaded once a process: the build that this CPU can run, one thread an operation.
 *
 * <p>The number of threads changes the bits of large products and sums, and only {@code OMP_NUM_THREADS} in the environment
 * fixes it; a Java process cannot set its own environment, so this class checks it and refuses to go on.
 */
public final class NativeBackend {

    private static final String THREADS = "OMP_NUM_THREADS";
    private static final String CORE_TYPE = "OPENBLAS_CORETYPE";
    private static final String POM_PROPERTIES = "/META-INF/maven/org.nd4j/nd4j-api/pom.properties";
    private static final String EXTENSION = "org.bytedeco.javacpp.platform.extension";
    private static final String ONEDNN_AVX2 = "-onednn-avx2";

    private NativeBackend() {}

    /**
     * Loads the backend if it is not loaded yet.
     *
     * @throws UsageException if the environment would make results irreproducible; the message says what to export
     */
    public static void require() {
        checkEnvironment(System.getenv(THREADS));
        checkCoreType(System.getenv(BlasCore.VARIABLE));
        Holder.load();
    }

    /** What was loaded, how it is set, and digests of what it computes. */
    public static NativeInfo describe() {
        require();
        OpenBlas openBlas = OpenBlas.loaded();
        return new NativeInfo(
                version(),
                Loader.getPlatform() + System.getProperty(EXTENSION, ""),
                blas(openBlas.coreType().orElse(System.getenv(CORE_TYPE))),
                NativeSettings.read(openBlas, System.getenv()),
                ReferenceComputation.digest(),
                Fingerprint.take());
    }

    /** Bytes of native memory that the stacks of this process hold at this moment. */
    public static long allocatedBytes() {
        return NativeArray.allocatedBytes();
    }

    private static String version() {
        try (InputStream in = Nd4j.class.getResourceAsStream(POM_PROPERTIES)) {
            Properties properties = new Properties();
            if (in != null) {
                properties.load(in);
            }
            return properties.getProperty("version", "unknown");
        } catch (IOException e) {
            return "unknown";
        }
    }

    private static String blas(@Nullable String coreType) {
        return openblas_nolapack.OPENBLAS_VERSION.trim() + ", core type "
                + (coreType == null || coreType.isBlank() ? "chosen by OpenBLAS" : coreType);
    }

    static void checkEnvironment(@Nullable String threads) {
        if (!"1".equals(threads)) {
            throw new UsageException("environment variable " + THREADS + " is "
                    + (threads == null ? "not set" : "'" + threads + "'")
                    + ": results would depend on the number of threads. Set it before the start: export " + THREADS
                    + "=1");
        }
    }

    /** Kernels that the processor cannot run would end the process without a word. */
    static void checkCoreType(@Nullable String label) {
        for (BlasCore core : BlasCore.values()) {
            if (core.label().equalsIgnoreCase(label)) {
                try {
                    core.require();
                } catch (UsageException e) {
                    throw new UsageException("environment variable " + BlasCore.VARIABLE + ": " + e.getMessage(), e);
                }
            }
        }
    }

    /** Loading happens once, when this class is initialized. */
    private static final class Holder {

        private static final NativeOps LIBRARY;

        static {
            if (System.getProperty(EXTENSION) == null && hasAvx2()) {
                System.setProperty(EXTENSION, ONEDNN_AVX2);
            }
            INDArray first = Nd4j.create(1);
            first.close();
            LIBRARY = NativeOpsHolder.getInstance().getDeviceNativeOps();
            Nd4j.getMemoryManager().togglePeriodicGc(false);
        }

        private Holder() {}

        static void load() {
            if (LIBRARY == null) {
                throw new IllegalStateException("ND4J's native library is not loaded");
            }
        }

        private static boolean hasAvx2() {
            String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
            if (!os.contains("linux") || !"amd64".equals(System.getProperty("os.arch"))) {
                return false;
            }
            try {
                return Files.readString(Path.of("/proc/cpuinfo")).contains(" avx2");
            } catch (IOException e) {
                return false;
            }
        }
    }
}
