package org.initbench.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.tools.ToolProvider;
import org.initbench.cli.ExitCodes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What only another process can show: class paths, environments, JMH's own main. */
class ForkedProcessTest {

    private static final Pattern NATIVE = Pattern.compile("nd4j|javacpp|openblas|mkl|jmh");

    @TempDir
    private Path folder;

    /** Whoever has a bundle must be able to redo every statistic without the native libraries. */
    @Test
    void analyzeNeedsNoNativeLibrary() throws Exception {
        Path study = Files.writeString(
                folder.resolve("s.yaml"),
                "tasks: [encoder-10-5-10]\nreplicates: 2\ninitializers: [{name: normal, scales: [1]}]\n");
        Path bundle = folder.resolve("bundle");
        assertThat(Program.run("run", study.toString(), "--output", bundle.toString())
                        .exitCode())
                .isEqualTo(ExitCodes.DONE);
        byte[] analysis = Files.readAllBytes(bundle.resolve("analysis.json"));
        Files.delete(bundle.resolve("analysis.json"));
        Files.delete(bundle.resolve("report.html"));

        String bare = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !NATIVE.matcher(entry.substring(entry.lastIndexOf('/') + 1))
                        .find())
                .collect(Collectors.joining(File.pathSeparator));
        Result result = java(bare, true, "org.initbench.cli.Initbench", "analyze", bundle.toString());
        assertThat(result.text).contains("encoder-10-5-10");
        assertThat(result.exitCode).isZero();
        assertThat(bundle.resolve("analysis.json")).hasBinaryContent(analysis);
        assertThat(bundle.resolve("report.html")).isNotEmptyFile();
    }

    /** Without one thread an operation results would depend on the machine's cores, silently. */
    @Test
    void aMissingEnvironmentVariableIsRefusedWithWhatToExport() throws Exception {
        Path output = folder.resolve("out");
        Result result = java(
                System.getProperty("java.class.path"),
                false,
                "org.initbench.benchmarks.Main",
                "run",
                "--output",
                output.toString());
        assertThat(result.exitCode).isEqualTo(ExitCodes.USAGE);
        assertThat(result.text).contains("export OMP_NUM_THREADS=1");
        assertThat(output).doesNotExist();
    }

    /** The reference engine is plain Java, and asks nothing of the environment. */
    @Test
    void theReferenceEngineNeedsNoEnvironmentVariable() throws Exception {
        Path study = Files.writeString(
                folder.resolve("s.yaml"),
                "tasks: [encoder-10-5-10]\nreplicates: 1\nlargest_budget: 50\ninitializers: [zero]\nengine: reference\n");
        Path output = folder.resolve("out");
        Result result = java(
                System.getProperty("java.class.path"),
                false,
                "org.initbench.benchmarks.Main",
                "run",
                study.toString(),
                "--output",
                output.toString());
        assertThat(result.exitCode).as(result.text).isEqualTo(ExitCodes.DONE);
        assertThat(output.resolve("report.html")).isNotEmptyFile();
    }

    /** The README's class, compiled outside of initbench and packed into a jar: found by a process that has the jar on its path. */
    @Test
    void anInitializerInAJarOfOnesOwnIsFound() throws Exception {
        Path source = Program.root().resolve("src/test/java/org/initbench/example/Laplace.java");
        Path own = Files.writeString(
                folder.resolve("Laplace.java"),
                Files.readString(source).replace("package org.initbench.example;", "package own;"));
        Path classes = Files.createDirectory(folder.resolve("classes"));
        String classPath = System.getProperty("java.class.path");
        int compiled = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler())
                .run(null, null, null, "-proc:none", "-cp", classPath, "-d", classes.toString(), own.toString());
        assertThat(compiled).isZero();
        Path jar = folder.resolve("own.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            out.putNextEntry(new JarEntry("own/Laplace.class"));
            out.write(Files.readAllBytes(classes.resolve("own/Laplace.class")));
            out.putNextEntry(new JarEntry("META-INF/services/org.initbench.init.Initializer"));
            out.write("own.Laplace\n".getBytes(StandardCharsets.UTF_8));
        }
        String withJar = classPath + File.pathSeparator + jar;
        Result list = java(withJar, true, "org.initbench.cli.Initbench", "list");
        assertThat(list.text).contains("laplace  ", "a Laplace law of mean 0");
        Path study = Files.writeString(
                folder.resolve("s.yaml"),
                "tasks: [encoder-10-5-10]\nreplicates: 2\ninitializers: [{name: laplace, scales: [1]}]\n");
        Path bundle = folder.resolve("bundle");
        String main = "org.initbench.benchmarks.Main";
        Result trained = java(withJar, true, main, "run", study.toString(), "--output", bundle.toString());
        assertThat(trained.exitCode).as(trained.text).isZero();
        assertThat(Files.readString(bundle.resolve("environment.json"))).contains("own.Laplace ");
        assertThat(Program.run("analyze", bundle.toString()).exitCode())
                .as("whoever has not got the jar can analyse the bundle")
                .isEqualTo(ExitCodes.DONE);
        Result without = java(
                classPath,
                true,
                main,
                "run",
                study.toString(),
                "--output",
                folder.resolve("b").toString());
        assertThat(without.exitCode).isEqualTo(ExitCodes.USAGE);
        assertThat(without.text).contains("unknown initializer 'laplace'", "INITBENCH_CLASSPATH");
    }

    /** One changed digit in a data file would change every result, and nobody would know. */
    @Test
    void aDamagedDataFileIsRefused() throws Exception {
        String resource = "org/initbench/task/data/iris.csv";
        Path damaged = Files.createDirectories(folder.resolve("damaged/org/initbench/task/data"));
        Path original = Program.root().resolve("src/main/resources").resolve(resource);
        Files.writeString(
                damaged.resolve("iris.csv"), Files.readString(original).replaceFirst("5\\.1", "5.2"));
        Path study = Files.writeString(
                folder.resolve("s.yaml"), "tasks: [iris-mlp-tanh]\ninitializers: [{name: normal, scales: [1]}]\n");
        Path output = folder.resolve("out");
        Result result = java(
                folder.resolve("damaged") + File.pathSeparator + System.getProperty("java.class.path"),
                true,
                "org.initbench.benchmarks.Main",
                "run",
                study.toString(),
                "--output",
                output.toString());
        assertThat(result.exitCode).isEqualTo(ExitCodes.DATA);
        assertThat(result.text).contains("iris.csv is damaged", "SHA-256");
        assertThat(output).doesNotExist();
    }

    /** If the annotation processor is not run, the build succeeds and the list is empty. */
    @Test
    void jmhsOwnMainListsTheBenchmarks() throws Exception {
        Result result = java(System.getProperty("java.class.path"), true, "org.openjdk.jmh.Main", "-l");
        assertThat(result.text)
                .contains(
                        "org.initbench.benchmarks.AnalysisBenchmark.pair",
                        "org.initbench.benchmarks.ConvergenceBenchmark.block",
                        "org.initbench.benchmarks.DiagnosisBenchmark.pair",
                        "org.initbench.benchmarks.EpochBenchmark.reference",
                        "org.initbench.benchmarks.EpochBenchmark.sameDiff",
                        "org.initbench.benchmarks.EpochBenchmark.stack",
                        "org.initbench.benchmarks.InitializerBenchmark.draw");
    }

    /** The harness without `run`: parameters of JMH choose task and initializers, counters are in its result. */
    @Test
    void jmhsOwnMainRunsAConvergenceBenchmark() throws Exception {
        Path json = folder.resolve("result.json");
        Result result = java(
                System.getProperty("java.class.path"),
                true,
                "org.openjdk.jmh.Main",
                "ConvergenceBenchmark",
                "-p",
                "task=encoder-10-5-10",
                "-p",
                "initializer=he-normal",
                "-i",
                "1",
                "-rf",
                "json",
                "-rff",
                json.toString());
        assertThat(result.exitCode).as(result.text).isZero();
        assertThat(Files.readString(json))
                .contains("\"converged\"", "\"modelEpochs\"", "\"initializer\" : \"he-normal\"");
    }

    /** A study of four replicates pays for its first three. */
    @Test
    void theCostOfDiagnosisIsToldOfAWholeStudy() throws Exception {
        Path study = Files.writeString(folder.resolve("short.yaml"), """
                description: A short study.
                replicates: 4
                largest_budget: 300
                tasks: [encoder-10-5-10]
                initializers:
                  - {name: normal, scales: [0.1, 1]}
                """);
        Path json = folder.resolve("result.json");
        Result result = java(
                System.getProperty("java.class.path"),
                true,
                "org.openjdk.jmh.Main",
                "DiagnosisBenchmark",
                "-p",
                "task=encoder-10-5-10",
                "-i",
                "1",
                "-jvmArgsAppend",
                "-Dinitbench.study=" + study,
                "-rf",
                "json",
                "-rff",
                json.toString());
        assertThat(result.exitCode).as(result.text).isZero();
        assertThat(result.text).containsPattern("encoder-10-5-10: looks cost -?[0-9]+\\.[0-9]{2} % of a study");
        assertThat(Files.readString(json)).contains("\"plainSeconds\"", "\"diagnosedSeconds\"");
    }

    private Result java(String classPath, boolean threadsSet, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Djmh.ignoreLock=true");
        command.add("-Dinitbench.home=" + Program.root());
        command.add("-cp");
        command.add(classPath);
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).directory(folder.toFile());
        if (!threadsSet) {
            builder.environment().remove("OMP_NUM_THREADS");
        }
        Process process = builder.start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Result(process.waitFor(), text);
    }

    private record Result(int exitCode, String text) {}
}
