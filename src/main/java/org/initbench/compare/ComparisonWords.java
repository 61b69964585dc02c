package org.initbench.compare;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.initbench.analysis.ScaleResponse.BestSet;
import org.initbench.compare.ScaleAgreement.Overlap;
import org.initbench.compare.VerdictAgreement.Relation;

/** A comparison in plain words. */
final class ComparisonWords {
    /** Names that a sentence tells; of more it tells how many. */
    private static final int TOLD = 6;

    private ComparisonWords() {}

    /** The result, the most important first: what each pair says as a whole, what differs in the machines, and then the parts. */
    static List<String> answer(List<BundlePair> pairs, List<Difference> environments, double margin) {
        List<String> sentences = new ArrayList<>();
        pairs.forEach(pair -> sentences.add(whole(pair, margin)));
        sentences.add(environment(environments));
        for (BundlePair pair : pairs) {
            sentences.add(study(pair));
            sentences.add(bits(pair));
            sentences.add(outcomes(pair));
            sentences.add(epochs(pair, margin));
            sentences.add(scales(pair));
            sentences.add(verdicts(pair));
            sentences.add(time(pair));
        }
        return sentences;
    }

    private static String names(BundlePair pair) {
        return "A and " + pair.label();
    }

    private static String whole(BundlePair pair, double margin) {
        return switch (pair.accord()) {
            case EQUAL -> names(pair) + " are equal: all " + count(pair.runs(), "run")
                    + " that they share are the same to the last bit.";
            case AGREES -> names(pair) + " agree: nothing is shown to differ, and the epochs of every task are equivalent"
                    + " to within a factor of " + ratio(margin) + ".";
            case INCONCLUSIVE -> "Inconclusive: nothing is shown to differ between " + names(pair)
                    + ", but too few runs say that epochs are equivalent to within a factor of " + ratio(margin) + " on "
                    + tasks(pair.tasks(EpochVerdict.INCONCLUSIVE)) + ".";
            case DIFFERS -> names(pair) + " differ: " + String.join("; ", findings(pair)) + ".";
        };
    }

    private static List<String> findings(BundlePair pair) {
        List<String> findings = new ArrayList<>();
        if (pair.outcomes().differ()) {
            findings.add(safer(pair, pair.outcomes()) + " converges more often");
        }
        List<TaskAgreement> outcomes = pair.tasks().stream()
                .filter(task -> task.outcomes().differ())
                .toList();
        if (!outcomes.isEmpty()) {
            findings.add("other runs converge on " + tasks(outcomes));
        }
        List<TaskAgreement> epochs = pair.tasks(EpochVerdict.DIFFERENT);
        if (!epochs.isEmpty()) {
            findings.add("epochs differ on " + tasks(epochs));
        }
        List<ScaleAgreement> scales = pair.scales(Overlap.DISJOINT);
        if (!scales.isEmpty()) {
            findings.add("the best scales have none in common: "
                    + some(scales.stream().map(ComparisonWords::sets).toList()));
        }
        List<VerdictAgreement> verdicts = pair.verdicts(Relation.OPPOSITE);
        if (!verdicts.isEmpty()) {
            findings.add("verdicts contradict each other: "
                    + some(verdicts.stream().map(VerdictAgreement::id).toList()));
        }
        return findings;
    }

    private static String safer(BundlePair pair, Outcomes outcomes) {
        return outcomes.onlyFirst() > outcomes.onlySecond() ? "A" : pair.label();
    }

    private static String sets(ScaleAgreement scale) {
        return scale.initializer() + " on " + scale.task() + " (" + set(scale.first()) + " against "
                + set(scale.second()) + ")";
    }

    private static String set(BestSet set) {
        return set.members().stream().map(ComparisonWords::digits).collect(Collectors.joining(", "));
    }

    private static String environment(List<Difference> differences) {
        List<Difference> bits = differences.stream()
                .filter(difference -> difference.effect() == Effect.BITS)
                .toList();
        if (bits.isEmpty()) {
            return "Environments: nothing differs that is known to change a result.";
        }
        return "Environments: what can change bits differs: "
                + some(bits.stream()
                        .map(difference -> difference.label() + " (" + String.join(" against ", difference.values()) + ")")
                        .toList())
                + ".";
    }

