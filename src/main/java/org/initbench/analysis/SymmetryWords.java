package org.initbench.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.initbench.run.ArmDescription;

/** When equal hidden units came apart, in words. */
final class SymmetryWords {
    private SymmetryWords() {}

    /** A sentence for all starts of which the same is to be said. */
    static List<String> sentences(List<SymmetryBreaking> all) {
        Map<String, List<String>> alike = new LinkedHashMap<>();
        for (SymmetryBreaking breaking : all) {
            if (breaking.equal() > 0) {
                alike.computeIfAbsent(told(breaking), k -> new ArrayList<>())
                        .add(Words.start(new ArmDescription(
                                breaking.initializer(), breaking.scaleKind(), breaking.scale(), false)));
            }
        }
        return alike.entrySet().stream()
                .map(entry -> "Started from " + Words.list(entry.getValue()) + ", " + entry.getKey() + ".")
                .toList();
    }

    private static String told(SymmetryBreaking breaking) {
        int n = breaking.equal();
        if (breaking.broken() == 0) {
            return n == 1
                    ? "hidden units that started equal stayed equal to the last bit"
                    : "hidden units that started equal stayed equal to the last bit in all " + n + " runs";
        }
        String runs = n == 1 ? "" : " in " + breaking.broken() + " of " + n + " runs";
        return "hidden units that started equal differed in some bit" + runs + when(breaking.epochs())
                + (breaking.visible() == 0
                        ? ", but never by more than a millionth"
                        : ", and by more than a millionth"
                                + (n == 1 ? "" : " in " + breaking.visible())
                                + when(breaking.visibleEpochs()));
    }

    private static String when(Estimate epochs) {
        Double value = epochs.value();
        return value == null
                ? ""
                : epochs.n() == 1 ? " after " + count(value) : " (median: after " + count(value) + ")";
    }

    private static String count(double epochs) {
        String number = Words.number(epochs);
        return number + (number.equals("1") ? " epoch" : " epochs");
    }
}
