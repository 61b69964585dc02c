package org.initbench.cli;

import picocli.AutoComplete;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code completion}: what a shell needs to complete commands, options and names of studies. */
@picocli.CommandLine.Command(
        name = "completion",
        description = {
            "Prints a script that lets bash, and zsh with bashcompinit, complete the commands, options and studies of",
            "run-benchmarks.sh."
        },
        footerHeading = "%nExample:%n",
        footer = "  source <(./run-benchmarks.sh completion)")
final class CompletionCommand extends Command {

    private static final String LAUNCHER = "run-benchmarks.sh";

    @Spec
    private CommandSpec own;

    @Override
    public Integer call() {
        out().print(AutoComplete.bash(LAUNCHER, own.root().commandLine()));
        out().flush();
        return ExitCodes.DONE;
    }
}
