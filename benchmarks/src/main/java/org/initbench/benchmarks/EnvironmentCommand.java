package org.initbench.benchmarks;

import com.fasterxml.jackson.core.JsonProcessingException;
import org.initbench.cli.Command;
import org.initbench.cli.ExitCodes;
import org.initbench.common.UsageException;
import org.initbench.report.EnvironmentTerminal;
import org.initbench.run.Environment;
import org.initbench.run.EnvironmentProbe;
import org.initbench.run.Formats;
import org.initbench.run.NativeInfo;
import org.initbench.training.NativeBackend;
import picocli.CommandLine.Option;

/** {@code environment}: what a bundle made now would tell of this machine and software. */
@picocli.CommandLine.Command(
        name = "environment",
        description = {
            "Prints what every bundle records of the machine and the software: processor, limits, versions, settings that",
            "change bits or time, and digests of small fixed computations that tell in which part the arithmetic of two",
            "machines differs. It belongs into a report of a fault. Trains nothing and writes nothing."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  ./run-benchmarks.sh environment", "  ./run-benchmarks.sh environment --json | jq .fingerprint"})
final class EnvironmentCommand extends Command {

    @Option(names = "--json", description = "Print it as JSON, the content of a bundle's environment.json.")
    private boolean json;

    @Override
    public Integer call() throws JsonProcessingException {
        Environment environment = EnvironmentProbe.probe(nativeInfo(), home().toAbsolutePath());
        if (json) {
            out().println(Formats.json().writeValueAsString(environment));
        } else {
            out().print(EnvironmentTerminal.render(environment));
        }
        out().flush();
        return ExitCodes.DONE;
    }

    /** Whoever cannot load the native libraries needs the rest most. */
    private static NativeInfo nativeInfo() {
        try {
            return NativeBackend.describe();
        } catch (UsageException e) {
            throw e;
        } catch (RuntimeException | LinkageError e) {
            return NativeInfo.unavailable("cannot be loaded: " + e);
        }
    }
}
