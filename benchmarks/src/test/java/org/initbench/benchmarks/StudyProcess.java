package org.initbench.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The program in a process of its own, which can be killed. */
final class StudyProcess {

    private final Process process;
    private final Path log;

    private StudyProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /** Starts the program on this process's class path; what it prints is added to a file. */
    static StudyProcess start(Path log, String... arguments) throws IOException {
        return start(log, System.getProperty("java.class.path", ""), List.of(), arguments);
    }

    /**
     * Starts the program.
     *
     * @param log what it prints is added to this file
     * @param classPath its class path
     * @param options options of the Java machine
     * @param arguments the command line
     */
    static StudyProcess start(Path log, String classPath, List<String> options, String... arguments)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Dinitbench.home=" + root());
        command.addAll(options);
        command.add("-cp");
        command.add(classPath);
        command.add(Main.class.getName());
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().put("OMP_NUM_THREADS", "1");
        return new StudyProcess(builder.start(), log);
    }

    /** The top of the source tree, also where a tool is started there. */
    static Path root() {
        Path here = Path.of("").toAbsolutePath();
        return Files.exists(here.resolve("run-benchmarks.sh")) ? here : Program.root();
    }

    /** The number of the process. */
    long pid() {
        return process.pid();
    }

    /** Whether it has not ended. */
    boolean isAlive() {
        return process.isAlive();
    }

    /** Whether it ends within some time. */
    boolean endsWithin(long millis) throws InterruptedException {
        return process.waitFor(millis, TimeUnit.MILLISECONDS);
    }

    /** Waits for its end; returns its exit code. */
    int exitCode() throws InterruptedException {
        return process.waitFor();
    }

    /** The processes that train for it, those that have not ended. */
    List<ProcessHandle> forks() {
        return process.descendants()
                .filter(fork -> fork.info().command().orElse("").endsWith("java"))
                .toList();
    }

    /** Kills it, and not what it has started. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Sends it a signal, such as {@code INT}. */
    void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid()))
                .inheritIO()
                .start()
                .waitFor();
    }

    /** What it and its predecessors have printed. */
    String printed() throws IOException {
        return Files.readString(log);
    }
}
