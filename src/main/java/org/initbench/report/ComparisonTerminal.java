package org.initbench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.initbench.compare.BundleInfo;
import org.initbench.compare.BundlePair;
import org.initbench.compare.Difference;
import org.initbench.compare.Effect;
import org.initbench.compare.EpochRatio;
import org.initbench.compare.Speed;
import org.initbench.compare.StudyComparison;
import org.initbench.compare.TaskAgreement;
import org.initbench.compare.TimeRatio;
import org.jspecify.annotations.Nullable;

/** A comparison as a terminal shows it: the bundles, the answer in words, what differs in the machines, a row a task. */
public final class ComparisonTerminal {
    private final TerminalWriter out;

    private ComparisonTerminal(boolean ansi, int width) {
        this.out = new TerminalWriter(ansi, width);
    }

    /**
     * Renders a comparison.
     *
     * @param comparison what to show
     * @param ansi whether the terminal understands bold and dim
     * @param width columns of the terminal, to which words are wrapped; tables are as wide as they must be
     * @return lines, each ended by a line feed; nothing in the comparison can send control sequences to the terminal
     */
    public static String render(StudyComparison comparison, boolean ansi, int width) {
        ComparisonTerminal terminal = new ComparisonTerminal(ansi, width);
        terminal.bundles(comparison);
        terminal.answer(comparison);
        terminal.environments(comparison);
        comparison.pairs().forEach(terminal::tasks);
        comparison.pairs().forEach(terminal::times);
        return terminal.out.text();
    }

    private void bundles(StudyComparison comparison) {
        for (BundleInfo bundle : comparison.bundles()) {
            out.bold(bundle.label() + "  " + bundle.folder());
            out.dimParagraph(
                    bundle.study() + ", " + bundle.runs() + " runs, " + bundle.cpuModel() + ", " + bundle.blas() + ", "
                            + Fact.when(bundle.started()),
                    "   ");
        }
        out.gap();
    }

    private void answer(StudyComparison comparison) {
        out.bold("Answer: " + Names.word(comparison.accord()));
        comparison.answer().forEach(sentence -> out.paragraph(sentence, "  "));
        comparison.caveats().forEach(caveat -> out.dimParagraph(caveat, "  "));
        out.gap();
    }

    private void environments(StudyComparison comparison) {
        out.bold("What differs between the machines and the software, the most relevant first");
        if (comparison.environments().isEmpty()) {
            out.paragraph("nothing", "  ");
        }
        List<String> signs = new ArrayList<>();
        for (Difference difference : comparison.environments()) {
            if (difference.effect() == Effect.SIGN) {
                signs.add(difference.label());
                continue;
            }
            List<String> values = new ArrayList<>();
            for (int i = 0; i < difference.values().size(); i++) {
                values.add(comparison.bundles().get(i).label() + " "
                        + difference.values().get(i));
            }
            out.paragraph(
                    difference.label() + " (can change: " + ComparisonTables.word(difference.effect()) + "): "
                            + String.join("; ", values),
                    "  ");
        }
        if (!signs.isEmpty()) {
            out.paragraph("digests that show that bits differ: " + String.join(", ", signs), "  ");
        }
        out.gap();
    }

    private void tasks(BundlePair pair) {
        out.bold("Every task: A beside " + pair.label());
        List<String> headings = List.of(
                "task",
                "equal bits",
                "part at",
                "both",
                "only A",
                "only " + pair.label(),
                "p (Holm)",
                "epochs " + pair.label() + "/A",
                "epochs are");
        table(headings, pair.tasks().stream().map(ComparisonTerminal::row).toList());
        out.dimParagraph(
                "equal bits: runs that are the same to the last bit; part at: epoch by which half of the others have parted;"
                        + " both, only: runs that converged; p: exact McNemar test",
                "");
        out.gap();
    }

    private static List<String> row(TaskAgreement task) {
        OptionalDouble parting = task.bits().medianParting();
        EpochRatio epochs = task.epochs();
        return List.of(
                task.task(),
                task.bits().equal() + " of " + task.bits().runs(),
                parting.isPresent() ? Numbers.ascii(parting.getAsDouble(), 3) : Numbers.MISSING,
                Integer.toString(task.outcomes().both()),
                Integer.toString(task.outcomes().onlyFirst()),
                Integer.toString(task.outcomes().onlySecond()),
                Numbers.ascii(task.outcomes().adjusted(), 2),
                Numbers.ascii(epochs.ratio(), 3) + interval(epochs.low(), epochs.high()),
                ComparisonTables.word(epochs.verdict()));
    }

    private void times(BundlePair pair) {
        Speed speed = pair.speed();
        if (speed == null) {
            return;
        }
        out.bold("Time of an epoch of one model, in microseconds: A beside " + pair.label());
        List<List<String>> rows = new ArrayList<>();
        for (TimeRatio time : speed.ratios()) {
            rows.add(List.of(
                    time.task(),
                    time.timed(),
                    Numbers.ascii(time.first(), 3),
                    Numbers.ascii(time.second(), 3),
                    ratio(time.decided(), time.ratio(), time.low(), time.high())));
        }
        rows.add(
                List.of("geometric mean", "", "", "", ratio(speed.decided(), speed.mean(), speed.low(), speed.high())));
        table(List.of("task", "", "A", pair.label(), pair.label() + "/A"), rows);
        out.dimParagraph("~: undecided", "");
        out.gap();
    }

    /** A ratio with its interval, or a tilde where the interval holds 1 or there is none. */
    private static String ratio(boolean decided, double value, @Nullable Double low, @Nullable Double high) {
        return (decided ? "" : "~ ") + Numbers.ascii(value, 3) + interval(low, high);
    }

    private static String interval(@Nullable Double low, @Nullable Double high) {
        return low == null || high == null ? "" : " [" + Numbers.ascii(low, 3) + "-" + Numbers.ascii(high, 3) + "]";
    }

    private void table(List<String> headings, List<List<String>> rows) {
        List<String> lines = new TerminalTable(headings, rows, List.of()).lines(headings.size());
        out.dim(lines.get(0));
        lines.stream().skip(1).forEach(out::line);
    }
}
