package org.initbench.run;

import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.initbench.common.Version;
import org.initbench.init.Initializers;

/** Looks at the machine and the software, in less than two seconds as a rule, and from inside a container as well. */
public final class EnvironmentProbe {
    /** Variables that change the bits of a result, or its time. */
    private static final List<String> THREAD_SETTINGS = List.of(
            "OMP_NUM_THREADS",
            "OMP_PROC_BIND",
            "OMP_PLACES",
            "OMP_SCHEDULE",
            "OMP_DYNAMIC",
            "GOMP_CPU_AFFINITY",
            "KMP_AFFINITY",
            "OPENBLAS_NUM_THREADS",
            "OPENBLAS_CORETYPE",
            "MKL_NUM_THREADS",
            "MKL_CBWR",
            "DNNL_MAX_CPU_ISA",
            "GLIBC_TUNABLES",
            "LD_PRELOAD");

    private EnvironmentProbe() {}

    /**
     * The environment of this process, now.
     *
     * @param nativeInfo what the engine tells of itself
     * @param sourceRoot top folder of initbench's source tree; if it is none, the commit is {@code unknown}
     */
    public static Environment probe(NativeInfo nativeInfo, Path sourceRoot) {
        Hardware hardware = Hardware.probe();
        ContainerLimits limits = ContainerLimits.ofThisProcess();
        GitState git = GitState.of(sourceRoot);
        int logical = Runtime.getRuntime().availableProcessors();
        Map<String, String> system = SystemSettings.ofThisSystem();
        int physical = hardware.physicalCores(SystemSettings.allowed(system));
        return new Environment(
                hostName(),
                hardware.cpuModel(),
                Math.max(1, Math.min(physical, logical)),
                logical,
                hardware.caches(),
                memory(hardware, limits),
                limits.asMap(hardware.logicalCores()),
                System.getProperty("os.name") + " " + System.getProperty("os.version"),
                System.getProperty("os.arch"),
                load(),
                System.getProperty("java.version"),
                System.getProperty("java.vendor"),
                JavaFlags.told(ManagementFactory.getRuntimeMXBean().getInputArguments()),
                Version.current(),
                git.commit(),
                git.dirty(),
                nativeInfo.nd4jVersion(),
                nativeInfo.nativeExtension(),
                nativeInfo.blas(),
                threadSettings(System.getenv()),
                settings(system, hardware, nativeInfo),
                nativeInfo.referenceDigest(),
                nativeInfo.fingerprint(),
                Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
                Initializers.ownCode());
    }

    /** Bytes of the second-level cache of one core; empty where the system does not tell. */
    public static OptionalLong secondLevelCache() {
        return Hardware.secondLevelCache();
    }

    /** Those of the settings that are set. */
    static Map<String, String> threadSettings(Map<String, String> environment) {
        Map<String, String> settings = new TreeMap<>();
        for (String name : THREAD_SETTINGS) {
            String value = environment.get(name);
            if (value != null) {
                settings.put(name, value);
            }
        }
        return settings;
    }

    private static Map<String, String> settings(Map<String, String> system, Hardware hardware, NativeInfo nativeInfo) {
        Map<String, String> settings = new TreeMap<>(system);
        settings.putAll(hardware.settings(System.getProperty("os.name")));
        settings.putAll(JavaSettings.ofThisMachine());
        settings.putAll(nativeInfo.settings());
        return settings;
    }

    private static long memory(Hardware hardware, ContainerLimits limits) {
        long limit = limits.memoryBytes().orElse(Long.MAX_VALUE);
        return hardware.memoryBytes() > 0
                ? Math.min(hardware.memoryBytes(), limit)
                : limits.memoryBytes().orElse(0);
    }

    /** The load average of the last minute; NaN where the system keeps none. */
    private static double load() {
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        return load < 0 ? Double.NaN : load;
    }

    /** The name of this machine. */
    static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return System.getenv().getOrDefault("HOSTNAME", "unknown");
        }
    }
}