    private static String study(BundlePair pair) {
        String shared = pair.sameStudy()
                ? "Study: the same; all " + count(pair.runs(), "run") + " have the same identities."
                : "Study: " + names(pair) + " share " + count(pair.runs(), "run") + "; only A has " + pair.onlyFirst()
                        + " more, only " + pair.label() + " has " + pair.onlySecond() + ". Only shared runs are compared.";
        return pair.leftOut().isEmpty() ? shared : shared + " " + String.join(" ", pair.leftOut());
    }

    private static String bits(BundlePair pair) {
        RunAgreement bits = pair.bits();
        int others = bits.runs() - bits.equalStarts();
        String starts = others == 0
                ? ""
                : " The initial weights of " + count(others, "run") + " differ, which must not happen: the same run has"
                        + " the same start on every machine.";
        if (bits.allEqual()) {
            return "Bits: all runs are the same to the last bit.";
        }
        OptionalDouble median = bits.medianParting();
        return "Bits: " + bits.equal() + " of " + count(bits.runs(), "run")
                + (bits.equal() == 1 ? " is" : " are") + " the same to the last bit; of the others the first part at epoch "
                + digits(bits.parted().get(0)) + ", half of them by epoch " + digits(median.orElseThrow()) + "." + starts;
    }

    private static String outcomes(BundlePair pair) {
        Outcomes all = pair.outcomes();
        if (all.differing() == 0) {
            return "Outcomes: the same " + all.both() + " of " + count(pair.runs(), "run") + " converge in both.";
        }
        return "Outcomes: " + count(all.differing(), "run") + " of " + pair.runs() + (all.differing() == 1 ? " ends" : " end")
                + " differently: " + all.onlyFirst() + " converged only in A, " + all.onlySecond() + " only in "
                + pair.label() + " (exact McNemar test: p " + probability(all.p()) + "; after Holm p "
                + probability(all.adjusted()) + ").";
    }

    private static String epochs(BundlePair pair, double margin) {
        List<TaskAgreement> known = pair.tasks().stream()
                .filter(task -> task.epochs().ratio() != null)
                .toList();
        if (known.isEmpty()) {
            return "Epochs: no run converged in both bundles.";
        }
        double least = known.stream().mapToDouble(ComparisonWords::ratioOf).min().orElseThrow();
        double most = known.stream().mapToDouble(ComparisonWords::ratioOf).max().orElseThrow();
        int equal = pair.tasks(EpochVerdict.EQUAL).size();
        int equivalent = pair.tasks(EpochVerdict.EQUIVALENT).size();
        return "Epochs: " + pair.label() + " takes " + range(least, most) + " times as many as A, by task; "
                + (equal > 0 ? "equal on " + equal + " and " : "") + "shown to be equivalent to within a factor of "
                + ratio(margin) + " on " + equivalent + " of " + count(pair.tasks().size(), "task")
                + others(pair) + ".";
    }

    private static String others(BundlePair pair) {
        int different = pair.tasks(EpochVerdict.DIFFERENT).size();
        int open = pair.tasks(EpochVerdict.INCONCLUSIVE).size();
        int nothing = pair.tasks(EpochVerdict.NOTHING).size();
        return (different > 0 ? ", different on " + different : "")
                + (open > 0 ? ", inconclusive on " + open : "")
                + (nothing > 0 ? ", nothing to compare on " + nothing : "");
    }

    private static double ratioOf(TaskAgreement task) {
        Double ratio = task.epochs().ratio();
        return ratio == null ? Double.NaN : ratio;
    }

    private static String range(double least, double most) {
        return ratio(least).equals(ratio(most)) ? ratio(least) : ratio(least) + " to " + ratio(most);
    }

    private static String scales(BundlePair pair) {
        int all = pair.scales().size();
        if (all == 0) {
            return "Best scales: no start was run at several scales.";
        }
        long same = pair.scales().stream().filter(scale -> isAtMost(scale, 0)).count();
        long near = pair.scales().stream().filter(scale -> isAtMost(scale, 1)).count();
        int none = pair.scales(Overlap.NONE).size();
        int apart = pair.scales(Overlap.DISJOINT).size();
        return "Best scales: of " + count(all, "pair") + " of task and initializer the scale that looks best is the same in "
                + same + " and at most one step of the grid away in " + near + "; the sets of best scales have "
                + (apart == 0 ? "a scale in common wherever there are any" : "no scale in common in " + apart)
                + (none > 0 ? " (in " + none + " there is none in one bundle)" : "") + ".";
    }

