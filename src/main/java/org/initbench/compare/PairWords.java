package org.initbench.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.initbench.analysis.Verdict;
import org.initbench.compare.ScaleAgreement.Overlap;
import org.initbench.compare.VerdictAgreement.Relation;

/** The parts of the comparison of two bundles in plain words. */
final class PairWords {
    private PairWords() {}

    /** One sentence a part: study, bits, outcomes, epochs, best scales, verdicts, time. */
    static List<String> of(BundlePair pair, double margin) {
        return List.of(
                study(pair),
                bits(pair),
                outcomes(pair),
                epochs(pair, margin),
                scales(pair),
                verdicts(pair),
                time(pair));
    }

    private static String study(BundlePair pair) {
        String shared = pair.sameStudy()
                ? "Study: the same; all " + Phrases.count(pair.runs(), "run") + " have the same identities."
                : "Study: " + Phrases.names(pair) + " share " + Phrases.count(pair.runs(), "run") + "; only A has "
                        + pair.onlyFirst() + " more, only " + pair.label() + " has " + pair.onlySecond()
                        + ". Only shared runs are compared.";
        return pair.leftOut().isEmpty() ? shared : shared + " " + String.join(" ", pair.leftOut());
    }

    private static String bits(BundlePair pair) {
        RunAgreement bits = pair.bits();
        int others = bits.runs() - bits.equalStarts();
        String starts = others == 0
                ? ""
                : " The initial weights of " + Phrases.count(others, "run")
                        + " differ, which must not happen: the same run has" + " the same start on every machine.";
        if (bits.allEqual()) {
            return "Bits: all runs are the same to the last bit.";
        }
        OptionalDouble median = bits.medianParting();
        return "Bits: " + bits.equal() + " of " + Phrases.count(bits.runs(), "run")
                + (bits.equal() == 1 ? " is" : " are")
                + " the same to the last bit; of the others the first part at epoch "
                + Phrases.digits(bits.parted().get(0)) + ", half of them by epoch "
                + Phrases.digits(median.orElseThrow()) + "." + beforeTraining(bits) + starts;
    }

    /** Runs of equal weights may part before they are trained. */
    private static String beforeTraining(RunAgreement bits) {
        long parted = bits.parted().stream().filter(epoch -> epoch == 0).count();
        return parted == 0 || bits.equalStarts() < bits.runs()
                ? ""
                : " Epoch 0, at which " + parted + (parted == 1 ? " parts" : " part")
                        + ", is before the first update: the loss of the same initial weights is rounded differently.";
    }

    private static String outcomes(BundlePair pair) {
        Outcomes all = pair.outcomes();
        if (all.differing() == 0) {
            return "Outcomes: the same " + all.both() + " of " + Phrases.count(pair.runs(), "run")
                    + " converge in both.";
        }
        return "Outcomes: " + Phrases.count(all.differing(), "run") + " of " + pair.runs()
                + (all.differing() == 1 ? " ends" : " end")
                + " differently: " + all.onlyFirst() + " converged only in A, " + all.onlySecond() + " only in "
                + pair.label()
                + (all.divergedInOne() == 0
                        ? ""
                        : ", " + all.divergedInOne() + " diverged in one only and converged in neither")
                + " (exact McNemar test: p " + Phrases.probability(all.p()) + "; after Holm p "
                + Phrases.probability(all.adjusted()) + "): " + Phrases.some(starts(pair)) + ".";
    }

    /** The starts whose runs end differently, those with the most such runs first. */
    private static List<String> starts(BundlePair pair) {
        return pair.tasks().stream()
                .flatMap(task -> task.cells().stream().map(cell -> Map.entry(task.task(), cell)))
                .filter(entry -> entry.getValue().differing() > 0)
                .sorted(Comparator.comparingInt(entry -> -entry.getValue().differing()))
                .map(entry -> Phrases.start(entry.getValue()) + " on " + entry.getKey() + " ("
                        + entry.getValue().differing() + " of "
                        + entry.getValue().runs() + ")")
                .toList();
    }

