package org.initbench.benchmarks.peers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.initbench.benchmarks.EpochBenchmark;
import org.initbench.benchmarks.peers.PeerResults.Stacked;
import org.initbench.cli.ExitCodes;
import org.initbench.common.UsageException;
import org.initbench.task.Tasks;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code peers}: times initbench and its peers, one after the other, and prints the ratios. */
@CommandLine.Command(
        name = "peers",
        mixinStandardHelpOptions = true,
        description = {
            "Times an epoch of the same networks in initbench, PyTorch, DL4J and SameDiff, one thread each, and prints how"
                    + " many times as long as initbench each takes for one model, with the 99 %% error of the ratio.",
            "initbench runs with its pinned kernels, the others with those that they choose themselves."
        })
public final class PeerTable implements Callable<Integer> {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    @Option(
            names = "--networks",
            split = ",",
            paramLabel = "NAME",
            description = "Only these networks (default: xor-2-2-1,digits-mlp-tanh,dense-64,digits-cnn,digits-lstm).")
    private @Nullable List<String> networks;

    @Option(
            names = "--stacks",
            paramLabel = "SIZES",
            description = "Stack sizes instead of each network's, such as 64,256.")
    private @Nullable String stacks;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "File for JMH's results. Default: reports/local/peers-<UTC time>.json.")
    private @Nullable Path output;

    @Parameters(paramLabel = "JMH", description = "After --, options of JMH such as -f 3 -wi 2 -i 10.")
    private List<String> options = new ArrayList<>();

    /** Runs the command and ends the process with its exit code. */
    public static void main(String[] args) {
        System.exit(new CommandLine(new PeerTable())
                .setExecutionExceptionHandler((e, command, result) -> {
                    command.getErr().println("initbench: " + e.getMessage());
                    return e instanceof UsageException ? ExitCodes.USAGE : ExitCodes.FAILURE;
                })
                .execute(args));
    }

    @Override
    public Integer call() throws IOException {
        List<PeerNetwork> chosen = networks == null
                ? PeerNetwork.ALL
                : networks.stream().map(PeerNetwork::byLabel).toList();
        Path file = file();
        ArrayNode all = new ObjectMapper().createArrayNode();
        Map<String, Map<String, Stacked>> results = new LinkedHashMap<>();
        for (PeerNetwork network : chosen) {
            List<JsonNode> entries = measure(network);
            all.addAll(entries);
            Files.writeString(file, all.toPrettyString() + "\n", StandardCharsets.UTF_8);
            results.put(network.label(), PeerResults.best(entries));
        }
        System.out.print(RatioTable.of(results));
        System.err.println("JMH's results: " + file);
        return ExitCodes.DONE;
    }

    private Path file() throws IOException {
        Path file = output != null
                ? output
                : Path.of(System.getProperty("initbench.home", ""), "reports/local")
                        .resolve("peers-" + TIME.format(Instant.now()) + ".json");
        if (Files.exists(file)) {
            throw new UsageException(file + " exists; nothing is ever overwritten");
        }
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        return file;
    }

    private List<JsonNode> measure(PeerNetwork network) {
        String sizes = stacks != null
                ? stacks
                : network.stackSizes().stream().map(String::valueOf).collect(Collectors.joining(","));
        List<JsonNode> entries = new ArrayList<>();
        if (Tasks.names().contains(network.task())) {
            String own = EpochBenchmark.class.getName() + "\\." + RatioTable.INITBENCH + "$";
            JmhRun.run(own, Map.of("task", network.task(), "stackSize", sizes), options, true)
                    .forEach(entries::add);
        }
        Map<String, String> parameters = Map.of("network", network.label(), "stackSize", sizes);
        JmhRun.run(PeerBenchmark.class.getName(), parameters, options, false).forEach(entries::add);
        return entries;
    }
}
