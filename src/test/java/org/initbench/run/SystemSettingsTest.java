package org.initbench.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files of a Linux system; the forms of their content are those of the kernel's documentation (admin-guide). */
class SystemSettingsTest {

    @TempDir
    private Path root;

    @Test
    void settingsAreReadFromTheKernelsFiles() throws IOException {
        write("sys/devices/system/cpu/smt/control", "off\n");
        write("sys/devices/system/cpu/cpu0/cpufreq/scaling_governor", "powersave\n");
        write("sys/devices/system/cpu/cpu0/cpufreq/scaling_driver", "amd-pstate\n");
        write("sys/devices/system/cpu/cpu10/cpufreq/scaling_governor", "performance\n");
        write("sys/devices/system/cpu/cpufreq/boost", "0\n");
        write("sys/kernel/mm/transparent_hugepage/enabled", "always [madvise] never\n");
        write("sys/devices/system/node/online", "0-1\n");
        write("sys/devices/system/clocksource/clocksource0/current_clocksource", "tsc\n");
        write("proc/self/status", "Name:\tjava\nCpus_allowed:\tf\nCpus_allowed_list:\t0-2,5\n");
        Map<String, String> settings = SystemSettings.read(root);
        assertThat(settings)
                .isEqualTo(Map.of(
                        "smt", "off",
                        "frequency_governor", "performance, powersave",
                        "frequency_driver", "amd-pstate",
                        "frequency_boost", "off",
                        "huge_pages", "madvise",
                        "numa_nodes", "0-1",
                        "clock_source", "tsc",
                        "cpus_allowed", "0-2,5"));
        assertThat(SystemSettings.allowed(settings)).isEqualTo(Set.of(0, 1, 2, 5));
    }

    /** Intel's driver says when boost is off, not when it is on. */
    @Test
    void intelsBoostIsToldTheOtherWayRound() throws IOException {
        write("sys/devices/system/cpu/intel_pstate/no_turbo", "0\n");
        assertThat(SystemSettings.read(root)).containsExactly(Map.entry("frequency_boost", "on"));
        write("sys/devices/system/cpu/intel_pstate/no_turbo", "1\n");
        assertThat(SystemSettings.read(root)).containsExactly(Map.entry("frequency_boost", "off"));
    }

    @Test
    void whatTheSystemHidesIsLeftOut() throws IOException {
        assertThat(SystemSettings.read(root.resolve("gone"))).isEmpty();
        write("sys/kernel/mm/transparent_hugepage/enabled", "nonsense\n");
        write("sys/devices/system/cpu/smt/control", "\n");
        write("proc/self/status", "Cpus_allowed_list:\tall\n");
        Map<String, String> settings = SystemSettings.read(root);
        assertThat(settings).containsOnlyKeys("cpus_allowed");
        assertThat(SystemSettings.allowed(settings)).isEmpty();
    }

    private void write(String file, String content) throws IOException {
        Path path = root.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, content);
    }
}
