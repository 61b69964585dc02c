package org.initbench.run;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Settings of a Linux system that change how fast it computes, by name. What the system does not tell, or hides from a container, is
 * left out; so is everything on other systems.
 *
 * <ul>
 *   <li>{@code smt}: whether a core runs two threads, such as {@code on}, {@code off} or {@code notsupported}
 *   <li>{@code frequency_governor}: who chooses the processors' frequencies, such as {@code performance}
 *   <li>{@code frequency_driver}, {@code frequency_boost}: how they are set, and whether they may exceed the nominal one
 *   <li>{@code huge_pages}: when memory comes in huge pages, such as {@code madvise}
 *   <li>{@code numa_nodes}: memory nodes, such as {@code 0-1}
 *   <li>{@code cpus_allowed}: the processors that the process may use, whoever says so, such as {@code 0-3,8}
 *   <li>{@code clock_source}: what tells the time, such as {@code tsc}
 * </ul>
 */
final class SystemSettings {
    private static final String CPUS_ALLOWED = "cpus_allowed";

    private static final Pattern CHOSEN = Pattern.compile("\\[([^\\]]+)\\]");

    private final Path root;

    private SystemSettings(Path root) {
        this.root = root;
    }

    /** The settings of this system. */
    static Map<String, String> ofThisSystem() {
        return read(Path.of("/"));
    }

    /**
     * The settings as files tell them.
     *
     * @param root the folder that holds {@code proc} and {@code sys}
     */
    static Map<String, String> read(Path root) {
        SystemSettings system = new SystemSettings(root);
        Map<String, String> settings = new TreeMap<>();
        system.word("sys/devices/system/cpu/smt/control").ifPresent(smt -> settings.put("smt", smt));
        system.governors().ifPresent(names -> settings.put("frequency_governor", names));
        system.word("sys/devices/system/cpu/cpu0/cpufreq/scaling_driver")
                .ifPresent(driver -> settings.put("frequency_driver", driver));
        system.boost().ifPresent(boost -> settings.put("frequency_boost", boost));
        system.word("sys/kernel/mm/transparent_hugepage/enabled")
                .map(CHOSEN::matcher)
                .filter(Matcher::find)
                .ifPresent(chosen -> settings.put("huge_pages", chosen.group(1)));
        system.word("sys/devices/system/node/online").ifPresent(nodes -> settings.put("numa_nodes", nodes));
        system.word("sys/devices/system/clocksource/clocksource0/current_clocksource")
                .ifPresent(clock -> settings.put("clock_source", clock));
        system.allowed().ifPresent(cpus -> settings.put(CPUS_ALLOWED, cpus));
        return settings;
    }

    /** The numbers of the processors that the process may use; empty where the settings do not tell. */
    static Set<Integer> allowed(Map<String, String> settings) {
        String list = settings.getOrDefault(CPUS_ALLOWED, "");
        return CpuList.isOne(list) ? CpuList.parse(list) : Set.of();
    }

    private Optional<String> governors() {
        Set<String> names = new TreeSet<>();
        try (DirectoryStream<Path> cpus =
                Files.newDirectoryStream(root.resolve("sys/devices/system/cpu"), "cpu[0-9]*")) {
            for (Path cpu : cpus) {
                SystemFiles.word(cpu.resolve("cpufreq/scaling_governor")).ifPresent(names::add);
            }
        } catch (IOException e) {
            return Optional.empty();
        }
        return names.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", names));
    }

    /** Intel's driver tells the opposite. */
    private Optional<String> boost() {
        return word("sys/devices/system/cpu/cpufreq/boost")
                .map(value -> value.equals("1") ? "on" : "off")
                .or(() -> word("sys/devices/system/cpu/intel_pstate/no_turbo")
                        .map(value -> value.equals("1") ? "off" : "on"));
    }

    private Optional<String> allowed() {
        String key = "Cpus_allowed_list:";
        return SystemFiles.lines(root.resolve("proc/self/status")).stream()
                .filter(line -> line.startsWith(key))
                .map(line -> line.substring(key.length()).strip())
                .findFirst();
    }

    private Optional<String> word(String file) {
        return SystemFiles.word(root.resolve(file));
    }
}
