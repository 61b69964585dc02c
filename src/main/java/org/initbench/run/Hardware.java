package org.initbench.run;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import oshi.SystemInfo;
import oshi.hardware.CentralProcessor;
import oshi.hardware.CentralProcessor.LogicalProcessor;
import oshi.hardware.CentralProcessor.ProcessorCache;
import oshi.hardware.HardwareAbstractionLayer;

/**
 * The machine, whoever may use how much of it.
 *
 * @param cpuModel the processor's name
 * @param physicalCores physical cores
 * @param logicalCores logical cores
 * @param caches caches, such as {@code L2 1 MiB}
 * @param memoryBytes installed memory; 0 if unknown
 * @param pageBytes size of a memory page; 0 if unknown
 * @param features what the processor can do, in the system's words and in lower case, such as {@code avx2}; of Windows and macOS
 *     instruction sets are named as Linux names them, as far as their names differ in form alone
 * @param coreOf by number of the logical core the physical core that it belongs to; empty if unknown
 */
record Hardware(
        String cpuModel,
        int physicalCores,
        int logicalCores,
        List<String> caches,
        long memoryBytes,
        long pageBytes,
        Set<String> features,
        Map<Integer, String> coreOf) {
    private static final long KIB = 1024;
    private static final int SMALLEST_FIRST_LEVEL = 2048;

    /** Instruction sets that arithmetic can use: of x86-64, and of ARM. */
    private static final Pattern ARITHMETIC = Pattern.compile(
            "sse\\d\\w*|ssse3|avx[\\w.]*|fma\\w*|f16c|amx\\w*|asimd\\w*|sve\\w*|sme(?!p\\b)\\w*|neon|fphp|bf16|i8mm");

    /** Such as Windows' {@code PF_AVX2_INSTRUCTIONS_AVAILABLE}, in lower case. */
    private static final Pattern WINDOWS_NAME = Pattern.compile("pf_(?:arm_)?(\\w+)_instructions_available");

    /** Such as macOS's {@code SSE4.1}, in lower case. */
    private static final Pattern DOTTED_SSE = Pattern.compile("(sse\\d)\\.(\\d)");

    /** The machine as OSHI sees it; where its native part cannot be loaded, as Java sees it. */
    static Hardware probe() {
        try {
            HardwareAbstractionLayer machine = new SystemInfo().getHardware();
            CentralProcessor cpu = machine.getProcessor();
            return new Hardware(
                    cpu.getProcessorIdentifier().getName().strip(),
                    cpu.getPhysicalProcessorCount(),
                    cpu.getLogicalProcessorCount(),
                    caches(cpu.getProcessorCaches()),
                    machine.getMemory().getTotal(),
                    machine.getMemory().getPageSize(),
                    words(cpu.getFeatureFlags()),
                    cores(cpu.getLogicalProcessors()));
        } catch (LinkageError e) {
            int cores = ManagementFactory.getOperatingSystemMXBean().getAvailableProcessors();
            return new Hardware("unknown", cores, cores, List.of(), 0, 0, Set.of(), Map.of());
        }
    }

    /** The words of lines such as {@code flags : fpu sse2}, {@code SSE4.1} as {@code sse4_1}. */
    static Set<String> words(List<String> lines) {
        return lines.stream()
                .flatMap(line -> Arrays.stream(line.split("[^\\w.]+", -1)))
                .filter(word -> !word.isEmpty())
                .map(word -> plain(word.toLowerCase(Locale.ROOT)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String plain(String word) {
        Matcher windows = WINDOWS_NAME.matcher(word);
        Matcher dotted = DOTTED_SSE.matcher(word);
        if (windows.matches()) {
            return windows.group(1);
        }
        return dotted.matches() ? dotted.group(1) + "_" + dotted.group(2) : word;
    }

    private static Map<Integer, String> cores(List<LogicalProcessor> processors) {
        Map<Integer, String> cores = new TreeMap<>();
        for (LogicalProcessor processor : processors) {
            cores.put(
                    processor.getProcessorNumber(),
                    processor.getPhysicalPackageNumber() + "/" + processor.getPhysicalProcessorNumber());
        }
        return cores;
    }

    /**
     * Physical cores among logical ones.
     *
     * @param logical numbers of the logical cores; empty for all of the machine
     */
    int physicalCores(Set<Integer> logical) {
        boolean known = !logical.isEmpty() && coreOf.keySet().containsAll(logical);
        return known
                ? (int) logical.stream()
                        .map(n -> coreOf.getOrDefault(n, ""))
                        .distinct()
                        .count()
                : physicalCores;
    }

    /** The instruction sets that arithmetic can use, by name. */
    String instructionSets() {
        return features.stream()
                .filter(feature -> ARITHMETIC.matcher(feature).matches())
                .sorted()
                .collect(Collectors.joining(" "));
    }

    /**
     * What else matters to bits or time, by name: {@code page_bytes}, {@code instruction_sets}, {@code virtual_machine},
     * which only Linux tells, and only of processors of the x86 family. What is not known is left out.
     *
     * @param system the operating system's name
     */
    Map<String, String> settings(String system) {
        Map<String, String> settings = new TreeMap<>();
        if (pageBytes > 0) {
            settings.put("page_bytes", Long.toString(pageBytes));
        }
        String sets = instructionSets();
        if (!sets.isEmpty()) {
            settings.put("instruction_sets", sets);
        }
        if (system.equals("Linux") && features.contains("sse2")) {
            settings.put("virtual_machine", features.contains("hypervisor") ? "yes" : "no");
        }
        return settings;
    }

    /** The second-level cache of one core as OSHI sees it; empty where it sees none. */
    static OptionalLong secondLevelCache() {
        try {
            return secondLevel(new SystemInfo().getHardware().getProcessor().getProcessorCaches());
        } catch (LinkageError e) {
            return OptionalLong.empty();
        }
    }

    /** Describes caches. */
    static List<String> caches(List<ProcessorCache> found) {
        List<String> caches = new ArrayList<>();
        for (ProcessorCache cache : found) {
            String kind = switch (cache.getType()) {
                case DATA -> "d";
                case INSTRUCTION -> "i";
                default -> "";
            };
            caches.add("L" + cache.getLevel() + kind + " " + size(bytes(cache, found)));
        }
        return caches;
    }

    /** Bytes of the second-level cache among those found. */
    static OptionalLong secondLevel(List<ProcessorCache> found) {
        return found.stream()
                .filter(cache -> cache.getLevel() == 2 && cache.getCacheSize() > 0)
                .mapToLong(cache -> bytes(cache, found))
                .findFirst();
    }

    /** Some versions of OSHI give KiB on Linux, which shows in a first level of 16 or 32 "bytes". */
    private static long bytes(ProcessorCache cache, List<ProcessorCache> all) {
        boolean kib = all.stream().anyMatch(c -> c.getLevel() == 1 && c.getCacheSize() < SMALLEST_FIRST_LEVEL);
        return Integer.toUnsignedLong(cache.getCacheSize()) * (kib ? KIB : 1);
    }

    /** Bytes in the largest unit that leaves a whole number, such as {@code 1 MiB} or {@code 1536 KiB}. */
    static String size(long bytes) {
        if (bytes % (KIB * KIB) == 0) {
            return bytes / (KIB * KIB) + " MiB";
        }
        return bytes % KIB == 0 ? bytes / KIB + " KiB" : bytes + " B";
    }
}
