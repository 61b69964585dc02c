package org.initbench.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Control groups as files: a wrong limit would let two machines look alike that are not. */
class ContainerLimitsTest {
    private static final String UNLIMITED_V1 = "9223372036854771712\n";

    @TempDir
    Path mount;

    @Test
    void versionTwoInsideAContainer() throws IOException {
        group(
                ".",
                Map.of("cpu.max", "150000 100000\n", "memory.max", "2147483648\n", "cpuset.cpus.effective", "0-3,8\n"));
        ContainerLimits limits = limits("0::/\n");
        assertThat(limits.asMap(64)).isEqualTo(Map.of("cpus", "1.5", "memory", "2147483648", "cpuset", "0-3,8"));
        assertThat(limits.asMap(5)).doesNotContainKey("cpuset");
    }

    /** A service may be allowed less than the slice it runs in, or more: the least binds. */
    @Test
    void versionTwoTheTightestGroupAboveBinds() throws IOException {
        group("slice", Map.of("cpu.max", "100000 100000\n", "memory.max", "1000000\n"));
        group("slice/service", Map.of("cpu.max", "max 100000\n", "memory.max", "5000000\n"));
        assertThat(limits("0::/slice/service\n").asMap(4)).isEqualTo(Map.of("cpus", "1.0", "memory", "1000000"));
    }

    /** Docker on version 1: the path is the host's, the mount shows the container's own group as the root. */
    @Test
    void versionOneInsideAContainer() throws IOException {
        group("memory", Map.of("memory.limit_in_bytes", "536870912\n"));
        group("cpu,cpuacct", Map.of());
        group("cpu", Map.of("cpu.cfs_quota_us", "50000\n", "cpu.cfs_period_us", "100000\n"));
        group("cpuset", Map.of("cpuset.cpus", "2\n"));
        ContainerLimits limits = limits("5:memory:/docker/abc\n4:cpuset:/docker/abc\n3:cpu,cpuacct:/docker/abc\n");
        assertThat(limits.asMap(8)).isEqualTo(Map.of("cpus", "0.5", "memory", "536870912", "cpuset", "2"));
    }

    @Test
    void noLimitIsNotWrittenAsALimit() throws IOException {
        group("memory", Map.of("memory.limit_in_bytes", UNLIMITED_V1));
        group("cpu", Map.of("cpu.cfs_quota_us", "-1\n", "cpu.cfs_period_us", "100000\n"));
        group("cpuset", Map.of("cpuset.cpus", "0-1\n"));
        assertThat(limits("3:memory:/\n2:cpu:/\n1:cpuset:/\n").asMap(2)).isEmpty();
    }

    @Test
    void aSystemWithoutControlGroupsHasNoLimits() {
        assertThat(ContainerLimits.read(mount.resolve("gone"), mount.resolve("gone"))
                        .asMap(2))
                .isEmpty();
    }

    @Test
    void nonsenseIsNoLimit() throws IOException {
        group(".", Map.of("cpu.max", "a b\n", "memory.max", "99999999999999999999\n", "cpuset.cpus", "all\n"));
        assertThat(limits("garbage\n0::/../..\n").asMap(2)).isEmpty();
    }

    private ContainerLimits limits(String membership) throws IOException {
        Path file = Files.writeString(mount.resolve("membership"), membership);
        return ContainerLimits.read(file, mount);
    }

    private void group(String name, Map<String, String> files) throws IOException {
        Path folder = Files.createDirectories(mount.resolve(name));
        for (Map.Entry<String, String> file : files.entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue());
        }
    }
}
