package org.initbench.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static oshi.hardware.CentralProcessor.ProcessorCache.Type.DATA;
import static oshi.hardware.CentralProcessor.ProcessorCache.Type.UNIFIED;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import oshi.hardware.CentralProcessor.ProcessorCache;

class EnvironmentProbeTest {
    private static final NativeInfo NATIVE = new NativeInfo(
            "1.0.0-M2.1",
            "linux-x86_64",
            "OpenBLAS",
            Map.of("openblas_core", "Haswell"),
            "0123",
            Map.of("exp_float32", "4567"));
    private static final String COMMIT = "8f6903376f118b192c624c60137208cb2813ce29";

    /** What cannot be read back whole would make every bundle of this machine unreadable. */
    @Test
    void theMachineIsDescribedAndReadBack(@TempDir Path folder) throws IOException {
        Environment environment = EnvironmentProbe.probe(NATIVE, folder);
        String json = Formats.json().writeValueAsString(environment);
        assertThat(Formats.json().readValue(json, Environment.class)).isEqualTo(environment);
        assertThat(Complete.firstMissing(environment)).isNull();
        assertThat(environment.logicalCores()).isEqualTo(Runtime.getRuntime().availableProcessors());
        assertThat(environment.physicalCores()).isBetween(1, environment.logicalCores());
        assertThat(environment.memoryBytes()).isGreaterThan(Runtime.getRuntime().totalMemory() / 2);
        assertThat(environment.javaFlags()).contains("-XX:+UseSerialGC");
        assertThat(environment.threads()).containsEntry("OMP_NUM_THREADS", "1");
        assertThat(environment.gitCommit()).isEqualTo("unknown");
        assertThat(environment.fingerprint()).isEqualTo(NATIVE.fingerprint());
        assertThat(environment.settings())
                .containsEntry("openblas_core", "Haswell")
                .containsEntry("java_build", System.getProperty("java.runtime.version"))
                .containsEntry(
                        "java_heap_limit", Long.toString(Runtime.getRuntime().maxMemory()))
                .containsKeys("java_machine", "java_collectors", "page_bytes");
        assertThat(Duration.between(Instant.parse(environment.started()), Instant.now()))
                .isLessThan(Duration.ofMinutes(5));
    }

    @Test
    void onlySettingsThatAreSetAreRecorded() {
        assertThat(EnvironmentProbe.threadSettings(
                        Map.of("OPENBLAS_CORETYPE", "Haswell", "MKL_NUM_THREADS", "", "HOME", "/secret")))
                .isEqualTo(Map.of("OPENBLAS_CORETYPE", "Haswell", "MKL_NUM_THREADS", ""));
    }

    @Test
    void cleanAndDirtyTreesAreToldApart() {
        String clean = "# branch.oid " + COMMIT + "\n# branch.head main\n# branch.ab +0 -0\n";
        assertThat(GitState.parse(clean)).isEqualTo(new GitState(COMMIT, false));
        assertThat(GitState.parse(clean + "? new.txt\n")).isEqualTo(new GitState(COMMIT, true));
        assertThat(GitState.parse(clean + "1 .M N... 100644 100644 100644 a b pom.xml\n"))
                .isEqualTo(new GitState(COMMIT, true));
        assertThat(GitState.parse("# branch.oid (initial)\n# branch.head main\n"))
                .isEqualTo(GitState.UNKNOWN);
    }

    /** A download unpacked inside somebody's own repository must not be recorded with their commit. */
    @Test
    void aFolderInsideAnotherRepositoryHasNoCommit(@TempDir Path folder) throws IOException {
        Path inner = Files.createDirectories(folder.resolve("repository/inner"));
        Path git = Files.createDirectories(folder.resolve("repository/.git"));
        Files.createDirectories(git.resolve("objects"));
        Files.createDirectories(git.resolve("refs/heads"));
        Files.writeString(git.resolve("refs/heads/main"), COMMIT + "\n");
        Files.writeString(git.resolve("HEAD"), "ref: refs/heads/main\n");
        Files.writeString(git.resolve("config"), "[core]\n\trepositoryformatversion = 0\n");
        assertThat(GitState.of(inner)).isEqualTo(GitState.UNKNOWN);
        assertThat(GitState.of(folder.resolve("gone"))).isEqualTo(GitState.UNKNOWN);
    }

