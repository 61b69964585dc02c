package org.initbench.training;

import com.sun.jna.Function;
import com.sun.jna.NativeLibrary;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.nd4j.nativeblas.NativeOps;
import org.nd4j.nativeblas.NativeOpsHolder;

/**
 * Settings of the native libraries that change bits or time, by name, as the libraries tell them: {@code openblas_core}, whose kernels
 * compute; {@code openblas}, its version and how it was built; {@code openblas_threads} and {@code openmp_threads}, threads of an
 * operation; {@code libnd4j}, how ND4J was built; {@code c_library}, such as {@code glibc 2.36}; {@code onednn_max_cpu_isa}, the instruction sets that oneDNN, which cannot be
 * asked, may use. What cannot be asked is left out.
 */
final class NativeSettings {
    private static final String DEFAULT = "all that the processor has";

    private NativeSettings() {}

    /**
     * The settings of this process.
     *
     * @param openBlas the BLAS that is loaded
     * @param environment the environment's variables
     */
    static Map<String, String> read(OpenBlas openBlas, Map<String, String> environment) {
        NativeOps library = NativeOpsHolder.getInstance().getDeviceNativeOps();
        Map<String, String> settings = new TreeMap<>();
        openBlas.coreType().ifPresent(core -> settings.put("openblas_core", core));
        openBlas.configuration()
                .ifPresent(text -> settings.put(
                        "openblas",
                        openBlas.coreType()
                                .map(core -> text.replace(" " + core, ""))
                                .orElse(text)));
        openBlas.threads().ifPresent(threads -> settings.put("openblas_threads", Integer.toString(threads)));
        settings.put("openmp_threads", Integer.toString(library.ompGetMaxThreads()));
        settings.put("libnd4j", oneLine(library.buildInfo()));
        settings.put("onednn_max_cpu_isa", environment.getOrDefault("DNNL_MAX_CPU_ISA", DEFAULT));
        cLibrary().ifPresent(version -> settings.put("c_library", version));
        return settings;
    }

    /** The GNU C library, whose functions the native ones call; empty where it is another. */
    private static Optional<String> cLibrary() {
        try {
            Function version = NativeLibrary.getProcess().getFunction("gnu_get_libc_version");
            return Optional.of("glibc " + version.invokeString(new Object[0], false));
        } catch (LinkageError e) {
            return Optional.empty();
        }
    }

    private static String oneLine(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).collect(Collectors.joining(", "));
    }
}
