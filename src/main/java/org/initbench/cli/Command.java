package org.initbench.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.initbench.common.DataException;
import org.initbench.common.MachineException;
import org.initbench.common.UsageException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * A command: results go to {@link #out()}, everything else to {@link #err()}, and {@link #call()} returns one of
 * {@link ExitCodes}. A {@link UsageException}, {@link DataException} or {@link MachineException} that it throws becomes one line on the error stream
 * and the exit code that belongs to it; help, version and {@code --stacktrace} are the root command's and work everywhere.
 */
public abstract class Command implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    /** Where results go. */
    protected final PrintWriter out() {
        return spec.commandLine().getOut();
    }

    /** Where progress, notes and errors go. */
    protected final PrintWriter err() {
        return spec.commandLine().getErr();
    }

    /** The folder that holds {@code benchmarks} and {@code reports}; the working folder unless the launcher says otherwise. */
    protected static Path home() {
        return Path.of(System.getProperty("initbench.home", ""));
    }
}
