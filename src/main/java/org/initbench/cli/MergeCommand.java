package org.initbench.cli;

import java.nio.file.Path;
import java.util.List;
import org.initbench.study.ShardMerge;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code merge SHARD… --output DIR}: one bundle from the shards of a study. */
@picocli.CommandLine.Command(
        name = "merge",
        description = {
            "Puts the shards of a study together that were run with --shard, on one machine or on several, into the bundle",
            "of the whole study; then analyses it, writes the report and prints the answer. Its runs have the very bytes",
            "of a study that was run as a whole."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./run-benchmarks.sh run standard --shard 1/2 --output shard-1",
            "  ./run-benchmarks.sh run standard --shard 2/2 --output shard-2",
            "  ./run-benchmarks.sh merge shard-1 shard-2 --output whole"
        })
final class MergeCommand extends Command {

    @Parameters(paramLabel = "SHARD", arity = "1..*", description = "The folders of all shards, in any order.")
    private List<Path> shards;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            required = true,
            description =
                    "Folder of the bundle: absent, or empty, or what a merge of the same shards left that was ended.")
    private Path output;

    @Override
    public Integer call() {
        ShardMerge.merge(
                shards,
                output,
                shard -> err().println("merging " + shard),
                () -> AnalyzeCommand.analyze(output, out()));
        return ExitCodes.DONE;
    }
}
