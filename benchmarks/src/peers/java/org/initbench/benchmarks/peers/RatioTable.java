package org.initbench.benchmarks.peers;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.initbench.benchmarks.peers.PeerResults.Stacked;
import org.jspecify.annotations.Nullable;

/**
 * The table of ratios: a row a network, a column a peer, in each cell how many times as long as initbench the peer takes for
 * an epoch of one model. Plain text that is Markdown as well.
 */
final class RatioTable {

    /** Method of the benchmark that times initbench itself. */
    static final String INITBENCH = "stack";

    private static final List<String> PEERS = List.of("pyTorchStack", "pyTorch", "dl4j", "sameDiff");
    private static final List<String> HEAD = List.of(
            "network",
            "initbench, µs an epoch and model",
            "PyTorch, stack",
            "PyTorch, one model",
            "DL4J, one model",
            "SameDiff, one model");

    private RatioTable() {}

    /**
     * The table.
     *
     * @param results for each network the best time of each benchmark
     */
    static String of(Map<String, Map<String, Stacked>> results) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(HEAD);
        results.forEach((network, times) -> rows.add(row(network, times)));
        int[] widths = new int[HEAD.size()];
        rows.forEach(row -> {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        });
        StringBuilder text = new StringBuilder();
        rows.forEach(row -> {
            append(text, row, widths);
            if (row == HEAD) {
                append(text, List.of("---", "---:", "---:", "---:", "---:", "---:"), widths);
            }
        });
        return text.toString();
    }

    private static List<String> row(String network, Map<String, Stacked> times) {
        List<String> row = new ArrayList<>();
        Stacked own = times.get(INITBENCH);
        row.add(network);
        row.add(own == null ? "no such task" : withStack(own.perModel(), own.stackSize(), ""));
        for (String peer : PEERS) {
            Stacked time = times.get(peer);
            row.add(time == null ? "–" : cell(time, own));
        }
        return row;
    }

    private static String cell(Stacked time, @Nullable Stacked own) {
        return own == null
                ? withStack(time.perModel(), time.stackSize(), " µs")
                : withStack(time.perModel().ratioTo(own.perModel()), time.stackSize(), "×");
    }

    private static String withStack(Timing timing, int stackSize, String unit) {
        return number(timing) + unit + (stackSize > 1 ? " (stack " + stackSize + ")" : "");
    }

    /** To three digits, and the error to as many decimals. */
    private static String number(Timing timing) {
        int decimals = Math.max(0, 2 - (int) Math.floor(StrictMath.log10(timing.value())));
        String format = "%." + decimals + "f";
        String value = String.format(Locale.ROOT, format, timing.value());
        return Double.isNaN(timing.error())
                ? value + " ± ?"
                : value + " ± " + String.format(Locale.ROOT, format, timing.error());
    }

    private static void append(StringBuilder text, List<String> cells, int... widths) {
        for (int i = 0; i < widths.length; i++) {
            String cell = cells.get(i);
            text.append("| ").append(cell).append(" ".repeat(widths[i] - cell.length() + 1));
        }
        text.append("|\n");
    }
}
