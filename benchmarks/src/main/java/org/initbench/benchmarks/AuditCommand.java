package org.initbench.benchmarks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.initbench.audit.AuditResult;
import org.initbench.audit.Auditor;
import org.initbench.audit.InitializerSource;
import org.initbench.audit.WeightSource;
import org.initbench.cli.Command;
import org.initbench.cli.ExitCodes;
import org.initbench.common.UsageException;
import org.initbench.init.Initializer;
import org.initbench.init.Initializers;
import org.initbench.training.Nd4jInitializers;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code audit [INITIALIZER…]}: do initializers keep what their names promise? */
@picocli.CommandLine.Command(
        name = "audit",
        description = {
            "Draws weights of dense layers and compares mean, standard deviation, kurtosis, range, shape and data type",
            "with what the initializer's name promises: initbench's own, yours, and those that ND4J ships."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  ./run-benchmarks.sh audit nd4j", "  ./run-benchmarks.sh audit he-normal lsuv"})
final class AuditCommand extends Command {

    private static final String ND4J = "nd4j";

    @Parameters(
            paramLabel = "INITIALIZER",
            arity = "0..*",
            description = "Names as in study files, or 'nd4j' for those of ND4J; everything if none is named.")
    private List<String> names = new ArrayList<>();

    @Option(
            names = "--fan-in",
            paramLabel = "N",
            defaultValue = "300",
            description = "Inputs of the layer (${DEFAULT-VALUE}).")
    private int fanIn;

    @Option(
            names = "--fan-out",
            paramLabel = "N",
            defaultValue = "100",
            description = "Units of the layer (${DEFAULT-VALUE}).")
    private int fanOut;

    @Option(
            names = "--matrices",
            paramLabel = "N",
            defaultValue = "30",
            description = "Matrices to draw (${DEFAULT-VALUE}).")
    private int matrices;

    @Option(
            names = "--scale",
            paramLabel = "X",
            defaultValue = "1",
            description = "Standard deviation, gain or value (${DEFAULT-VALUE}).")
    private double scale;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "The seed (${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--json", description = "Prints JSON.")
    private boolean json;

    @Override
    public Integer call() {
        if (fanIn < 1 || fanOut < 1 || matrices < 2 || !(scale > 0)) {
            throw new UsageException(
                    "an audit takes --fan-in and --fan-out of at least 1, --matrices of at least 2 and a"
                            + " positive --scale");
        }
        Auditor auditor = new Auditor(fanIn, fanOut, matrices);
        List<AuditResult> own = new ArrayList<>();
        List<String> skipped = new ArrayList<>();
        for (InitializerSource source : own()) {
            Optional<String> obstacle = source.obstacle(fanIn, fanOut);
            obstacle.ifPresentOrElse(
                    why -> skipped.add(source.name() + ": " + why), () -> own.add(auditor.audit(source)));
        }
        List<AuditResult> foreign = foreign().map(auditor::audit).toList();
        if (json) {
            printJson(own, foreign, skipped);
        } else {
            print(own, foreign, skipped);
        }
        out().flush();
        return own.stream().allMatch(AuditResult::kept) ? ExitCodes.DONE : ExitCodes.DIFFERENCE;
    }

    private List<InitializerSource> own() {
        List<Initializer> chosen = names.isEmpty()
                ? Stream.concat(
                                Initializers.all().stream(),
                                Initializers.forms().stream().map(Initializers.Form::example))
                        .toList()
                : names.stream()
                        .filter(name -> !name.equals(ND4J))
                        .map(Initializers::byName)
                        .toList();
        return chosen.stream()
                .map(initializer -> new InitializerSource(initializer, scale, seed))
                .toList();
    }

    private Stream<WeightSource> foreign() {
        return names.isEmpty() || names.contains(ND4J) ? Nd4jInitializers.all().stream() : Stream.of();
    }

    private void print(List<AuditResult> own, List<AuditResult> foreign, List<String> skipped) {
        out().printf(
                        Locale.ROOT,
                        "A dense layer of %d units with %d inputs, %d matrices. Each column: promised, measured.%n",
                        fanOut,
                        fanIn,
                        matrices);
        printTable("initbench", own);
        printTable("ND4J", foreign);
        if (!skipped.isEmpty()) {
            out().println("\nNot for a dense layer");
            skipped.forEach(line -> out().println("  " + line));
        }
    }

    private void printTable(String owner, List<AuditResult> results) {
        if (results.isEmpty()) {
            return;
        }
        out().printf(Locale.ROOT, "%n%-43s %-17s %-16s %-13s %s%n", owner, "std", "mean", "kurtosis", "farthest");
        for (AuditResult result : results) {
            AuditResult.Quantities promised = result.promised();
            AuditResult.Quantities measured = result.measured();
            out().printf(
                            Locale.ROOT,
                            "%-43s %-17s %-16s %-13s %-15s %s%n",
                            "  " + result.name(),
                            pair("%.4g", promised.std(), measured.std()),
                            pair("%.2g", promised.mean(), measured.mean()),
                            pair("%.2f", promised.kurtosis(), measured.kurtosis()),
                            pair("%.3g", promised.farthest(), measured.farthest()),
                            result.kept() ? "kept" : "BROKEN");
            result.broken().forEach(respect -> out().println("      " + respect));
        }
    }

    private static String pair(String format, double promised, double measured) {
        return number(format, promised) + "  " + number(format, measured);
    }

    private static String number(String format, double value) {
        if (Double.isNaN(value)) {
            return "–";
        }
        return Double.isInfinite(value) ? "∞" : String.format(Locale.ROOT, format, value);
    }

    private void printJson(List<AuditResult> own, List<AuditResult> foreign, List<String> skipped) {
        try {
            out().println(JsonMapper.builder()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .build()
                    .writeValueAsString(Map.of(
                            "fanIn",
                            fanIn,
                            "fanOut",
                            fanOut,
                            "matrices",
                            matrices,
                            "initbench",
                            own,
                            "nd4j",
                            foreign,
                            "skipped",
                            skipped)));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
