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

    private EqualStartWords() {}

    private static final String CAVEAT =
            "A run that did not learn ended when its budget was spent, and its loss may still have been falling. Equal units"
                    + " compute what one unit with their summed outgoing weights computes, but learn at another effective"
                    + " rate: a lower or higher loss than that of one unit may be another speed and not another end.";

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
        details.add(controls(kept));
        kept.stream()
                .filter(end -> !end.controls().isEmpty() && !(end.guessing() && end.ending() == Ending.ONE_UNIT))
                .forEach(end -> details.add(detail(end)));
        linear(filter(all, end -> !end.hidden()), details);
        if (kept.stream().anyMatch(end -> !end.controls().isEmpty())) {
            details.add(CAVEAT);
        }
        return LaboratoryAnswer.of(QUESTION, brief(hidden), details);
    }

    private static String brief(List<EqualStartEnd> hidden) {
        List<EqualStartEnd> equal = filter(hidden, end -> end.converged() > end.roundingConverged());
        List<EqualStartEnd> broken = filter(hidden, end -> end.roundingConverged() > 0);
        String text = "Of " + hidden.size() + " all-equal starts of networks with a hidden layer, "
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
                + guessing.size() + " of " + kept.size() + " starts" + LaboratoryWords.colon(names(guessing)) + ".";
    }

    private static String controls(List<EqualStartEnd> kept) {
        List<EqualStartEnd> compared = filter(kept, end -> !end.controls().isEmpty());
        if (compared.isEmpty()) {
            return "Where a network of one unit a layer ends was not measured; the study symmetry measures it.";
        }
        List<String> parts = new ArrayList<>();
        parts.add(count(compared, Ending.ONE_UNIT) + " of " + compared.size() + " starts ended where it ends");
        part(parts, compared, Ending.LOWER, "lower");
        part(parts, compared, Ending.HIGHER, "higher");
        part(parts, compared, Ending.OPEN, "undecided");
        List<String> without = kept.stream()
                .filter(end -> end.controls().isEmpty())
                .map(EqualStartEnd::task)
                .distinct()
                .toList();
        return "Beside a network of one unit a layer, from the same start where it was run: " + String.join(", ", parts)
                + " (median losses, their difference with its interval within " + MARGIN + " of the loss of guessing)"
                + (without.isEmpty() ? "" : "; not measured for " + Words.list(without)) + ".";
    }

    private static void part(List<String> parts, List<EqualStartEnd> compared, Ending ending, String word) {
        List<EqualStartEnd> own = filter(compared, end -> end.ending() == ending);
        if (!own.isEmpty()) {
            parts.add(own.size() + " " + word + LaboratoryWords.colon(names(own)));
        }
    }

    private static int count(List<EqualStartEnd> compared, Ending ending) {
        return filter(compared, end -> end.ending() == ending).size();
    }

    private static String detail(EqualStartEnd end) {
        List<String> controls = end.controls().stream()
                .map(control -> "from " + from(end, control) + " at " + LaboratoryWords.number(control.loss()))
                .toList();
        return end.task() + " from " + Words.start(end.arm()) + " ended at " + LaboratoryWords.number(end.loss())
                + " of the loss of guessing; one unit a layer (" + end.control() + ") ended "
                + Words.list(controls) + ".";
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
        return LaboratoryWords.byTask(ends, EqualStartEnd::task, end -> Words.start(end.arm()));
    }

    private static List<EqualStartEnd> filter(List<EqualStartEnd> all, Predicate<EqualStartEnd> which) {
        return all.stream().filter(which).toList();
    }
}
