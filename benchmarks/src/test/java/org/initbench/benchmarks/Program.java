package org.initbench.benchmarks;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.initbench.cli.Initbench;

/**
 * The whole program, run in this process as its user would.
 *
 * @param exitCode what the shell would see
 * @param out standard output
 * @param err standard error
 */
record Program(int exitCode, String out, String err) {

    /** Runs a command. */
    static Program run(String... arguments) {
        System.setProperty("initbench.home", root().toString());
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode = Initbench.commandLine(
                        new PrintWriter(out, true),
                        new PrintWriter(err, true),
                        new RunCommand(),
                        new RoundingCommand(),
                        new CalibrateCommand(),
                        new AuditCommand())
                .execute(arguments);
        return new Program(exitCode, out.toString(), err.toString());
    }

    /** The top of the source tree. */
    static Path root() {
        return Path.of(System.getProperty("initbench.root", ".."))
                .toAbsolutePath()
                .normalize();
    }
}
