package org.initbench.training;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.bytedeco.javacpp.Pointer;

/**
 * What a machine has for stacks.
 *
 * @param cacheBytes second-level cache of one core
 * @param memoryBytes native memory that all stacks of a process may take together; may be 0 or less
 */
public record MachineLimits(long cacheBytes, long memoryBytes) {

    private static final long KIB = 1024;

    /** A common size of a core's second-level cache, assumed where the system does not tell. */
    private static final long USUAL_CACHE = 1 << 20;

    /** What processes need beside their heaps and stacks, unless that were more than a quarter of the memory. */
    private static final long RESERVE = 1L << 30;

    private static final String OFF_HEAP = "org.bytedeco.javacpp.maxbytes";
    private static final Path CACHES = Path.of("/sys/devices/system/cpu/cpu0/cache");

    /**
     * What this process has: of its container's or the machine's memory what the heap and the native libraries leave, and not
     * more than JavaCPP's limit {@code org.bytedeco.javacpp.maxbytes}.
     */
    public static MachineLimits ofThisProcess() {
        return of(totalMemory(), Runtime.getRuntime().maxMemory(), Pointer.maxBytes());
    }

    /**
     * What a process on this machine will have that is given this process's {@code org.bytedeco.javacpp.maxbytes}.
     *
     * @param heapBytes its largest heap
     */
    public static MachineLimits ofProcess(long heapBytes) {
        String limit = System.getProperty(OFF_HEAP);
        return of(totalMemory(), heapBytes, limit == null ? 0 : Pointer.parseBytes(limit, heapBytes));
    }

    /**
     * Memory is limited by whichever limit is the least.
     *
     * @param total memory of the container or machine
     * @param heap the largest heap
     * @param offHeap limit of native memory; 0 for none
     */
    static MachineLimits of(long total, long heap, long offHeap) {
        long left = total - heap - Math.min(RESERVE, total / 4);
        return new MachineLimits(secondLevelCache(CACHES), offHeap > 0 ? Math.min(left, offHeap) : left);
    }

    /** Memory of the container that this process lives in, or of the machine. */
    public static long totalMemory() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getTotalMemorySize();
    }

    /** The size that Linux tells in a folder of caches, one folder each; elsewhere the usual one. */
    static long secondLevelCache(Path folder) {
        if (!Files.isDirectory(folder)) {
            return USUAL_CACHE;
        }
        try (Stream<Path> caches = Files.list(folder)) {
            List<Path> second = caches.filter(
                            cache -> word(cache.resolve("level")).equals("2"))
                    .toList();
            return second.isEmpty() ? USUAL_CACHE : size(word(second.get(0).resolve("size")));
        } catch (IOException e) {
            return USUAL_CACHE;
        }
    }

    private static long size(String text) {
        return text.matches("[1-9]\\d{0,9}K")
                ? KIB * Long.parseLong(text.substring(0, text.length() - 1))
                : USUAL_CACHE;
    }

    private static String word(Path file) {
        try {
            return Files.isReadable(file) ? Files.readString(file).strip() : "";
        } catch (IOException e) {
            return "";
        }
    }
}
