package org.initbench.report;

import java.util.Objects;
import org.initbench.analysis.DoseResponse;
import org.initbench.analysis.EqualStartEnd;
import org.initbench.analysis.EqualStartEnd.ControlEnd;
import org.initbench.analysis.Estimate;
import org.initbench.analysis.Laboratory;
import org.initbench.analysis.Nearness;
import org.initbench.analysis.SpreadGrowth;
import org.initbench.analysis.StartContrast;
import org.initbench.analysis.WeightTravel;
import org.initbench.analysis.ZeroStart;
import org.initbench.report.Table.Cell;
import org.initbench.report.Table.Column;
import org.initbench.run.ArmDescription;
import org.jspecify.annotations.Nullable;

/** The tables of the symmetry laboratory. */
final class LaboratoryTables {
    private LaboratoryTables() {}

    /** A start as {@link Names#cell(String, org.initbench.init.ScaleKind, Double)} names it. */
    static String arm(ArmDescription arm) {
        return Names.cell(arm.initializer(), arm.scaleKind(), arm.scale());
    }

    /** A row a task and start with all weights equal, and a row a control that it is compared with. */
    static Table equalStarts(Laboratory laboratory) {
        Table.Builder table = new Table.Builder(
                "Where all-equal starts end; loss as a multiple of that of guessing",
                Column.text("Task"),
                Column.text("Start"),
                Column.number("Converged"),
                Column.number("Set apart by rounding"),
                Column.number("Their loss at the end"),
                Column.number("Loss of the others"),
                Column.number("Still falling"),
                Column.text("One unit a layer, from"),
                Column.number("Its loss at the end"),
                Column.number("Still falling"),
                Column.number("Difference"),
                Column.text("Verdict"));
        for (EqualStartEnd end : laboratory.equalStarts()) {
            if (end.controls().isEmpty()) {
                table.row(false, equal(table, end, Numbers.MISSING, Numbers.MISSING, null));
            }
            for (ControlEnd control : end.controls()) {
                table.row(false, equal(table, end, arm(control.arm()), ending(control.ending()), control));
            }
        }
        return table.build();
    }

    private static Cell[] equal(
            Table.Builder table, EqualStartEnd end, String from, String verdict, @Nullable ControlEnd control) {
        return new Cell[] {
            Cell.of(end.task()),
            Cell.of(arm(end.arm())),
            Cell.of(end.converged() + "/" + end.n()),
            Cell.of(end.rounding()),
            table.estimate(end.brokenLoss()),
            table.estimate(end.loss()),
            Cell.of(end.falling() + "/" + (end.n() - end.rounding())),
            Cell.of(from),
            control == null ? Cell.of(Numbers.MISSING) : table.estimate(control.loss()),
            Cell.of(control == null ? Numbers.MISSING : control.falling() + "/" + control.n()),
            control == null ? Cell.of(Numbers.MISSING) : table.estimate(control.difference()),
            Cell.of(end.ending() == EqualStartEnd.Ending.BROKEN ? ending(end.ending()) : verdict)
        };
    }

    private static String ending(EqualStartEnd.Ending ending) {
        return switch (ending) {
            case GUESSING -> "both no better than guessing";
            case ONE_UNIT -> "the same loss, better than guessing";
            case LOWER -> "lower";
            case HIGHER -> "higher";
            case FALLING -> "still falling";
            case OPEN -> "undecided";
            case BROKEN -> "set apart in every run";
            case NONE -> Numbers.MISSING;
        };
    }

    /** A row a task, shared value and size of the random part. */
    static Table doses(Laboratory laboratory) {
        Table.Builder table = new Table.Builder(
                "Epochs by the size of the random part",
                Column.text("Task"),
                Column.number("Weights around"),
                Column.number("Random part (std)"),
                Column.number("Converged"),
                Column.number("P(converge)"),
                Column.number("Lost to rounding"),
                Column.number("Median epochs"),
                Column.number("ERT"));
        for (DoseResponse dose : laboratory.doses()) {
            for (DoseResponse.Point point : dose.points()) {
                table.row(
                        Objects.equals(dose.smallest(), point.scale()),
                        Cell.of(dose.task()),
                        Cell.of(Numbers.of(dose.centre())),
                        Cell.of(Numbers.scale(point.scale())),
                        Cell.of(point.converged() + "/" + point.n()),
                        table.probability(point.pConverge()),
                        Cell.of(point.lost()),
                        table.estimate(point.median()),
                        table.estimate(point.ert()));
            }
        }
        return table.build();
    }

    /** A row a task and shared value: what a power of ten costs. */
    static Table prices(Laboratory laboratory) {
        Table.Builder table = new Table.Builder(
                "What each power of ten less costs",
                Column.text("Task"),
                Column.number("Weights around"),
                Column.number("Smallest with which all learned"),
                Column.number("Sizes fitted"),
                Column.number("Epochs per power of ten"),
                Column.number("Exponent of a power law"),
                Column.text("Better fit"));
        for (DoseResponse dose : laboratory.doses()) {
            DoseResponse.Price price = dose.price();
            table.row(
                    false,
                    Cell.of(dose.task()),
                    Cell.of(Numbers.of(dose.centre())),
                    Cell.of((dose.openBelow() ? "≤ " : "") + Numbers.scale(dose.smallest())),
                    price == null ? Cell.of(Numbers.MISSING) : Cell.of(price.scales()),
                    price == null ? undecided(table, dose) : table.estimate(price.perDecade()),
                    price == null ? Cell.of(Numbers.MISSING) : table.estimate(price.exponent()),
                    Cell.of(
                            price == null
                                    ? "undecided"
                                    : switch (price.law()) {
                                        case LOG -> "logarithmic";
                                        case POWER -> "power";
                                        case EITHER -> "undecided";
                                    }));
        }
        return table.build();
    }