    @Test
    void cachesAreInBytesWhateverTheUnitOfTheSource() {
        List<String> expected = List.of("L2 1 MiB", "L1d 48 KiB");
        assertThat(Hardware.caches(caches(1 << 20, 48 << 10))).isEqualTo(expected);
        assertThat(Hardware.caches(caches(1024, 48))).isEqualTo(expected);
        assertThat(Hardware.size(1536 << 10)).isEqualTo("1536 KiB");
    }

    /** A first-level cache taken for the second would make stacks a thirtieth as large. */
    @Test
    void theSecondLevelCacheIsInBytesWhateverTheUnitOfTheSource() {
        assertThat(Hardware.secondLevel(caches(1 << 20, 48 << 10))).hasValue(1 << 20);
        assertThat(Hardware.secondLevel(caches(1024, 48))).hasValue(1 << 20);
        assertThat(Hardware.secondLevel(caches(0, 48))).isEmpty();
        assertThat(Hardware.secondLevel(List.of())).isEmpty();
    }

    private static List<ProcessorCache> caches(int second, int first) {
        return List.of(
                new ProcessorCache((byte) 2, (byte) 8, (short) 64, second, UNIFIED),
                new ProcessorCache((byte) 1, (byte) 8, (short) 64, first, DATA));
    }

    /** Two threads of one core, or one of each of two: the numbers of Linux on two cores with two threads each. */
    @Test
    void coresAreCountedAmongTheProcessorsThatAreAllowed() {
        Hardware hardware =
                new Hardware("A CPU", 2, 4, List.of(), 0, 0, Set.of(), Map.of(0, "0/0", 1, "0/1", 2, "0/0", 3, "0/1"));
        assertThat(hardware.physicalCores(Set.of(0, 2))).isEqualTo(1);
        assertThat(hardware.physicalCores(Set.of(0, 1))).isEqualTo(2);
        assertThat(hardware.physicalCores(Set.of(0, 1, 2, 3))).isEqualTo(2);
        assertThat(hardware.physicalCores(Set.of())).as("not told").isEqualTo(2);
        assertThat(hardware.physicalCores(Set.of(0, 9))).as("not told of one").isEqualTo(2);
    }

    /** The line of an x86-64 processor and that of an ARM one, both shortened. */
    @Test
    void instructionSetsAreThoseOfArithmetic() {
        assertThat(withFeatures("flags\t\t: fpu sse sse2 ssse3 fma avx avx2 avx512f hypervisor sse4_1 ssbd svm smep")
                        .settings("Linux"))
                .isEqualTo(
                        Map.of("instruction_sets", "avx avx2 avx512f fma sse2 sse4_1 ssse3", "virtual_machine", "yes"));
        assertThat(withFeatures("Features\t: fp asimd evtstrm aes asimdhp sve bf16 sme sme2")
                        .settings("Linux"))
                .isEqualTo(Map.of("instruction_sets", "asimd asimdhp bf16 sme sme2 sve"));
        assertThat(new Hardware("A CPU", 1, 1, List.of(), 0, 65536, Set.of(), Map.of()).settings("Linux"))
                .isEqualTo(Map.of("page_bytes", "65536"));
    }

    /** Only Linux tells whether it runs in a virtual machine: elsewhere a missing word means nothing. */
    @Test
    void instructionSetsAreFoundUnderTheNamesOfOtherSystems() {
        assertThat(withFeatures("PF_SSE4_1_INSTRUCTIONS_AVAILABLE PF_AVX2_INSTRUCTIONS_AVAILABLE PF_NX_ENABLED")
                        .settings("Windows 11"))
                .isEqualTo(Map.of("instruction_sets", "avx2 sse4_1"));
        assertThat(withFeatures("PF_ARM_NEON_INSTRUCTIONS_AVAILABLE").settings("Windows 11"))
                .isEqualTo(Map.of("instruction_sets", "neon"));
        assertThat(withFeatures("machdep.cpu.features: FPU SSE2 SSE4.1 SSE4.2 AVX1.0 VMM")
                        .settings("Mac OS X"))
                .isEqualTo(Map.of("instruction_sets", "avx1.0 sse2 sse4_1 sse4_2"));
        assertThat(withFeatures("fpu sse2").settings("Linux")).containsEntry("virtual_machine", "no");
    }

