package org.initbench.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.initbench.analysis.EqualStartEnd.ControlEnd;
import org.initbench.analysis.EqualStartEnd.Ending;

/** Whether all-equal starts learn and where they end, in words. */
final class EqualStartWords {
    private static final String QUESTION = "Does an all-equal start ever learn, and where does it end?";
    private static final String MARGIN = Words.number(100 * EqualStartEnds.MARGIN) + " %";

    private static final String CAVEAT =
            "Still falling: in at least half of the runs, of the equal start or of a one-unit"
                    + " network that was not lower, the loss fell by more than " + Words.number(100 * LossCurves.FALL)
                    + " % over the second half of the budget, so that it is no end. Equal units compute what one unit with their summed"
                    + " outgoing weights computes, but learn at another effective rate.";

    /** The endings that are counted, in the order in which they are told. */
    private static final List<Ending> TOLD =
            List.of(Ending.GUESSING, Ending.ONE_UNIT, Ending.HIGHER, Ending.LOWER, Ending.FALLING, Ending.OPEN);

    private EqualStartWords() {}

    static LaboratoryAnswer answer(List<EqualStartEnd> all) {
        List<EqualStartEnd> hidden = filter(all, EqualStartEnd::hidden);
        if (hidden.isEmpty()) {
            return LaboratoryAnswer.missing(QUESTION, "zero or constant weights in a network with a hidden layer");
        }
        List<EqualStartEnd> kept = filter(hidden, end -> end.rounding() < end.n());
        List<String> details = new ArrayList<>();
        if (!kept.isEmpty()) {
            details.add(guessing(kept));
        }
        details.add(compared(kept));
        kept.stream()
                .filter(end -> !end.controls().isEmpty() && end.ending() != Ending.GUESSING)
                .forEach(end -> details.add(detail(end)));
        linear(filter(all, end -> !end.hidden()), details);
        if (kept.stream().anyMatch(end -> !end.controls().isEmpty())) {
            details.add(CAVEAT);
        }
        return LaboratoryAnswer.of(QUESTION, brief(hidden) + controls(kept), details);
    }

    private static String brief(List<EqualStartEnd> hidden) {
        List<EqualStartEnd> equal = filter(hidden, end -> end.converged() > end.roundingConverged());
        List<EqualStartEnd> broken = filter(hidden, end -> end.roundingConverged() > 0);
        String text = "Of " + Words.count(hidden.size(), "all-equal start") + " of networks with a hidden layer, "
                + (equal.isEmpty() ? "none" : equal.size()) + " reached the threshold with units that stayed equal"
                + LaboratoryWords.colon(names(equal));
        return broken.isEmpty()
                ? text + "."
                : text + "; " + broken.size() + " did in runs whose units rounding errors of the arithmetic set apart"
                        + LaboratoryWords.colon(names(broken)) + ".";
    }

    private static String guessing(List<EqualStartEnd> kept) {
        List<EqualStartEnd> guessing = filter(kept, EqualStartEnd::guessing);
        return "Runs whose units stayed equal ended at the loss of guessing, to within " + MARGIN + ", from "
                + guessing.size() + " of " + Words.count(kept.size(), "start") + LaboratoryWords.colon(names(guessing))
                + ".";
    }

    /** How many ended how beside one unit a layer; empty where that was not run. */
    private static String controls(List<EqualStartEnd> kept) {
        List<EqualStartEnd> compared = filter(kept, end -> !end.controls().isEmpty());
        if (compared.isEmpty()) {
            return "";
        }
        List<String> parts = TOLD.stream()
                .map(ending -> filter(compared, end -> end.ending() == ending))
                .filter(ends -> !ends.isEmpty())
                .map(ends -> ends.size() + " " + word(ends.get(0).ending()) + already(ends))
                .toList();
        return " When the budget was spent, of " + Words.count(compared.size(), "start")
                + " beside a network of one unit a layer: " + String.join("; ", parts) + ".";
    }

    /** How many of the starts that were still falling had left the one-unit network behind. */
    private static String already(List<EqualStartEnd> ends) {
        long lower = ends.stream()
                .filter(end -> end.ending() == Ending.FALLING)
                .filter(EqualStartEnd::isBelowControls)
                .count();
        return lower == 0 ? "" : ", " + lower + " of them already below the one-unit network";
    }

    private static String compared(List<EqualStartEnd> kept) {
        List<EqualStartEnd> compared = filter(kept, end -> !end.controls().isEmpty());
        if (compared.isEmpty()) {
            return "Where a network of one unit a layer ends was not measured; the study symmetry measures it.";
        }
        List<String> parts = new ArrayList<>();
        for (Ending ending : TOLD) {
            List<EqualStartEnd> own = filter(compared, end -> end.ending() == ending);
            if (!own.isEmpty()) {
                parts.add(own.size() + " " + word(ending) + LaboratoryWords.colon(names(own)));
            }
        }
        List<String> without = kept.stream()
                .filter(end -> end.controls().isEmpty())
                .map(EqualStartEnd::task)
                .distinct()
                .toList();
        return "Beside a network of one unit a layer, from the same start where it was run: "
                + String.join("; ", parts)
                + ". Compared are median losses; two are the same where their difference, with its"
                + " 95 % interval, is within " + MARGIN + " of the loss of guessing"
                + (without.isEmpty() ? "" : "; not measured for " + Words.list(without)) + ".";
    }

    private static String word(Ending ending) {
        return switch (ending) {
            case GUESSING -> "no better than guessing, nor was the one-unit network";
            case ONE_UNIT -> "better than guessing, at the loss of the one-unit network";
            case HIGHER -> "at a higher loss";
            case LOWER -> "at a lower loss";
            case FALLING -> "still falling";
            case OPEN -> "undecided";
            case BROKEN, NONE -> throw new IllegalArgumentException(ending + " is not compared");
        };
    }

    private static String detail(EqualStartEnd end) {
        List<String> controls = end.controls().stream()
                .map(control -> "from " + from(end, control) + " at " + LaboratoryWords.number(control.loss())
                        + falling(control.falling(), control.n()))
                .toList();
        return end.task() + " from " + Words.start(end.arm()) + " ended at " + LaboratoryWords.number(end.loss())
                + " of the loss of guessing" + falling(end.falling(), end.n() - end.rounding()) + "; one unit a layer ("
                + end.control() + ") ended " + Words.list(controls) + ".";
    }

    private static String falling(int falling, int n) {
        return falling == 0
                ? ""
                : n == 1 ? " (still falling)" : " (still falling in " + falling + " of " + n + " runs)";
    }

    private static String from(EqualStartEnd end, ControlEnd control) {
        return control.arm().equals(end.arm()) ? "the same start" : "its best " + Words.start(control.arm());
    }

    private static void linear(List<EqualStartEnd> linear, List<String> details) {
        if (!linear.isEmpty()) {
            List<EqualStartEnd> reached = filter(linear, end -> end.converged() > 0);
            details.add("Without a hidden layer there are no interchangeable units: " + reached.size() + " of "
                    + linear.size() + " all-equal starts reached the threshold" + LaboratoryWords.colon(names(reached))
                    + ".");
        }
    }

    private static String names(List<EqualStartEnd> ends) {
        return LaboratoryWords.byHead(ends, EqualStartEnd::task, end -> Words.start(end.arm()));
    }

    private static List<EqualStartEnd> filter(List<EqualStartEnd> all, Predicate<EqualStartEnd> which) {
        return all.stream().filter(which).toList();
    }
}
