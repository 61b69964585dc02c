package org.initbench.analysis;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.initbench.hypothesis.Arm;
import org.initbench.hypothesis.Best;
import org.initbench.hypothesis.Hypothesis;
import org.initbench.hypothesis.Measure;

/** What the comparisons of a claim found, in words. */
final class FoundWords {
    private final Judgement judgement;
    private final Hypothesis hypothesis;
    private final String noun;
    private final String first;
    private final String second;

    private FoundWords(Judgement judgement) {
        this.judgement = judgement;
        hypothesis = judgement.hypothesis();
        noun = ClaimWords.noun(hypothesis);
        boolean networks = !noun.equals("task");
        first = networks ? "the first network" : arm(hypothesis.first());
        second = networks ? "the second" : opponent(hypothesis);
    }

    /** The effects, where there are none and why; a sentence that begins small and has no full stop. */
    static String of(Judgement judgement) {
        return new FoundWords(judgement).sentence();
    }

    private String sentence() {
        List<String> parts = new ArrayList<>();
        Comparison together = judgement.together();
        double[] known = known();
        if (together != null) {
            parts.add(pooled(together.effect()));
        } else if (known.length > 0) {
            parts.add(effects(known));
        }
        if (hypothesis.measure() == Measure.COST) {
            add(parts, count(Double.POSITIVE_INFINITY), first + " never learned");
            add(parts, count(0), second + " never learned");
        }
        remarks().forEach((remark, n) -> add(parts, n, remark.label()));
        return String.join("; ", parts) + runs();
    }

    private void add(List<String> parts, int n, String what) {
        if (n > 0) {
            parts.add("on " + Standing.count(n, noun) + " " + what);
        }
    }

    /** The effects that are numbers, ascending. */
    private double[] known() {
        boolean ratio = hypothesis.measure().ratio();
        return judgement.measured().stream()
                .mapToDouble(c -> c.effect().limits().value())
                .filter(x -> Double.isFinite(x) && (x > 0 || !ratio))
                .sorted()
                .toArray();
    }

    private int count(double value) {
        return (int) judgement.measured().stream()
                .filter(c -> c.effect().limits().value() == value)
                .count();
    }

    private Map<Remark, Integer> remarks() {
        Map<Remark, Integer> counts = new EnumMap<>(Remark.class);
        for (Comparison comparison : judgement.measured()) {
            Remark remark = comparison.effect().remark();
            if (remark != null) {
                counts.merge(remark, 1, Integer::sum);
            }
        }
        return counts;
    }

    private String effects(double[] known) {
        String low = Words.number(known[0]);
        String high = Words.number(known[known.length - 1]);
        String range = low.equals(high) ? low : low + " to " + high;
        return switch (hypothesis.measure()) {
            case COST ->
                "with " + first + " learning takes " + (range.equals("1") ? "" : range + " times ")
                        + "as many expected epochs as with " + second;
            case CONVERGED ->
                "the share of runs that learned with " + first + ", less that with " + second + ", is " + range;
            case SPREAD -> "the largest distance ends at " + range + " times what it was at the start";
            case NEARNESS -> "the rank correlation of the loss at the start with the epochs is " + range;
        };
    }

    private static String pooled(Effect effect) {
        Limits mean = effect.limits();
        return "on average over what was measured, the shares of runs that learned differ by "
                + Words.number(mean.value()) + ", with limits " + Words.number(mean.low()) + " and "
                + Words.number(mean.high());
    }

    /** How many runs that rests on. */
    private String runs() {
        int[] n = judgement.measured().stream()
                .map(Comparison::effect)
                .filter(effect -> !effect.exact())
                .mapToInt(Effect::n)
                .sorted()
                .toArray();
        if (n.length == 0) {
            return "";
        }
        int most = n[n.length - 1];
        String number = (n[0] == most ? "" : n[0] + " to ") + most;
        return " (n = " + number
                + switch (hypothesis.measure()) {
                    case COST, CONVERGED -> " a start)";
                    case SPREAD -> " replicates looked into)";
                    case NEARNESS -> " runs that learned)";
                };
    }

    private static String arm(Arm arm) {
        Double scale = arm.scale();
        return arm.initializer()
                + (scale == null ? "" : " at " + Words.number(scale))
                + (arm.tuned() ? " (tuned)" : "");
    }

    private static String opponent(Hypothesis hypothesis) {
        if (hypothesis.second() instanceof Best best) {
            return best.initializer() == null ? "the best start" : "the best scale of " + best.initializer();
        }
        return hypothesis.second() instanceof Arm arm ? arm(arm) : "";
    }
}
