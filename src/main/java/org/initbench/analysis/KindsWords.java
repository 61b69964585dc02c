package org.initbench.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.initbench.analysis.Agreement.Scope;
import org.initbench.analysis.Agreement.Spread;

/** How kinds of networks differ, in sentences. */
final class KindsWords {
    private KindsWords() {}

    static List<String> sentences(List<KindBest> best, List<String> leftOut, List<Agreement> agreements) {
        List<String> sentences = new ArrayList<>();
        sentences.add(range(best));
        agreements.forEach(agreement -> sentences.add(sentence(agreement)));
        sentences.add(
                "Best scales between those that were run come from a parabola through the costs, and what differs between layers"
                        + " is averaged over them; the bootstrap tells the chance of the replicates, and neither of these.");
        if (!leftOut.isEmpty()) {
            sentences.add("Left out of the comparison of kinds: " + String.join("; ", leftOut) + ".");
        }
        return List.copyOf(sentences);
    }

    /** Where the best standard deviations lie, and whether one value lies within all sets. */
    private static String range(List<KindBest> best) {
        List<KindBest> std = best.stream()
                .filter(b -> b.initializer().equals(TaskAnswer.FAMILY) && b.parametrization() == Parametrization.STD)
                .filter(b -> !b.openBelow() && !b.openAbove())
                .toList();
        KindBest least =
                std.stream().min(Comparator.comparingDouble(KindBest::log10)).orElseThrow();
        KindBest most =
                std.stream().max(Comparator.comparingDouble(KindBest::log10)).orElseThrow();
        double low = std.stream().mapToDouble(KindBest::low).max().orElseThrow();
        double high = std.stream().mapToDouble(KindBest::high).min().orElseThrow();
        return "On the digits ladder the best standard deviation of " + TaskAnswer.FAMILY + " weights reaches from "
                + scale(least.log10()) + " (" + least.task() + ", " + interval(least) + ") to " + scale(most.log10())
                + " (" + most.task() + ", " + interval(most) + "); "
                + (low < high - 1e-9
                        ? "the sets of best scales of all " + std.size() + " networks share " + scale(low) + " to "
                                + scale(high) + "."
                        : "no value lies in the sets of best scales of all " + std.size() + " networks.");
    }

    private static String scale(double log10) {
        return "10^" + Words.tenths(log10);
    }

    private static String interval(KindBest best) {
        return scale(best.low()) + " to " + scale(best.high());
    }

    private static String sentence(Agreement agreement) {
        String subject = switch (agreement.scope()) {
            case KINDS -> agreement.networks() + " kinds of networks";
            case WIDTHS -> agreement.networks() + " networks of one kind at different widths";
            case ALL -> "All " + agreement.networks() + " networks by themselves";
        };
        Spread best = agreement.spreads().stream()
                .filter(spread -> spread.parametrization() == agreement.best())
                .findFirst()
                .orElseThrow();
        return subject + (agreement.scope() == Scope.ALL ? ", kinds and widths together," : "")
                + " agree best when the scale is written as " + name(best.parametrization())
                + ": the best ones spread by "
                + Words.number(best.deviation()) + " decades (standard deviation; 95 % interval "
                + Words.number(best.low()) + " to " + Words.number(best.high()) + "). "
                + (agreement.shown() ? "So it is in " : "That is not certain: so it is in ")
                + Math.round(100 * best.share()) + " % of the bootstrap samples over replicates. The others: "
                + agreement.spreads().stream()
                        .filter(spread -> !spread.equals(best) && spread.parametrization() != Parametrization.HE)
                        .map(spread -> name(spread.parametrization()) + " " + Words.number(spread.deviation()))
                        .collect(Collectors.joining(", "))
                + ".";
    }

    /** What a way to write scales is called. */
    static String name(Parametrization way) {
        return switch (way) {
            case STD -> "standard deviation";
            case NORMALIZED -> "standard deviation·√fan-in (or as He's gain, a fixed multiple of it)";
            case GLOROT -> "Glorot's gain";
            case HE -> "He's gain";
        };
    }
}
