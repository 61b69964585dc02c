package org.initbench.report;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.initbench.analysis.ScaleResponse.BestSet;
import org.initbench.compare.BundlePair;
import org.initbench.compare.ScaleAgreement;
import org.initbench.compare.Speed;
import org.initbench.compare.TimeRatio;
import org.initbench.compare.VerdictAgreement;
import org.initbench.report.Table.Cell;
import org.initbench.report.Table.Column;

/** The tables of a comparison: what is concluded from the runs, and how long they take. */
final class ComparedConclusions {
    private ComparedConclusions() {}

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
                Column.text("They are"),
                Column.text("Verdict"),
                Column.text("Claim"));
        for (VerdictAgreement verdict : unlikeFirst(pair.verdicts())) {
            table.row(
                    verdict.relation() == VerdictAgreement.Relation.OPPOSITE,
                    Cell.of(word(verdict.relation())),
                    Cell.of(verdicts(verdict, pair.label())),
                    Cell.of(verdict.claim()));
        }
        return table.build();
    }

    private static String verdicts(VerdictAgreement verdict, String label) {
        String first = QuestionTables.word(verdict.first());
        return verdict.relation() == VerdictAgreement.Relation.SAME
                ? first
                : first + " in A, " + QuestionTables.word(verdict.second()) + " in " + label;
    }

    private static List<VerdictAgreement> unlikeFirst(List<VerdictAgreement> verdicts) {
        return verdicts.stream()
                .sorted(Comparator.comparing(VerdictAgreement::relation).reversed())
                .toList();
    }

    private static String word(VerdictAgreement.Relation relation) {
        return switch (relation) {
            case SAME -> "the same";
            case COMPATIBLE -> "no contradiction";
            case OPPOSITE -> "contradictory";
        };
    }

    /** A row a task and stack size or blocks, and one for all tasks. */
    static Table times(BundlePair pair, Speed speed) {
        Table.Builder table = new Table.Builder(
                "Time of an epoch of one model: A beside " + pair.label(),
                Column.text("Task"),
                Column.text("Timed"),
                Column.number("A, µs"),
                Column.number(pair.label() + ", µs"),
                Column.number(pair.label() + " over A"),
                Column.text("Which is faster"));
        for (TimeRatio time : speed.ratios()) {
            table.row(
                    false,
                    Cell.of(time.task()),
                    Cell.of(time.timed()),
                    Cell.of(Numbers.of(time.first())),
                    Cell.of(Numbers.of(time.second())),
                    ComparisonTables.ratio(time.ratio(), time.low(), time.high()),
                    Cell.of(faster(pair, time.decided(), time.ratio())));
        }
        table.row(
                true,
                Cell.of("geometric mean, " + speed.tasks() + (speed.tasks() == 1 ? " task" : " tasks")),
                Cell.of(""),
                Cell.of(""),
                Cell.of(""),
                ComparisonTables.ratio(speed.mean(), speed.low(), speed.high()),
                Cell.of(faster(pair, speed.decided(), speed.mean())));
        return table.build();
    }

    /** The faster bundle; {@code ~} where that is undecided. */
    static String faster(BundlePair pair, boolean decided, double ratio) {
        return !decided ? "~" : ratio < 1 ? pair.label() : "A";
    }
}
