package org.initbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The launcher, with a {@code java} and a {@code mvn} that only say how they were called. */
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {
    private static final List<String> TOOLS =
            List.of("cat", "dirname", "env", "find", "head", "mkdir", "mv", "readlink", "sed", "uname");

    @TempDir
    Path temporary;

    private Path home;
    private Path bin;

    private record Result(int exitCode, String out, String err) {}

    @BeforeEach
    void installBesideStandIns() throws IOException {
        home = Files.createDirectories(temporary.resolve("a folder with spaces"));
        Path script = Path.of(System.getProperty("initbench.root", "..")).resolve("run-benchmarks.sh");
        Files.copy(script, home.resolve("run-benchmarks.sh"));
        for (String folder : List.of("src/main", "benchmarks/src/main", ".mvn")) {
            Files.createDirectories(home.resolve(folder));
        }
        Files.createFile(home.resolve("pom.xml"));
        bin = Files.createDirectories(temporary.resolve("bin"));
        for (String tool : TOOLS) {
            script(tool, "exec " + find(tool) + " \"$@\"");
        }
        java("17.0.15");
        mvn("mkdir -p benchmarks/target/lib && : >benchmarks/target/benchmarks.jar"
                + " && for n in initbench-0.1.0 picocli-4.7.7 nd4j-api-1.0.0-M2.1 javacpp-1.5.7 guava-1.0.0-M2.1"
                + " openblas-0.3.19 jmh-core-1.37; do : >benchmarks/target/lib/$n.jar; done; echo built >>\"$0.log\"");
    }

    @Test
    void withoutArgumentsTheQuickStudyRunsOnTheWholeClassPath() throws Exception {
        Result result = launch(Map.of());
        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(result.out().lines())
                .contains("-Dinitbench.home=" + home.toRealPath(), "-Dinitbench.terminal=false", "run", "quick")
                .contains(home.toRealPath() + "/benchmarks/target/benchmarks.jar", "org.initbench.benchmarks.Main")
                .doesNotContain("--sun-misc-unsafe-memory-access=allow");
        assertThat(result.err()).contains("the first build downloads about 300 MB");
    }

    /** An analysis that could load the native libraries would not be known to work without them. */
    @Test
    void otherCommandsRunWithoutNd4jAndJmh() throws Exception {
        Result result = launch(Map.of(), "--stacktrace", "verify", "a bundle");
        String lib = home.toRealPath() + "/benchmarks/target/lib/";
        assertThat(result.out().lines())
                .contains("org.initbench.cli.Initbench", "verify", "a bundle")
                .contains(lib + "initbench-0.1.0.jar:" + lib + "picocli-4.7.7.jar");
    }

    @Test
    void helpGoesToTheProgramThatKnowsEveryCommand() throws Exception {
        assertThat(launch(Map.of(), "--help").out().lines()).contains("org.initbench.benchmarks.Main", "--help");
    }

    /** A build for the peers that replaced the default one would put their libraries onto every study's class path. */
    @Test
    void peersAreBuiltAndRunBesideTheDefaultBuild() throws Exception {
        mvn(
                "mkdir -p benchmarks/target/peers/lib && : >benchmarks/target/peers/benchmarks.jar && echo \"$@\" >>\"$0.log\"");
        Result result = launch(Map.of(), "peers", "--networks", "dense-64");
        assertThat(result.out().lines())
                .contains(home.toRealPath() + "/benchmarks/target/peers/benchmarks.jar")
                .contains("org.initbench.benchmarks.peers.PeerTable", "--networks", "dense-64")
                .doesNotContain("peers");
        assertThat(bin.resolve("mvn.log")).content().contains("-Ppeers");
        assertThat(home.resolve("benchmarks/target/benchmarks.jar")).doesNotExist();
    }

    /** A link on the PATH must not build, or look for studies, in the folder of the link. */
    @Test
    void aLinkToTheLauncherLeadsHome() throws Exception {
        Path link = Files.createSymbolicLink(temporary.resolve("initbench"), home.resolve("run-benchmarks.sh"));
        Result result = launch(link, Map.of(), "--help");
        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(result.out().lines()).contains("-Dinitbench.home=" + home.toRealPath());
    }

    @Test
    void oneThreadAndPinnedKernelsUnlessTheUserSaysOtherwise() throws Exception {
        assertThat(launch(Map.of()).out()).contains("OMP_NUM_THREADS=1\n");
        var launched = launch(Map.of("OMP_NUM_THREADS", "4", "OPENBLAS_CORETYPE", "Zen"));
        assertThat(launched.out()).contains("OMP_NUM_THREADS=1\n", "OPENBLAS_CORETYPE=Zen\n");
        assertThat(launched.err()).contains("OMP_NUM_THREADS=4 is set to 1");
    }

    @Test
    void buildsOnlyWhatIsMissingOrStale() throws Exception {
        launch(Map.of());
        assertThat(launch(Map.of()).err()).doesNotContain("building");
        Path source = Files.createFile(home.resolve("src/main/New.java"));
        Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(5)));
        assertThat(launch(Map.of()).err()).contains("building");
        assertThat(bin.resolve("mvn.log")).content().isEqualTo("built\nbuilt\n");
    }

    @Test
    void aFailedBuildShowsItsMessagesAndIsTriedAgain() throws Exception {
        mvn("echo 'cannot find symbol'; exit 1");
        for (int attempt = 0; attempt < 2; attempt++) {
            Result result = launch(Map.of());
            assertThat(result.exitCode()).isEqualTo(ExitCodes.FAILURE);
            assertThat(result.err()).contains("cannot find symbol", "initbench: the build failed");
        }
    }

    @Test
    void newerJavaIsToldToLetNativeCodeIn() throws Exception {
        java("25.0.1");
        assertThat(launch(Map.of()).out()).contains("--enable-native-access=ALL-UNNAMED\n");
    }

    @Test
    void whatIsMissingIsNamed() throws Exception {
        java("11.0.2");
        assertFails("is version 11; a JDK of version 17 or newer is needed");
        java("1.8.0_392");
        assertFails("is version 8; a JDK");
        java("17.0.15");
        Files.delete(bin.resolve("mvn"));
        assertFails("no mvn found; Maven 3.8.1 or newer is needed");
        Files.delete(bin.resolve("java"));
        assertFails("no java found; a JDK of version 17 or newer is needed");
    }

    private void assertFails(String message) throws Exception {
        Result result = launch(Map.of());
        assertThat(result.exitCode()).isEqualTo(ExitCodes.FAILURE);
        assertThat(result.err()).startsWith("initbench: ").contains(message);
    }

    private void java(String version) throws IOException {
        script(
                "java",
                "case $1 in -version) echo 'openjdk version \"" + version + "\" 2025' >&2 ;;"
                        + " --list-modules) echo jdk.compiler@17 ;; *) printf '%s\\n' \"$@\"; env ;; esac");
    }

    private void mvn(String body) throws IOException {
        script("mvn", body);
    }

    private void script(String name, String body) throws IOException {
        Path file = Files.writeString(bin.resolve(name), "#!" + find("bash") + "\n" + body + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private Result launch(Map<String, String> environment, String... arguments) throws Exception {
        return launch(home.resolve("run-benchmarks.sh"), environment, arguments);
    }

    private Result launch(Path launcher, Map<String, String> environment, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(find("bash").toString()));
        command.add(launcher.toString());
        command.addAll(List.of(arguments));
        Path out = temporary.resolve("out.txt");
        Path err = temporary.resolve("err.txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(temporary.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().clear();
        builder.environment().put("PATH", bin.toString());
        builder.environment().putAll(environment);
        Process process = builder.start();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return new Result(process.exitValue(), Files.readString(out), Files.readString(err));
    }

    private static Path find(String tool) {
        for (String folder : List.of("/usr/bin", "/bin")) {
            Path file = Path.of(folder, tool);
            if (Files.isExecutable(file)) {
                return file;
            }
        }
        throw new IllegalStateException(tool + " is needed to test the launcher");
    }
}
