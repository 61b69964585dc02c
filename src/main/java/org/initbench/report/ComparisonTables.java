package org.initbench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.initbench.analysis.ScaleResponse.BestSet;
import org.initbench.compare.BundleInfo;
import org.initbench.compare.BundlePair;
import org.initbench.compare.CellAgreement;
import org.initbench.compare.Difference;
import org.initbench.compare.Effect;
import org.initbench.compare.EpochRatio;
import org.initbench.compare.EpochVerdict;
import org.initbench.compare.ScaleAgreement;
import org.initbench.compare.Speed;
import org.initbench.compare.StudyComparison;
import org.initbench.compare.TaskAgreement;
import org.initbench.compare.TimeRatio;
import org.initbench.compare.VerdictAgreement;
import org.initbench.report.Table.Cell;
import org.initbench.report.Table.Column;
import org.initbench.run.RateKind;
import org.jspecify.annotations.Nullable;

/** The tables of a comparison. */
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
            List<Cell> cells = new ArrayList<>(List.of(Cell.of(difference.label()), Cell.of(word(difference.effect()))));
            difference.values().forEach(value -> cells.add(Cell.of(value)));
            table.row(difference.effect() == Effect.BITS, cells.toArray(Cell[]::new));
        }
        return table.build();
    }

    /** What a property can change, as a word. */
    static String word(Effect effect) {
        return switch (effect) {
            case BITS -> "bits";
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
                Column.number("Runs"),
                Column.number("Equal to the bit"),
                Column.number("Half part by epoch"),
                Column.number("Converged in both"),
                Column.number("Only in A"),
                Column.number("Only in " + pair.label()),
                Column.number("p after Holm"),
                Column.number("Epochs, " + pair.label() + " over A"),
                Column.number("Replicates"),
                Column.number("p of TOST"),
                Column.text("Epochs are"));
        for (TaskAgreement task : pair.tasks()) {
            EpochRatio epochs = task.epochs();
            OptionalDouble parting = task.bits().medianParting();
            table.row(
                    epochs.verdict() == EpochVerdict.DIFFERENT || task.outcomes().differ(),
                    Cell.of(task.task()),
                    Cell.of(task.bits().runs()),
                    Cell.of(task.bits().equal()),
                    Cell.of(parting.isPresent() ? Numbers.of(parting.getAsDouble()) : Numbers.MISSING),
                    Cell.of(task.outcomes().both()),
                    Cell.of(task.outcomes().onlyFirst()),
                    Cell.of(task.outcomes().onlySecond()),
                    Cell.of(Numbers.of(task.outcomes().adjusted(), 2)),
                    ratio(epochs.ratio(), epochs.low(), epochs.high()),
                    Cell.of(epochs.replicates()),
                    Cell.of(Numbers.of(epochs.p(), 2)),
                    Cell.of(word(epochs.verdict())));
        }
        return table.build();
    }

    /** A verdict on epochs as a word. */
    static String word(EpochVerdict verdict) {
        return verdict == EpochVerdict.NOTHING ? "none to compare" : Names.word(verdict);
    }

    private static Cell ratio(@Nullable Double value, @Nullable Double low, @Nullable Double high) {
        String interval = low == null || high == null ? "" : Numbers.of(low) + "–" + Numbers.of(high);
        return new Cell(Numbers.of(value), interval, "");
    }

    /** A row a start on a task. */
    static Table cells(BundlePair pair) {
        Table.Builder table = new Table.Builder(
                "Every start on every task: A beside " + pair.label(),
                Column.text("Task"),
                Column.text("Start"),
                Column.number("Runs"),
                Column.number("Equal to the bit"),
                Column.number("Only in A"),
                Column.number("Only in " + pair.label()),
                Column.number("Epochs, " + pair.label() + " over A"));
        for (TaskAgreement task : pair.tasks()) {
            for (CellAgreement cell : task.cells()) {
                table.row(
                        cell.onlyFirst() + cell.onlySecond() > 0,
                        Cell.of(task.task()),
                        Cell.of(start(cell)),
                        Cell.of(cell.runs()),
                        Cell.of(cell.equal()),
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

    /** A row a task and initializer. */
    static Table scales(BundlePair pair) {
        Table.Builder table = new Table.Builder(
                "Best scales: A beside " + pair.label(),
                Column.text("Task"),
                Column.text("Initializer"),
                Column.number("Looks best in A"),
                Column.text("Set in A"),
                Column.number("Looks best in " + pair.label()),
                Column.text("Set in " + pair.label()),
                Column.number("Steps apart"),
                Column.text("The sets"));
        for (ScaleAgreement scale : pair.scales()) {
            Integer steps = scale.steps();
            table.row(
                    scale.overlap() == ScaleAgreement.Overlap.DISJOINT,
                    Cell.of(scale.task()),
                    Cell.of(scale.initializer() + ", " + scale.scaleKind().label()),
                    Cell.of(best(scale.first())),
                    Cell.of(members(scale.first())),
                    Cell.of(best(scale.second())),
                    Cell.of(members(scale.second())),
                    Cell.of(steps == null ? Numbers.MISSING : Integer.toString(steps)),
                    Cell.of(word(scale.overlap())));
        }
        return table.build();
    }

    private static String word(ScaleAgreement.Overlap overlap) {
        return switch (overlap) {
            case SAME -> "are the same";
            case OVERLAPPING -> "overlap";
            case NONE -> "one is empty";
            case DISJOINT -> "have nothing in common";
        };
    }

    private static String best(BestSet set) {
        return set.best() == null ? Numbers.MISSING : Numbers.scale(set.best());
    }

    private static String members(BestSet set) {
        return set.members().isEmpty()
                ? Numbers.MISSING
                : set.members().stream().map(Numbers::scale).collect(Collectors.joining(", "));
    }

    /** A row a claim. */
    static Table verdicts(BundlePair pair) {
        Table.Builder table = new Table.Builder(
                "Verdicts on claims: A beside " + pair.label(),
                Column.text("Claim"),
                Column.text("A"),
                Column.text(pair.label()),
                Column.text("They are"));
        for (VerdictAgreement verdict : pair.verdicts()) {
            table.row(
                    verdict.relation() == VerdictAgreement.Relation.OPPOSITE,
                    Cell.of(verdict.claim()),
                    Cell.of(QuestionTables.word(verdict.first())),
                    Cell.of(QuestionTables.word(verdict.second())),
                    Cell.of(word(verdict.relation())));
        }
        return table.build();
    }

    private static String word(VerdictAgreement.Relation relation) {
        return switch (relation) {
            case SAME -> "the same";
            case COMPATIBLE -> "no contradiction";
            case OPPOSITE -> "contradictory";
        };
    }

    /** A row a task and stack size, and one for all tasks. */
    static Table times(BundlePair pair, Speed speed) {
        Table.Builder table = new Table.Builder(
                "Time of an epoch of one model: A beside " + pair.label(),
                Column.text("Task"),
                Column.number("Stack"),
                Column.number("A, µs"),
                Column.number(pair.label() + ", µs"),
                Column.number(pair.label() + " over A"),
                Column.text("Which is faster"));
        for (TimeRatio time : speed.ratios()) {
            table.row(
                    false,
                    Cell.of(time.task()),
                    Cell.of(time.stackSize()),
                    Cell.of(Numbers.of(time.first())),
                    Cell.of(Numbers.of(time.second())),
                    ratio(time.ratio(), time.low(), time.high()),
                    Cell.of(faster(pair, time.decided(), time.ratio())));
        }
        table.row(
                true,
                Cell.of("geometric mean, " + speed.tasks() + (speed.tasks() == 1 ? " task" : " tasks")),
                Cell.of(""),
                Cell.of(""),
                Cell.of(""),
                ratio(speed.mean(), speed.low(), speed.high()),
                Cell.of(faster(pair, speed.decided(), speed.mean())));
        return table.build();
    }

    /** The faster bundle; {@code ~} where that is undecided. */
    static String faster(BundlePair pair, boolean decided, double ratio) {
        return !decided ? "~" : ratio < 1 ? pair.label() : "A";
    }
}
