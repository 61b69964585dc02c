package org.initbench.report;

import java.util.List;
import org.initbench.analysis.Analysis;
import org.initbench.analysis.CellSummary;
import org.initbench.analysis.ScaleResponse;
import org.initbench.analysis.TaskAnalysis;
import org.initbench.report.Table.Cell;
import org.initbench.report.Table.Column;

/** The tables of answers, shared by {@code report.html} and {@code answers.md}. */
final class TaskTables {
    private TaskTables() {}

    /** A row a task that is no control: its best cell. */
    static Table overview(Analysis analysis) {
        Table.Builder table = new Table.Builder(
                "The fastest start of each task",
                Column.text("Task"),
                Column.text("Kind of network"),
                Column.text("Fastest start"),
                Column.number("Median epochs"),
                Column.number("P(converge)"),
                Column.text("Good range of std (normal)"));
        for (TaskAnalysis task : analysis.networks()) {
            overviewRow(table, task);
        }
        return table.build();
    }

    private static void overviewRow(Table.Builder table, TaskAnalysis task) {
        Cell name = Cell.of(task.task().name());
        Cell kind = Cell.of(task.task().kind());
        Cell range = normalRange(task);
        if (task.best().isEmpty()) {
            table.row(false, name, kind, Cell.of("none"), Cell.of(Numbers.MISSING), Cell.of(Numbers.MISSING), range);
            return;
        }
        CellSummary best = task.best().get(0);
        Cell median = table.estimate(best.median());
        table.row(false, name, kind, Cell.of(Names.cell(best)), median, table.probability(best.pConverge()), range);
    }

    private static Cell normalRange(TaskAnalysis task) {
        for (ScaleResponse response : task.responses()) {
            if (response.initializer().equals("normal")) {
                String powers = response.goodRange() == null ? "" : Family.powers(response.goodRange());
                return new Cell(Family.range(response.goodRange()), powers, "");
            }
        }
        return Cell.of(Numbers.MISSING);
    }

    /** A row an initializer: its best scale. */
    static Table families(TaskAnalysis task) {
        Table.Builder table = new Table.Builder(
                "Each initializer at its best scale",
                Column.text("Initializer"),
                Column.number("Best scale"),
                Column.number("Median epochs"),
                Column.number("P(converge)"),
                Column.number("ERT"),
                Column.text("Good range"));
        for (Family family : Family.of(task)) {
            familyRow(table, family);
        }
        return table.build();
    }

    private static void familyRow(Table.Builder table, Family family) {
        Cell name = Cell.of(family.initializer());
        Cell range = Cell.of(family.goodRange());
        CellSummary best = family.best();
        if (best == null) {
            Cell none = Cell.of(Numbers.MISSING);
            table.row(false, name, none, none, none, none, range);
            return;
        }
        ScaleResponse response = family.response();
        String set = response == null ? "" : Family.set(response.byErt());
        Cell scale = new Cell(family.bestScale(), set, "");
        Cell median = table.estimate(best.median());
        Cell probability = table.probability(best.pConverge());
        table.row(family.bestOfTask(), name, scale, median, probability, table.estimate(best.ert()), range);
    }

    /** A row an initializer that was run at several scales: what is best by three criteria, and the good range. */
    static Table scales(TaskAnalysis task) {
        Table.Builder table = new Table.Builder(
                "Best scales by three criteria, and the good range",
                Column.text("Initializer"),
                Column.text("Scale is"),
                Column.number("Best by ERT"),
                Column.number("by restart ERT"),
                Column.number("by P(converge)"),
                Column.text("Good range"),
                Column.text("as std"),
                Column.text("as σ_w = std·√fan-in"));
        for (Family family : Family.of(task)) {
            ScaleResponse response = family.response();
            if (response != null) {
                scalesRow(table, family, response);
            }
        }
        return table.build();
    }

    private static void scalesRow(Table.Builder table, Family family, ScaleResponse response) {
        table.row(
                family.bestOfTask(),
                table.noted(
                        family.initializer(),
                        response.fastOrSafe()
                                ? List.of("depends on whether one wants to be fast or safe: the criteria differ by more"
                                        + " than a step of the grid")
                                : List.of()),
                Cell.of(response.scaleKind().label()),
                new Cell(family.best(response.byErt()), Family.set(response.byErt()), ""),
                new Cell(family.best(response.byRestartErt()), Family.set(response.byRestartErt()), ""),
                new Cell(family.best(response.byProbability()), Family.set(response.byProbability()), ""),
                Cell.of(Family.powers(response.goodRange())),
                Cell.of(Family.range(response.goodRangeStd())),
                table.noted(
                        Family.range(response.goodRangeNormalized()),
                        response.fanInConfounded()
                                ? List.of("the layers' fan-ins are too alike to tell std from σ_w")
                                : List.of()));
    }
}
