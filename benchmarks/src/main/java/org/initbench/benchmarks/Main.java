package org.initbench.benchmarks;

import org.initbench.cli.Initbench;

/** The whole program: the commands of the library, and those that measure. */
public final class Main {

    private Main() {}

    /** Runs a command on the standard streams and ends the process with its exit code. */
    public static void main(String[] args) {
        System.exit(Initbench.execute(
                args, new RunCommand(), new RoundingCommand(), new CalibrateCommand(), new AuditCommand()));
    }
}
