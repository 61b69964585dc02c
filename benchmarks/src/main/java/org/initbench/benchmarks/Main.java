package org.initbench.benchmarks;

import org.initbench.cli.Command;
import org.initbench.cli.Initbench;

/** The whole program: the commands of the library, and those that measure. */
public final class Main {

    private Main() {}

    /** Runs a command on the standard streams and ends the process with its exit code. */
    public static void main(String[] args) {
        System.exit(Initbench.execute(args, (Object[]) commands()));
    }

    /** The commands that measure. */
    static Command[] commands() {
        return new Command[] {
            new RunCommand(),
            new RerunCommand(),
            new RoundingCommand(),
            new EnvironmentCommand(),
            new CalibrateCommand(),
            new AuditCommand()
        };
    }
}
