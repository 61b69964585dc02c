package org.initbench.benchmarks;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.initbench.cli.Initbench;
import org.initbench.training.BlasCore;

/**
 * The whole program, run as its user would.
 *
 * @param exitCode what the shell would see
 * @param out standard output
 * @param err standard error
 */
record Program(int exitCode, String out, String err) {

    /** Runs a command in this process. */
    static Program run(String... arguments) {
        System.setProperty("initbench.home", root().toString());
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode = Initbench.commandLine(
                        new PrintWriter(out, true), new PrintWriter(err, true), (Object[]) Main.commands())
                .execute(arguments);
        return new Program(exitCode, out.toString(), err.toString());
    }

    /** Runs a command in a process of its own: with other kernels, which OpenBLAS chooses when it is loaded. */
    static Program withKernels(BlasCore core, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dinitbench.home=" + root(),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(List.of(arguments));
        Path err = Files.createTempFile("initbench", ".txt");
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(err.toFile());
        builder.environment().put(BlasCore.VARIABLE, core.label());
        Process process = builder.start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Program program = new Program(process.waitFor(), out, Files.readString(err));
        Files.delete(err);
        return program;
    }

    /** The words that it printed, with single spaces between them, however they were wrapped. */
    String words() {
        return out.replaceAll("\\s+", " ");
    }

    /** The top of the source tree. */
    static Path root() {
        return Path.of(System.getProperty("initbench.root", ".."))
                .toAbsolutePath()
                .normalize();
    }
}
