package org.initbench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.initbench.analysis.PairedStarts;
import org.initbench.analysis.PairedTask;
import org.initbench.analysis.PairedTask.Adjusted;
import org.initbench.analysis.PairedTask.Finding;
import org.initbench.analysis.Rule;

/** Two starts, compared on each task, as a terminal shows them. */
public final class PairedText {
    private static final int GAP = 2;
    private static final List<String> HEADINGS = List.of(
            "task", "both", "only 1st", "only 2nd", "ratio of epochs", "A12", "p time", "p share", "p equal", "");

    private PairedText() {}

    /**
     * The table, the key to its columns, and what it says; lines of at most some 120 columns, each ended.
     *
     * @param compared the comparisons
     */
    public static String render(PairedStarts compared) {
        List<List<String>> rows = new ArrayList<>(List.of(HEADINGS));
        compared.tasks().forEach(task -> rows.add(row(task)));
        StringBuilder text = new StringBuilder();
        text.append("1st: ").append(name(compared.first())).append("; 2nd: ").append(name(compared.second()));
        text.append("; study ")
                .append(compared.study())
                .append(", paired by replicate")
                .append("\n\n");
        int[] widths = new int[HEADINGS.size()];
        rows.forEach(row -> {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        });
        rows.forEach(row -> text.append(line(row, widths)).append('\n'));
        text.append('\n')
                .append(key(compared))
                .append('\n')
                .append(summary(compared))
                .append('\n');
        if (!compared.missing().isEmpty()) {
            text.append("Not run with both: ")
                    .append(String.join(", ", compared.missing()))
                    .append(".\n");
        }
        return text.toString();
    }

    private static String name(Rule rule) {
        return rule.scale() == null
                ? rule.initializer()
                : rule.initializer() + ", " + rule.scaleKind().label() + " " + Numbers.ascii(rule.scale(), 3);
    }

    private static List<String> row(PairedTask task) {
        return List.of(
                task.task(),
                task.bothConverged() + " of " + task.pairs(),
                Integer.toString(task.onlyFirst()),
                Integer.toString(task.onlySecond()),
                ratio(task),
                String.format(Locale.ROOT, "%.2f", task.superiority()),
                p(task.time()),
                p(task.convergence()),
                p(task.equivalence()),
                word(task.finding()));
    }

    private static String ratio(PairedTask task) {
        Double low = task.ratio().low();
        Double high = task.ratio().high();
        String value = Numbers.ascii(task.ratio().value(), 3);
        return low == null || high == null
                ? value
                : value + " (" + Numbers.ascii(low, 3) + " to " + Numbers.ascii(high, 3) + ")";
    }

    private static String p(Adjusted value) {
        return value.holm() < 5e-4 ? "<0.001" : String.format(Locale.ROOT, "%.3f", value.holm());
    }

    private static String word(Finding finding) {
        return switch (finding) {
            case FIRST_FASTER -> "1st faster";
            case SECOND_FASTER -> "2nd faster";
            case EQUIVALENT -> "equivalent";
            case OPEN -> "open";
        };
    }

    private static String line(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String padding = " ".repeat(widths[i] - row.get(i).length());
            boolean words = i == 0 || i == widths.length - 1;
            line.append(i == 0 ? "" : " ".repeat(GAP)).append(words ? row.get(i) + padding : padding + row.get(i));
        }
        return line.toString().stripTrailing();
    }

    private static String key(PairedStarts compared) {
        String margin = Numbers.ascii(compared.margin(), 3);
        return String.join(
                "\n",
                "both, only 1st, only 2nd: pairs whose runs converged; ratio of epochs: Hodges-Lehmann, 1st / 2nd, with its 95 %",
                "interval, among pairs that both converged; A12: probability that the 1st takes fewer epochs; p time: sign-flip",
                "permutation test of min(T, B); p share: McNemar; p equal: two one-sided tests of a ratio within 1/"
                        + margin + " to " + margin + ".",
                "Last column: equivalent where p equal is below 5 %, else faster where p time is, else open.",
                "All p-values are adjusted by Holm for " + compared.tasks().size()
                        + (compared.tasks().size() == 1 ? " task." : " tasks."));
    }

    private static String summary(PairedStarts compared) {
        return "At 5 %: 1st faster on " + compared.count(Finding.FIRST_FASTER) + ", 2nd faster on "
                + compared.count(Finding.SECOND_FASTER) + ", equivalent on " + compared.count(Finding.EQUIVALENT)
                + ", open on " + compared.count(Finding.OPEN) + " of "
                + compared.tasks().size()
                + ".\nExploratory: a claim is written down before the runs, in hypotheses.yaml.";
    }
}
