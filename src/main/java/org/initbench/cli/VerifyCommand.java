package org.initbench.cli;

import java.nio.file.Path;
import java.util.List;
import org.initbench.run.Bundle;
import org.initbench.run.BundleReader;
import org.initbench.run.Shard;
import picocli.CommandLine.Parameters;

/** {@code verify BUNDLE}: is a bundle whole, unchanged and plausible? */
@picocli.CommandLine.Command(
        name = "verify",
        description = {
            "Checks a bundle: checksums, format, completeness, ranges, references between its tables, and the identities",
            "of its runs, which are computed anew. Prints what is wrong, one finding a line. Exit code 0 if nothing is,",
            "4 otherwise."
        },
        footerHeading = "%nExample:%n",
        footer = "  ./run-benchmarks.sh verify reports/reference/quick")
final class VerifyCommand extends Command {
    @Parameters(paramLabel = "BUNDLE", description = "The folder of a study's results.")
    private Path bundle;

    @Override
    public Integer call() {
        List<String> findings = BundleReader.verify(bundle);
        if (findings.isEmpty()) {
            Bundle content = BundleReader.read(bundle);
            Shard shard = BundleReader.readShard(bundle);
            out().println(bundle + ": sound and complete: "
                    + (shard.whole() ? "" : "shard " + shard.label() + " of ") + "study "
                    + content.study().name() + ", " + content.runs().size() + " runs");
            return ExitCodes.DONE;
        }
        findings.forEach(out()::println);
        err().println("initbench: " + findings.size() + (findings.size() == 1 ? " finding" : " findings") + " in "
                + bundle);
        return ExitCodes.DATA;
    }
}