    private static boolean isAtMost(ScaleAgreement scale, int steps) {
        Integer own = scale.steps();
        return own != null && own <= steps;
    }

    private static String verdicts(BundlePair pair) {
        int all = pair.verdicts().size();
        if (all == 0) {
            return "Verdicts: no claim is measured by both.";
        }
        int same = pair.verdicts(Relation.SAME).size();
        int opposite = pair.verdicts(Relation.OPPOSITE).size();
        return "Verdicts: " + same + " of " + count(all, "claim") + (same == 1 ? " has" : " have")
                + " the same verdict in both; " + (opposite == 0 ? "none is" : opposite + " are")
                + " supported by one and refuted by the other.";
    }

    private static String time(BundlePair pair) {
        Speed speed = pair.speed();
        if (speed == null) {
            return "Time: no epoch was timed in both bundles on the same task in stacks of the same size.";
        }
        String mean = ratio(speed.mean());
        String of = " (geometric mean of the ratio over " + count(speed.tasks(), "task");
        Double low = speed.low();
        Double high = speed.high();
        if (low == null || high == null) {
            return "Time: an epoch takes " + pair.label() + " " + mean + " times as long as A" + of
                    + "; no interval from so few).";
        }
        String interval = ", 95 % interval " + ratio(low) + " to " + ratio(high) + ").";
        return speed.decided()
                ? "Time: an epoch takes " + pair.label() + " " + mean + " times as long as A" + of + interval
                : "Time: ~ which of A and " + pair.label() + " is faster is undecided: the ratio is " + mean + of
                        + interval;
    }

    /** What a reader must know. */
    static List<String> caveats(List<BundleInfo> bundles, List<BundlePair> pairs) {
        List<String> caveats = new ArrayList<>();
        bundles.stream()
                .filter(bundle -> !bundle.complete())
                .forEach(bundle -> caveats.add(bundle.label() + " is incomplete: planned runs are missing."));
        boolean few = pairs.stream()
                .flatMap(pair -> pair.tasks().stream())
                .anyMatch(task -> task.epochs().verdict() == EpochVerdict.INCONCLUSIVE);
        if (few) {
            caveats.add("Inconclusive is no difference: with more replicates a task would be shown to be equivalent, or not.");
        }
        caveats.add("The tests of outcomes take runs as independent witnesses, though those of one replicate share their data"
                + " order; the comparison of epochs takes replicates.");
        caveats.add("Sets of best scales hold together for all tasks, initializers and bundles with 95 %: they are wider than"
                + " those of a report.");
        if (pairs.stream().anyMatch(pair -> pair.speed() != null)) {
            caveats.add("Times are those of JMH's epochs in each bundle; whatever else its machine did then is in them.");
        }
        return caveats;
    }

    private static String tasks(List<TaskAgreement> tasks) {
        return some(tasks.stream().map(TaskAgreement::task).toList());
    }

    private static String some(List<String> names) {
        String told = names.stream().limit(TOLD).collect(Collectors.joining(", "));
        return names.size() > TOLD ? told + " and " + (names.size() - TOLD) + " more" : told;
    }

    private static String count(int n, String noun) {
        return n + " " + noun + (n == 1 ? "" : "s");
    }

    /** A ratio to two decimals; to three digits where it is small or large. */
    static String ratio(double value) {
        return value >= 0.1 && value < 10 ? String.format(Locale.ROOT, "%.2f", value) : digits(value);
    }

    /** Three significant digits. */
    static String digits(double value) {
        if (!Double.isFinite(value)) {
            return "infinity";
        }
        return new BigDecimal(value)
                .round(new MathContext(3))
                .stripTrailingZeros()
                .toPlainString();
    }

    private static String probability(double p) {
        return p < 0.0001 ? "< 0.0001" : "= " + digits(p);
    }
}