    private static Cell undecided(Table.Builder table, DoseResponse dose) {
        return table.estimate(Estimate.undefined(0, dose.undecided()));
    }

    /** A row a start beside its plain random start. */
    static Table contrasts(Laboratory laboratory) {
        Table.Builder table = new Table.Builder(
                "Expected epochs as a multiple of the plain random start's",
                Column.text("Task"),
                Column.text("Start"),
                Column.text("Against"),
                Column.number("Converged"),
                Column.number("Converged there"),
                Column.number("Ratio"),
                Column.text("Verdict"));
        for (StartContrast contrast : laboratory.contrasts()) {
            table.row(
                    false,
                    Cell.of(contrast.task()),
                    table.noted(
                            arm(contrast.arm()),
                            contrast.copies().stream()
                                    .map(copy -> "the same runs as from " + arm(copy) + ", counted once")
                                    .toList()),
                    Cell.of(contrast.reference().initializer()),
                    Cell.of(contrast.converged() + "/" + contrast.n()),
                    Cell.of(contrast.referenceConverged() + "/" + contrast.referenceN()),
                    table.estimate(contrast.ratio()),
                    Cell.of(Names.word(contrast.verdict())));
        }
        return table.build();
    }

    /** A row a task, start and hidden layer that was looked into. */
    static Table growths(Laboratory laboratory) {
        Table.Builder table = new Table.Builder(
                "How the gap between units of the first hidden layer widens; medians of at most three runs, smallest and largest in brackets",
                Column.text("Task"),
                Column.text("Start"),
                Column.number("Layer, from 0"),
                Column.number("Runs"),
                Column.number("Spread at the start"),
                Column.number("at the end"),
                Column.number("Times as large"),
                Column.number("at the threshold"),
                Column.number("Half of the way by epoch"),
                Column.number("Epochs trained"));
        for (SpreadGrowth growth : LaboratoryFigures.drawn(laboratory.growths())) {
            table.row(
                    false,
                    Cell.of(growth.task()),
                    Cell.of(arm(growth.arm())),
                    Cell.of(growth.layer()),
                    Cell.of(growth.n()),
                    Cell.of(Numbers.of(growth.start())),
                    Cell.of(Numbers.of(growth.end())),
                    new Cell(
                            Numbers.of(growth.factor()),
                            Numbers.of(growth.low()) + "–" + Numbers.of(growth.high()),
                            ""),
                    Cell.of(Numbers.of(growth.atThreshold())),
                    Cell.of(Numbers.of(growth.half())),
                    Cell.of(Numbers.of(growth.epochs())));
        }
        return table.build();
    }

    /** A row a task that was started from zero, and layer. */
    static Table zeroStarts(Laboratory laboratory) {
        Table.Builder table = new Table.Builder(
                "What moved from zero",
                Column.text("Task"),
                Column.text("Layer"),
                Column.number("Weights"),
                Column.number("Weights of all layers that left zero"),
                Column.number("Gradient norm at the start"),
                Column.number("Largest at any look"),
                Column.number("Largest spread of its units"),
                Column.number("Loss at the end, of guessing"));
        for (ZeroStart start : laboratory.zeroStarts()) {
            for (ZeroStart.Layer layer : start.layers()) {
                table.row(
                        false,
                        Cell.of(start.task()),
                        Cell.of(layer.name()),
                        Cell.of(layer.weights()),
                        Cell.of(span(start.weights() - start.stayedMost(), start.weights() - start.stayed())),
                        Cell.of(Numbers.of(layer.firstGradient())),
                        Cell.of(Numbers.of(layer.largestGradient())),
                        Cell.of(Numbers.of(layer.largestSpread())),
                        table.estimate(start.loss()));
            }
        }
        return table.build();
    }

    private static String span(int low, int high) {
        return low == high ? Integer.toString(low) : low + "–" + high;
    }

    /** A row a task and standard deviation. */
    static Table travels(Laboratory laboratory) {
        Table.Builder table = new Table.Builder(
                "How far normal weights travel, in the runs that converged",
                Column.text("Task"),
                Column.number("std"),
                Column.number("Runs"),
                Column.number("Signs kept"),
                Column.number("Distance"),
                Column.number("As a multiple of the initial length"),
                Column.number("Epochs, of the fastest start's"),
                Column.number("of the largest std's"));
        for (WeightTravel travel : laboratory.travels()) {
            table.row(
                    false,
                    Cell.of(travel.task()),
                    Cell.of(Numbers.scale(travel.arm().scale())),
                    Cell.of(travel.signsKept().n() + "/" + travel.runs()),
                    table.probability(travel.signsKept()),
                    table.estimate(travel.distance()),
                    table.estimate(travel.relative()),
                    table.estimate(travel.ratio()),
                    travel.toLargest() == null ? Cell.of(Numbers.MISSING) : table.estimate(travel.toLargest()));
        }
        return table.build();
    }

    /** A row a task: rank correlations of the epochs within cells. */
    static Table nearness(Laboratory laboratory) {
        Table.Builder table = new Table.Builder(
                "Rank correlation with the epochs, within cells",
                Column.text("Task"),
                Column.number("Cells"),
                Column.number("Distance to the end"),
                Column.number("Initial loss"),
                Column.number("Signs kept"));
        for (Nearness near : laboratory.nearness()) {
            table.row(
                    false,
                    Cell.of(near.task()),
                    Cell.of(near.cells()),
                    table.estimate(near.distance()),
                    table.estimate(near.initialLoss()),
                    table.estimate(near.signsKept()));
        }
        return table.build();
    }
}
