package org.initbench.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * What Linux control groups, version 1 or 2, allow this process. A group is bound by its own limit and by that of every
 * group above it; inside a container the groups above may be hidden, and the mount then shows the container's own.
 *
 * @param cpus processors' worth of time, from the quota; empty if unlimited
 * @param cpuset processors that may be used, such as {@code 0-3}; empty if not told
 * @param memoryBytes memory; empty if unlimited
 */
record ContainerLimits(OptionalDouble cpus, Optional<String> cpuset, OptionalLong memoryBytes) {
    /** Version 1 has no word for "unlimited": it writes a number near 2^63. */
    private static final long UNLIMITED = 1L << 60;

    private static final Path MEMBERSHIP = Path.of("/proc/self/cgroup");
    private static final Path MOUNT = Path.of("/sys/fs/cgroup");

    /** The limits of this process; none where there are no control groups. */
    static ContainerLimits ofThisProcess() {
        return read(MEMBERSHIP, MOUNT);
    }

    /**
     * The limits as files tell them.
     *
     * @param membership lines {@code number:controllers:path}, as in {@code /proc/self/cgroup}
     * @param mount where the control groups are mounted
     */
    static ContainerLimits read(Path membership, Path mount) {
        OptionalDouble cpus = OptionalDouble.empty();
        OptionalLong memory = OptionalLong.empty();
        Optional<String> cpuset = Optional.empty();
        for (Path group : groups(membership, mount)) {
            cpus = least(cpus, quota(group));
            memory = least(memory, memory(group));
            cpuset = cpuset.or(() -> cpuset(group));
        }
        return new ContainerLimits(cpus, cpuset, memory);
    }

    /**
     * The limits by name, those that bind.
     *
     * @param installed processors of the machine: a set of all of them is no limit
     */
    Map<String, String> asMap(int installed) {
        Map<String, String> map = new TreeMap<>();
        cpus.ifPresent(n -> map.put("cpus", Double.toString(n)));
        cpuset.filter(set -> CpuList.parse(set).size() < installed).ifPresent(set -> map.put("cpuset", set));
        memoryBytes.ifPresent(n -> map.put("memory", Long.toString(n)));
        return map;
    }

    /** Folders of the process's groups and of all groups above them, the innermost first. */
    private static List<Path> groups(Path membership, Path mount) {
        List<Path> folders = new ArrayList<>();
        for (String line : SystemFiles.lines(membership)) {
            String[] fields = line.split(":", 3);
            if (fields.length == 3) {
                for (String controller : fields[1].split(",", -1)) {
                    addWithParents(mount.resolve(controller), fields[2], folders);
                }
            }
        }
        return folders;
    }

    private static void addWithParents(Path root, String group, List<Path> folders) {
        Path relative = Path.of("/").relativize(Path.of("/").resolve(group).normalize());
        for (Path path = relative; path != null; path = path.getParent()) {
            folders.add(root.resolve(path));
        }
        folders.add(root);
    }

    private static Optional<String> cpuset(Path group) {
        return SystemFiles.word(group.resolve("cpuset.cpus.effective"))
                .or(() -> SystemFiles.word(group.resolve("cpuset.cpus")))
                .filter(CpuList::isOne);
    }

    private static OptionalDouble quota(Path group) {
        String[] max = SystemFiles.word(group.resolve("cpu.max")).orElse("").split(" ", 2);
        if (max.length == 2) {
            return ratio(max[0], max[1]);
        }
        return ratio(
                SystemFiles.word(group.resolve("cpu.cfs_quota_us")).orElse(""),
                SystemFiles.word(group.resolve("cpu.cfs_period_us")).orElse(""));
    }

    private static OptionalDouble ratio(String quota, String period) {
        OptionalLong q = number(quota);
        OptionalLong p = number(period);
        return q.isPresent() && p.isPresent() && q.getAsLong() > 0 && p.getAsLong() > 0
                ? OptionalDouble.of((double) q.getAsLong() / p.getAsLong())
                : OptionalDouble.empty();
    }

    private static OptionalLong memory(Path group) {
        OptionalLong bytes = number(SystemFiles.word(group.resolve("memory.max"))
                .or(() -> SystemFiles.word(group.resolve("memory.limit_in_bytes")))
                .orElse(""));
        return bytes.isPresent() && bytes.getAsLong() < UNLIMITED ? bytes : OptionalLong.empty();
    }

    private static OptionalDouble least(OptionalDouble a, OptionalDouble b) {
        return a.isEmpty() || (b.isPresent() && b.getAsDouble() < a.getAsDouble()) ? b : a;
    }

    private static OptionalLong least(OptionalLong a, OptionalLong b) {
        return a.isEmpty() || (b.isPresent() && b.getAsLong() < a.getAsLong()) ? b : a;
    }

    /** A number of up to 18 digits; empty for {@code max}, {@code -1} and anything larger. */
    private static OptionalLong number(String text) {
        return text.matches("\\d{1,18}") ? OptionalLong.of(Long.parseLong(text)) : OptionalLong.empty();
    }
}
