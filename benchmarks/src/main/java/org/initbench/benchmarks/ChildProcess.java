package org.initbench.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** This program once more, in an environment that a process cannot give itself. */
final class ChildProcess {

    private static final String HOME = "initbench.home";
    private static final String OWN = "-Dinitbench.";

    private ChildProcess() {}

    /**
     * Runs a command to its end: its errors and its progress go where this process's go, its results nowhere.
     *
     * @param environment variables to be set
     * @param arguments the command and its arguments
     * @return the exit code
     * @throws InterruptedException if the thread is interrupted; the command is ended then
     */
    static int run(Map<String, String> environment, List<String> arguments) throws InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command(arguments))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().putAll(environment);
        Process process = start(builder);
        try {
            return process.waitFor();
        } finally {
            process.destroy();
        }
    }

    private static Process start(ProcessBuilder builder) {
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException("this program cannot be started once more: " + e.getMessage(), e);
        }
    }

    private static List<String> command(List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> !argument.startsWith(OWN))
                .forEach(command::add);
        command.add(OWN + "terminal=" + System.getProperty("initbench.terminal", "false"));
        command.add("-D" + HOME + "=" + System.getProperty(HOME, ""));
        command.add("-cp");
        command.add(System.getProperty("java.class.path", ""));
        command.add(Main.class.getName());
        command.addAll(arguments);
        return command;
    }
}