    @Test
    void aProcessorWithoutKnownInstructionSetsHasNoListOfThem() {
        assertThat(withFeatures("PF_NX_ENABLED fpu").settings("Windows 11")).isEmpty();
    }

    private static Hardware withFeatures(String line) {
        return new Hardware("A CPU", 1, 1, List.of(), 0, 0, Hardware.words(List.of(line)), Map.of());
    }

    @Test
    void processorsAreListedAsLinuxDoes() {
        assertThat(CpuList.parse("0-2,8")).isEqualTo(Set.of(0, 1, 2, 8));
        assertThat(CpuList.parse("7")).isEqualTo(Set.of(7));
        assertThat(CpuList.isOne("0-2,")).isFalse();
        assertThat(CpuList.isOne("")).isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CpuList.parse("all"))
                .withMessageContaining("'all'");
    }

    /** Half a bundle from one arithmetic and half from another would be comparable with nothing. */
    @Test
    void anotherFingerprintIsAnotherArithmetic(@TempDir Path folder) {
        Environment here = EnvironmentProbe.probe(NATIVE, folder);
        NativeInfo other = new NativeInfo(
                NATIVE.nd4jVersion(),
                NATIVE.nativeExtension(),
                NATIVE.blas(),
                Map.of(),
                NATIVE.referenceDigest(),
                Map.of("exp_float32", "4568"));
        assertThat(here.measuresAs(EnvironmentProbe.probe(NATIVE, folder))).isTrue();
        assertThat(here.measuresAs(EnvironmentProbe.probe(other, folder))).isFalse();
    }

    /** The file of a version that knew neither settings nor fingerprints. */
    @Test
    void anOlderFileIsRead() throws IOException {
        Environment older = Formats.json()
                .readValue(
                        EnvironmentProbeTest.class.getResourceAsStream("golden/environment.json"), Environment.class);
        assertThat(older).isEqualTo(Samples.environment());
        assertThat(Complete.firstMissing(older)).isNull();
        assertThat(older.settings()).isEmpty();
        assertThat(older.fingerprint()).isEmpty();
        assertThat(Formats.json().writeValueAsString(older)).doesNotContain("settings", "fingerprint");
    }

    /** A bundle is passed around: it must not tell in which folder its maker works. */
    @Test
    void flagsThatOnlyNameFoldersAreLeftOut() {
        assertThat(JavaFlags.told(List.of("-Xmx2g", "-Dinitbench.home=/home/ada", "--add-opens=a/b=c")))
                .containsExactly("-Xmx2g", "--add-opens=a/b=c");
    }

    @Test
    void propertiesAreToldByNameUnlessTheyMatterToBitsOrTime() {
        assertThat(JavaFlags.told(List.of(
                        "-Dhttps.proxyPassword=hunter2",
                        "-Dempty=",
                        "-Dbare",
                        "-Dmy.org.nd4j.token=a=b",
                        "-Dorg.bytedeco.openblas.load=mkl_rt",
                        "-Dorg.nd4j.x=1",
                        "-Djava.util.concurrent.ForkJoinPool.common.parallelism=2",
                        "-Duser.language=tr",
                        "-Dfile.encoding=UTF-8")))
                .containsExactly(
                        "-Dhttps.proxyPassword=...",
                        "-Dempty=...",
                        "-Dbare",
                        "-Dmy.org.nd4j.token=...",
                        "-Dorg.bytedeco.openblas.load=mkl_rt",
                        "-Dorg.nd4j.x=1",
                        "-Djava.util.concurrent.ForkJoinPool.common.parallelism=2",
                        "-Duser.language=tr",
                        "-Dfile.encoding=UTF-8");
    }

    @Test
    void agentsAreToldWithoutTheirArgumentsAndFolders() {
        assertThat(JavaFlags.told(List.of(
                        "-javaagent:/home/ada/jacoco.jar=destfile=/home/ada/x,password=hunter2",
                        "-agentlib:jdwp=transport=dt_socket,address=5005",
                        "-agentpath:C:\\Users\\ada\\profiler.dll=key",
                        "-javaagent:plain.jar")))
                .containsExactly(
                        "-javaagent:jacoco.jar", "-agentlib:jdwp", "-agentpath:profiler.dll", "-javaagent:plain.jar");
    }
}
