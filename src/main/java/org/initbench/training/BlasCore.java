package org.initbench.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.initbench.common.Suggestions;
import org.initbench.common.UsageException;

/**
 * Processors whose kernels OpenBLAS 0.3.19, the one that ND4J loads, has for x86-64, oldest first. The environment variable
 * {@value #VARIABLE} chooses among them; kernels that a processor cannot run end the process.
 */
public enum BlasCore {
    PRESCOTT("Prescott", "pni"),
    CORE2("Core2", "ssse3"),
    BARCELONA("Barcelona", "pni 3dnowprefetch"),
    NEHALEM("Nehalem", "sse4_2"),
    SANDYBRIDGE("Sandybridge", "avx"),
    BULLDOZER("Bulldozer", "avx fma4"),
    PILEDRIVER("Piledriver", "avx fma4 fma"),
    STEAMROLLER("Steamroller", "avx fma4 fma"),
    EXCAVATOR("Excavator", "avx2 fma4 fma"),
    HASWELL("Haswell", "avx2 fma"),
    ZEN("Zen", "avx2 fma"),
    SKYLAKEX("SkylakeX", "avx512f avx512bw avx512cd avx512dq avx512vl");

    /** The environment variable that chooses kernels; it is read when the library is loaded. */
    public static final String VARIABLE = "OPENBLAS_CORETYPE";

    private static final Path CPU = Path.of("/proc/cpuinfo");

    private final String label;
    private final String features;

    BlasCore(String label, String features) {
        this.label = label;
        this.features = features;
    }

    /** The name that OpenBLAS knows. */
    public String label() {
        return label;
    }

    /**
     * The inverse of {@link #label()}; case does not matter.
     *
     * @throws UsageException if there are no such kernels
     */
    public static BlasCore of(String label) {
        List<BlasCore> all = Arrays.asList(values());
        return all.stream()
                .filter(core -> core.label.equalsIgnoreCase(label))
                .findFirst()
                .orElseThrow(() -> new UsageException(Suggestions.unknown(
                        "core type", label, all.stream().map(BlasCore::label).toList())));
    }

    /** Those that this machine's processor can run; empty where the system does not tell what it can do. */
    public static List<BlasCore> runnable() {
        boolean told = "amd64".equals(System.getProperty("os.arch")) && Files.isReadable(CPU);
        try {
            return told ? runnable(features(Files.readString(CPU))) : List.of();
        } catch (IOException e) {
            return List.of();
        }
    }

    /**
     * Makes sure that this machine's processor can run these kernels, where the system tells what it can do.
     *
     * @throws UsageException if it cannot
     */
    public void require() {
        require(runnable());
    }

    void require(List<BlasCore> runnable) {
        if (!runnable.isEmpty() && !runnable.contains(this)) {
            throw new UsageException(
                    "this processor cannot run the kernels of core type " + label + "; it can run those of "
                            + runnable.stream().map(BlasCore::label).collect(Collectors.joining(", ")));
        }
    }

    /** What the first processor of a {@code cpuinfo} can do. */
    static Set<String> features(String cpuinfo) {
        return cpuinfo.lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("flags"))
                .findFirst()
                .map(line -> Set.copyOf(Arrays.asList(
                        line.substring(line.indexOf(':') + 1).strip().split("\\s+", -1))))
                .orElse(Set.of());
    }

    /** Those that a processor of these features can run. */
    static List<BlasCore> runnable(Set<String> features) {
        return Arrays.stream(values())
                .filter(core -> features.containsAll(List.of(core.features.split(" ", -1))))
                .toList();
    }
}
