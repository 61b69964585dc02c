package org.initbench.run;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What the Java machine tells of itself beside its version and arguments, by name: {@code java_machine}, {@code java_build}, {@code
 * java_collectors}, {@code java_heap_limit} in bytes, and options such as {@code java_UseAVX} as they are in force, whether somebody set
 * them or the machine chose them. Options that a machine does not have are left out.
 */
final class JavaSettings {
    private static final List<String> OPTIONS = List.of("UseAVX", "UseSVE", "TieredStopAtLevel", "UseCompressedOops");

    private JavaSettings() {}

    /** The settings of this Java machine. */
    static Map<String, String> ofThisMachine() {
        Map<String, String> settings = new TreeMap<>();
        settings.put("java_machine", property("java.vm.name") + ", " + property("java.vm.info"));
        settings.put("java_build", property("java.runtime.version"));
        settings.put(
                "java_collectors",
                ManagementFactory.getGarbageCollectorMXBeans().stream()
                        .map(GarbageCollectorMXBean::getName)
                        .collect(Collectors.joining(", ")));
        settings.put("java_heap_limit", Long.toString(Runtime.getRuntime().maxMemory()));
        OPTIONS.forEach(name -> option(name).ifPresent(value -> settings.put("java_" + name, value)));
        return settings;
    }

    private static String property(String name) {
        return System.getProperty(name, "unknown");
    }

    private static Optional<String> option(String name) {
        try {
            HotSpotDiagnosticMXBean machine = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
            return machine == null
                    ? Optional.empty()
                    : Optional.of(machine.getVMOption(name).getValue());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
