package org.initbench.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.initbench.analysis.RoundingComparison.Machine;

/** In which arithmetic equal starts stay equal, and in which rounding sets units apart, in words. */
public final class RoundingWords {

    private RoundingWords() {}

    /** One sentence or two for each arithmetic, in their order. */
    public static List<String> sentences(RoundingComparison comparison) {
        List<String> sentences = new ArrayList<>();
        for (Machine machine : comparison.machines()) {
            sentences.add(machine.name() + ", " + machine.precision() + ": " + told(comparison.fatesOf(machine)) + ".");
        }
        return List.copyOf(sentences);
    }

    private static String told(List<EqualStartFate> fates) {
        List<EqualStartFate> broken =
                fates.stream().filter(EqualStartFate::broken).toList();
        if (broken.isEmpty()) {
            return fates.isEmpty()
                    ? "the study has no start that makes hidden units equal"
                    : "hidden units stayed equal to the last bit in every run of all "
                            + Words.count(fates.size(), "equal start");
        }
        double first = broken.stream()
                .map(EqualStartFate::epoch)
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .min()
                .orElse(Double.NaN);
        int learned =
                (int) broken.stream().filter(fate -> fate.convergedApart() > 0).count();
        int visible = (int) broken.stream().filter(fate -> fate.visibly() > 0).count();
        return "rounding set hidden units apart in " + broken.size() + " of "
                + Words.count(fates.size(), "equal start") + ", first at epoch " + Words.number(first) + "; in "
                + visible + " the gap grew beyond 10^-6 of the weights, and " + learned
                + " then reached the threshold";
    }
}
