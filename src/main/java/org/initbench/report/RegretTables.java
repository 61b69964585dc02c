package org.initbench.report;

import java.util.ArrayList;
import java.util.List;
import org.initbench.analysis.RegretAnalysis;
import org.initbench.analysis.RegretAnalysis.FolkNumber;
import org.initbench.analysis.RegretAnalysis.WithoutTask;
import org.initbench.analysis.Rule;
import org.initbench.analysis.RuleRegret;
import org.initbench.analysis.TaskRegret;
import org.initbench.analysis.Universality;
import org.initbench.report.Table.Cell;
import org.initbench.report.Table.Column;
import org.jspecify.annotations.Nullable;

/** The tables of regrets. */
final class RegretTables {
    private RegretTables() {}

    /** A row a rule: its worst regret, its geometric mean, and whether it is good everywhere. */
    static Table rules(RegretAnalysis regret) {
        Table.Builder table = new Table.Builder(
                "Regret of every rule over " + regret.tasks().size() + " tasks",
                Column.text("Rule"),
                Column.text("People call it"),
                Column.number("Worst regret"),
                Column.text("on"),
                Column.number("Geometric mean"),
                Column.text("Good on every task"));
        for (RuleRegret rule : regret.rules()) {
            TaskRegret worst = rule.worst();
            table.row(
                    rule.universality() == Universality.SHOWN,
                    Cell.of(name(rule.rule())),
                    Cell.of(folk(regret, rule.rule())),
                    worst == null ? Cell.of(Numbers.MISSING) : cell(worst),
                    Cell.of(worst == null ? "" : worst.task()),
                    Cell.of(worst == null ? Numbers.MISSING : mean(rule)),
                    table.noted(
                            word(rule.universality()),
                            rule.missing().isEmpty()
                                    ? List.of()
                                    : List.of("not run on " + String.join(", ", rule.missing()))));
        }
        return table.build();
    }

    /** A row a rule, a column a task. */
    static Table tasks(RegretAnalysis regret) {
        List<Column> columns = new ArrayList<>();
        columns.add(Column.text("Rule"));
        regret.tasks().forEach(task -> columns.add(Column.number(task)));
        Table.Builder table = new Table.Builder("Regret of every rule on every task", columns.toArray(Column[]::new));
        for (RuleRegret rule : regret.rules()) {
            List<Cell> cells = new ArrayList<>();
            cells.add(Cell.of(name(rule.rule())));
            for (String task : regret.tasks()) {
                cells.add(rule.tasks().stream()
                        .filter(own -> own.task().equals(task))
                        .findFirst()
                        .map(RegretTables::cell)
                        .orElse(Cell.of(Numbers.MISSING)));
            }
            table.row(false, cells.toArray(Cell[]::new));
        }
        return table.build();
    }

    /** A row a task: what would be chosen without knowing it. */
    static Table withoutOne(RegretAnalysis regret) {
        Table.Builder table = new Table.Builder(
                "What the best rule of all other tasks costs on the task left out",
                Column.text("Task left out"),
                Column.text("Smallest worst regret elsewhere"),
                Column.number("Its regret here"),
                Column.text("Smallest geometric mean elsewhere"),
                Column.number("Its regret here"));
        for (WithoutTask without : regret.withoutOne()) {
            table.row(
                    false,
                    Cell.of(without.task()),
                    Cell.of(name(without.byWorst())),
                    cell(without.worstRegret()),
                    Cell.of(name(without.byMean())),
                    cell(without.meanRegret()));
        }
        return table.build();
    }

    private static String mean(RuleRegret rule) {
        return rule.geometricMean() == null ? "∞" : Numbers.of(rule.geometricMean());
    }

    static String name(@Nullable Rule rule) {
        return rule == null ? "none" : Names.cell(rule.initializer(), rule.scaleKind(), rule.scale());
    }

    private static String folk(RegretAnalysis regret, Rule rule) {
        return regret.folk().stream()
                .filter(folk -> rule.equals(folk.rule()))
                .map(FolkNumber::name)
                .findFirst()
                .orElse("");
    }

    private static Cell cell(@Nullable TaskRegret regret) {
        if (regret == null) {
            return Cell.of(Numbers.MISSING);
        }
        if (regret.value() == null) {
            return Cell.of(Double.isInfinite(regret.low()) ? "never" : "> " + Numbers.floor(regret.low()));
        }
        return new Cell(Numbers.of(regret.value()), Numbers.of(regret.low()) + "–" + Numbers.of(regret.high()), "");
    }

    private static String word(Universality universality) {
        return switch (universality) {
            case SHOWN -> "shown";
            case REFUTED -> "no";
            case NOT_EVERYWHERE -> "not run on every task";
            case OPEN -> "open";
        };
    }
}
