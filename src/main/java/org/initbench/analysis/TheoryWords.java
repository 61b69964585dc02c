package org.initbench.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.initbench.analysis.TheoryComparison.Layer;
import org.initbench.analysis.TheoryComparison.Match;
import org.initbench.analysis.TheoryComparison.Verdict;
import org.initbench.run.ArmDescription;
import org.jspecify.annotations.Nullable;

/** In how many layers theory and measurement agree, in words. */
final class TheoryWords {

    private TheoryWords() {}

    /** A match that failed, and where. */
    private record Miss(TheoryComparison cell, Layer layer, String quantity, Match match) {

        /** Distance of measurement and prediction, in units of what is allowed. */
        double distance() {
            Double measured = match.measured();
            Double factor = match.factor();
            double ratio = measured == null ? 1 : measured / match.predicted();
            double distance = Math.abs(Math.log(ratio)) / Math.log(factor == null ? Math.E : factor);
            return Double.isNaN(distance) ? Double.POSITIVE_INFINITY : distance;
        }

        String text() {
            Double measured = match.measured();
            return quantity + " of layer " + (layer.layer() + 1) + " from "
                    + Words.start(new ArmDescription(cell.initializer(), cell.scaleKind(), cell.scale(), false)) + " ("
                    + Words.number(measured == null ? Double.NaN : measured) + ", predicted "
                    + Words.number(match.predicted())
                    + ")";
        }
    }

    /** A sentence; none if nothing was compared. Starts whose weights depend on each other, which theory neglects, do not count. */
    static List<String> sentences(List<TheoryComparison> all) {
        List<Miss> misses = new ArrayList<>();
        Optional<String> variances =
                counted(all, "variances of activations", "the variance", Layer::activationVariance, misses);
        Optional<String> derivatives =
                counted(all, "mean squares of derivatives", "the derivative", Layer::derivative, misses);
        if (variances.isEmpty()) {
            return List.of();
        }
        String sentence = "Before the first update mean-field theory predicts " + variances.get()
                + derivatives.map(text -> ", and " + text).orElse("")
                + ", to within what networks of this width stray";
        return List.of(sentence
                + misses.stream()
                        .max(Comparator.comparingDouble(Miss::distance))
                        .map(miss -> "; farthest off is " + miss.text())
                        .orElse("")
                + ".");
    }

    /** Such as {@code 38 of 40 variances of activations}. */
    private static Optional<String> counted(
            List<TheoryComparison> all,
            String quantities,
            String quantity,
            Function<Layer, @Nullable Match> match,
            List<Miss> misses) {
        int agreed = 0;
        int compared = 0;
        for (TheoryComparison cell : all) {
            if (cell.approximate()) {
                continue;
            }
            for (Layer layer : cell.layers()) {
                Match own = match.apply(layer);
                if (own != null && own.verdict() != Verdict.NOT_COMPARED) {
                    compared++;
                    agreed += own.verdict() == Verdict.AGREES ? 1 : 0;
                    if (own.verdict() == Verdict.DISAGREES) {
                        misses.add(new Miss(cell, layer, quantity, own));
                    }
                }
            }
        }
        return compared == 0 ? Optional.empty() : Optional.of(agreed + " of " + compared + " " + quantities);
    }
}
