package org.initbench.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.initbench.analysis.Sensitivity.ScaleFlip;
import org.initbench.analysis.Sensitivity.Varied;

/** Which conclusions would be others, in sentences. */
final class SensitivityWords {
    private SensitivityWords() {}

    static List<String> sentences(List<Varied> variations) {
        List<String> sentences = new ArrayList<>();
        variations.forEach(varied -> sentences.add(sentence(varied)));
        return List.copyOf(sentences);
    }

    private static String sentence(Varied varied) {
        List<String> parts = new ArrayList<>();
        if (varied.scales() > 0) {
            parts.add("the best standard deviation of " + TaskAnswer.FAMILY
                    + " weights lies outside the headline's set in "
                    + varied.scaleFlips().size() + " of " + Words.count(varied.scales(), "task")
                    + list(varied.scaleFlips().stream()
                            .map(SensitivityWords::flip)
                            .toList()));
        }
        if (varied.verdicts() > 0) {
            parts.add(varied.verdictFlips().size() + " of " + Words.count(varied.verdicts(), "verdict") + " change"
                    + (varied.verdictFlips().size() == 1 ? "s" : "")
                    + list(varied.verdictFlips().stream()
                            .map(flip -> flip.id() + " from " + Standing.word(flip.headline()) + " to "
                                    + Standing.word(flip.other()))
                            .toList()));
        }
        return "At " + varied.name() + " "
                + (parts.isEmpty() ? "there is nothing to compare" : String.join("; ", parts)) + ".";
    }

    private static String list(List<String> flips) {
        return flips.isEmpty() ? "" : flips.stream().collect(Collectors.joining(", ", " (", ")"));
    }

    private static String flip(ScaleFlip flip) {
        Double other = flip.other();
        return flip.task() + ": " + (other == null ? "none" : Words.power(other)) + " instead of "
                + Words.power(flip.headline());
    }
}
