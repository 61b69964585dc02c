package org.initbench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.initbench.compare.BundleInfo;
import org.initbench.compare.BundlePair;
import org.initbench.compare.CellAgreement;
import org.initbench.compare.Difference;
import org.initbench.compare.Effect;
import org.initbench.compare.EpochRatio;
import org.initbench.compare.EpochVerdict;
import org.initbench.compare.StudyComparison;
import org.initbench.compare.TaskAgreement;
import org.initbench.report.Table.Cell;
import org.initbench.report.Table.Column;
import org.initbench.run.RateKind;
import org.jspecify.annotations.Nullable;

/** The tables of a comparison: bundles, machines, and what became of the runs. */
final class ComparisonTables {
    private ComparisonTables() {}

    /** A row a bundle. */
    static Table bundles(StudyComparison comparison) {
        Table.Builder table = new Table.Builder(
                "The bundles",
                Column.text("Bundle"),
                Column.text("Folder"),
                Column.text("Study"),
                Column.text("Host"),
                Column.text("Processor"),
                Column.text("BLAS"),
                Column.text("Started"),
                Column.number("Runs"));
        for (BundleInfo bundle : comparison.bundles()) {
            table.row(
                    false,
                    Cell.of(bundle.label()),
                    Cell.of(bundle.folder()),
                    Cell.of(bundle.study()),
                    Cell.of(bundle.host()),
                    Cell.of(bundle.cpuModel()),
                    Cell.of(bundle.blas()),
                    Cell.of(Fact.when(bundle.started())),
                    Cell.of(bundle.runs()));
        }
        return table.build();
    }

    /** A row a property that differs, the most relevant first. */
    static Table environments(StudyComparison comparison) {
        List<Column> columns = new ArrayList<>(List.of(Column.text("Property"), Column.text("Can change")));
        comparison.bundles().forEach(bundle -> columns.add(Column.text(bundle.label())));
        Table.Builder table =
                new Table.Builder("What differs between the machines and the software", columns.toArray(Column[]::new));
        for (Difference difference : comparison.environments()) {
            List<Cell> cells =
                    new ArrayList<>(List.of(Cell.of(difference.label()), Cell.of(word(difference.effect()))));
            difference.values().forEach(value -> cells.add(Cell.of(value)));
            table.row(difference.effect() == Effect.BITS, cells.toArray(Cell[]::new));
        }
        return table.build();
    }

    /** What a property can change, as a word. */
    static String word(Effect effect) {
        return switch (effect) {
            case BITS -> "bits";
            case SIGN -> "nothing, but shows that bits differ";
            case TIME -> "time";
            case NOTHING -> "nothing";
            case UNKNOWN -> "not known";
        };
    }

    /** A row a task. */
    static Table tasks(BundlePair pair) {
        Table.Builder table = new Table.Builder(
                "Every task: A beside " + pair.label(),
                Column.text("Task"),
                Column.number("Equal bits"),
                Column.number("Half part by"),
                Column.number("Both"),
                Column.number("Only A"),
                Column.number("Only " + pair.label()),
                Column.number("p (Holm)"),
                Column.number("Epochs " + pair.label() + "/A"),
                Column.number("p (TOST)"),
                Column.text("Epochs are"),
                Column.number("Replicates"));
        for (TaskAgreement task : pair.tasks()) {
            EpochRatio epochs = task.epochs();
            OptionalDouble parting = task.bits().medianParting();
            table.row(
                    epochs.verdict() == EpochVerdict.DIFFERENT
                            || task.outcomes().differ()
                            || task.outcomes().unlike(),
                    Cell.of(task.task()),
                    Cell.of(task.bits().equal() + " of " + task.bits().runs()),
                    Cell.of(parting.isPresent() ? Numbers.of(parting.getAsDouble()) : Numbers.MISSING),
                    Cell.of(task.outcomes().both()),
                    Cell.of(task.outcomes().onlyFirst()),
                    Cell.of(task.outcomes().onlySecond()),
                    Cell.of(Numbers.of(task.outcomes().adjusted(), 2)),
                    ratio(epochs.ratio(), epochs.low(), epochs.high()),
                    Cell.of(Numbers.of(epochs.p(), 2)),
                    Cell.of(word(epochs.verdict())),
                    Cell.of(epochs.replicates()));
        }
        return table.build();
    }

    /** A verdict on epochs as a word. */
    static String word(EpochVerdict verdict) {
        return verdict == EpochVerdict.NOTHING ? "none to compare" : Names.word(verdict);
    }

    /** A ratio with its interval. */
    static Cell ratio(@Nullable Double value, @Nullable Double low, @Nullable Double high) {
        String interval = low == null || high == null ? "" : Numbers.of(low) + "–" + Numbers.of(high);
        return new Cell(Numbers.of(value), interval, "");
    }

    /** A row a start on a task. */
    static Table cells(BundlePair pair) {
        Table.Builder table = new Table.Builder(
                "Every start on every task: A beside " + pair.label(),
                Column.text("Task"),
                Column.text("Start"),
                Column.number("Equal bits"),
                Column.number("Only A"),
                Column.number("Only " + pair.label()),
                Column.number("Epochs " + pair.label() + "/A"));
        for (TaskAgreement task : pair.tasks()) {
            for (CellAgreement cell : task.cells()) {
                table.row(
                        cell.differing() > 0,
                        Cell.of(task.task()),
                        Cell.of(start(cell)),
                        Cell.of(cell.equal() + " of " + cell.runs()),
                        Cell.of(cell.onlyFirst()),
                        Cell.of(cell.onlySecond()),
                        Cell.of(Numbers.of(cell.ratio())));
            }
        }
        return table.build();
    }

    /** A start and, where it is not the task's own, its learning rate. */
    static String start(CellAgreement cell) {
        String name = Names.cell(cell.initializer(), cell.scaleKind(), cell.scale());
        Double rate = cell.learningRate();
        return rate != null
                ? name + ", learning rate " + Numbers.of(rate)
                : name + (cell.rate() == RateKind.TUNED ? ", tuned learning rate" : "");
    }
}