    private static String epochs(BundlePair pair, double margin) {
        List<TaskAgreement> known = pair.tasks().stream()
                .filter(task -> task.epochs().ratio() != null)
                .toList();
        if (known.isEmpty()) {
            return "Epochs: no run converged in both bundles after at least one update.";
        }
        if (known.size() == pair.tasks(EpochVerdict.EQUAL).size()) {
            return "Epochs: every run that converged in both bundles took as many in either.";
        }
        double least = known.stream().mapToDouble(PairWords::ratioOf).min().orElseThrow();
        double most = known.stream().mapToDouble(PairWords::ratioOf).max().orElseThrow();
        String range = range(least, most);
        return "Epochs: runs take "
                + (range.equals("1")
                        ? "as many in " + pair.label() + " as in A on every task, to three decimals"
                        : range + " times as many in " + pair.label() + " as in A, by task")
                + ". Of "
                + Phrases.count(pair.tasks().size(), "task") + ": " + String.join(", ", counts(pair, margin)) + ".";
    }

    private static List<String> counts(BundlePair pair, double margin) {
        List<String> counts = new ArrayList<>();
        for (EpochVerdict verdict : EpochVerdict.values()) {
            int tasks = pair.tasks(verdict).size();
            if (tasks > 0) {
                counts.add(tasks + " " + word(verdict, Phrases.ratio(margin)));
            }
        }
        return counts;
    }

    private static String word(EpochVerdict verdict, String margin) {
        return switch (verdict) {
            case EQUAL -> "equal";
            case EQUIVALENT -> "shown to be equivalent to within a factor of " + margin;
            case NOTHING -> "with nothing to compare";
            case INCONCLUSIVE -> "inconclusive";
            case DIFFERENT -> "shown to differ by more";
        };
    }

    private static double ratioOf(TaskAgreement task) {
        Double ratio = task.epochs().ratio();
        return ratio == null ? Double.NaN : ratio;
    }

    private static String range(double least, double most) {
        return Phrases.ratio(least).equals(Phrases.ratio(most))
                ? Phrases.ratio(least)
                : Phrases.ratio(least) + " to " + Phrases.ratio(most);
    }

    private static String scales(BundlePair pair) {
        int all = pair.scales().size();
        if (all == 0) {
            return "Best scales: no start was run at several scales.";
        }
        int none = pair.scales(Overlap.NONE).size();
        if (none == all) {
            return "Best scales: too few runs converged to tell any in both bundles.";
        }
        long same = pair.scales().stream().filter(scale -> isAtMost(scale, 0)).count();
        long near = pair.scales().stream().filter(scale -> isAtMost(scale, 1)).count();
        int known = all - none;
        int apart = pair.scales(Overlap.DISJOINT).size();
        return "Best scales: of " + Phrases.count(known, "pair")
                + " of task and initializer that " + (known == 1 ? "has" : "have")
                + " best scales in both, the one that looks best is the same in "
                + (same == known ? "all" : same + ", at most one step of the grid away in " + near)
                + "; the sets of best scales have "
                + (apart == 0 ? "a scale in common in all" : "no scale in common in " + apart)
                + (none > 0
                        ? ". Of " + Phrases.count(none, "pair") + " more, one bundle or both have too few successes"
                        : "")
                + ".";
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
        long open = pair.verdicts(Relation.SAME).stream()
                .filter(verdict -> verdict.first() == Verdict.UNDECIDED)
                .count();
        return "Verdicts: " + same + " of " + Phrases.count(all, "claim") + (same == 1 ? " has" : " have")
                + " the same verdict in both; "
                + (opposite == 0 ? "none is" : opposite == 1 ? "1 is" : opposite + " are")
                + " supported by one and refuted by the other"
                + (open == 0 ? "." : "; " + (open == all ? "all" : Long.toString(open)) + " are undecided in both.");
    }

    private static String time(BundlePair pair) {
        Speed speed = pair.speed();
        if (speed == null) {
            return "Time: not compared, for there are no epochs of stacks of one size that both bundles timed, nor blocks of the study"
                    + " that are the same and ran on as many workers, beside the first of each process.";
        }
        if (speed.identical()) {
            return "Time: the same to the last digit, as in a copy.";
        }
        String mean = Phrases.ratio(speed.mean());
        String of = " (geometric mean of the ratio over " + Phrases.count(speed.tasks(), "task");
        Double low = speed.low();
        Double high = speed.high();
        if (low == null || high == null) {
            return "Time: ~ which of A and " + pair.label() + " is faster is undecided: the ratio is " + mean + of
                    + "; no interval from so few).";
        }
        String interval = ", 95 % interval " + Phrases.ratio(low) + " to " + Phrases.ratio(high) + ").";
        return speed.decided()
                ? "Time: an epoch takes " + mean + " times as long in " + pair.label() + " as in A" + of + interval
                : "Time: ~ which of A and " + pair.label() + " is faster is undecided: the ratio is " + mean + of
                        + interval;
    }
}
