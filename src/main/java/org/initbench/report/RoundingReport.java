package org.initbench.report;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.initbench.analysis.EqualStartFate;
import org.initbench.analysis.RoundingComparison;
import org.initbench.analysis.RoundingComparison.Machine;
import org.initbench.analysis.RoundingWords;

/** Renders what equal starts became in several arithmetics. */
public final class RoundingReport {

    private static final List<String> COLUMNS = List.of(
            "task",
            "initializer",
            "scale",
            "engine",
            "precision",
            "runs",
            "apart",
            "apart_visibly",
            "converged",
            "converged_apart",
            "epoch");

    private RoundingReport() {}

    /** The answer and a table for each precision: a row for each start, a column for each arithmetic. */
    public static String markdown(RoundingComparison comparison) {
        StringBuilder text = new StringBuilder("# Do equal weights stay equal?\n\n");
        text.append(
                "Hidden units that start equal get equal gradients. Where they come apart all the same, it is by rounding.\n");
        text.append(
                "**=**: equal to the last bit in every run. A number: the first epoch looked at where they differed in the last"
                        + " bit\nor more. **(n/m)**: in n of m runs. **learned**: a run whose units came apart reached the threshold.\n"
                        + "**digest**: of a fixed computation in single precision; equal digests, equal arithmetic there.\n\n");
        RoundingWords.sentences(comparison)
                .forEach(sentence -> text.append("- ").append(sentence).append('\n'));
        comparison.machines().stream()
                .map(Machine::precision)
                .distinct()
                .forEach(precision -> table(text, comparison, precision));
        return text.toString();
    }

    private static void table(StringBuilder text, RoundingComparison comparison, String precision) {
        List<Machine> machines = comparison.machines().stream()
                .filter(machine -> machine.precision().equals(precision))
                .toList();
        text.append("\n## ").append(precision).append("\n\n");
        row(text, "task", "start", machines.stream().map(Machine::name).toList());
        row(text, "---", "---", Collections.nCopies(machines.size(), "---"));
        List<List<EqualStartFate>> columns =
                machines.stream().map(comparison::fatesOf).toList();
        for (int i = 0; i < columns.get(0).size(); i++) {
            List<String> cells = new ArrayList<>();
            for (List<EqualStartFate> column : columns) {
                cells.add(cell(column.get(i)));
            }
            EqualStartFate first = columns.get(0).get(i);
            row(text, "`" + first.task() + "`", first.start(), cells);
        }
        row(text, "digest", "", machines.stream().map(Machine::digest).toList());
    }

    private static void row(StringBuilder text, String first, String second, List<String> others) {
        text.append("| ").append(first).append(" | ").append(second).append(" |");
        others.forEach(cell -> text.append(' ').append(cell).append(" |"));
        text.append('\n');
    }

    private static String cell(EqualStartFate fate) {
        if (!fate.broken()) {
            return "=";
        }
        return Numbers.ascii(fate.epoch(), 2)
                + (fate.apart() < fate.n() ? " (" + fate.apart() + "/" + fate.n() + ")" : "")
                + (fate.convergedApart() > 0 ? " learned" : "");
    }

    /** A row for each start and arithmetic; {@code epoch} is empty where units never came apart. */
    public static String csv(RoundingComparison comparison) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(COLUMNS);
            for (EqualStartFate fate : comparison.fates()) {
                Double scale = fate.arm().scale();
                Double epoch = fate.epoch();
                csv.writeRecord(
                        fate.task(),
                        fate.arm().initializer(),
                        scale == null ? "" : scale.toString(),
                        fate.machine(),
                        fate.precision(),
                        Integer.toString(fate.n()),
                        Integer.toString(fate.apart()),
                        Integer.toString(fate.visibly()),
                        Integer.toString(fate.converged()),
                        Integer.toString(fate.convergedApart()),
                        epoch == null ? "" : epoch.toString());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
