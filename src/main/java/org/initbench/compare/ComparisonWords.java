package org.initbench.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.initbench.analysis.ScaleResponse.BestSet;
import org.initbench.compare.ScaleAgreement.Overlap;
import org.initbench.compare.VerdictAgreement.Relation;
import org.initbench.run.Environment;

/** A comparison in plain words. */
final class ComparisonWords {
    private ComparisonWords() {}

    /** The result, the most important first: what each pair says as a whole, what differs in the machines, and then the parts. */
    static List<String> answer(
            List<BundlePair> pairs, List<Environment> environments, List<Difference> differences, double margin) {
        List<String> sentences = new ArrayList<>();
        pairs.forEach(pair -> sentences.add(whole(pair, margin)));
        boolean part = pairs.stream().anyMatch(pair -> !pair.bits().allEqual());
        sentences.add(environment(differences, part));
        sentences.add(ArithmeticWords.of(environments)
                .orElse("Arithmetic: not known of every bundle; older versions recorded no fixed computations."));
        for (BundlePair pair : pairs) {
            String heading = pairs.size() == 1 ? "" : pair.label() + " beside A. ";
            PairWords.of(pair, margin).forEach(sentence -> sentences.add(heading + sentence));
        }
        return sentences;
    }

    private static String whole(BundlePair pair, double margin) {
        return switch (pair.accord()) {
            case EQUAL ->
                Phrases.names(pair) + " are equal" + (pair.sameStudy() ? "" : " in what they share") + ": all "
                        + Phrases.count(pair.runs(), "run") + " that are in both are the same to the last bit.";
            case AGREES ->
                Phrases.names(pair) + " agree" + (pair.sameStudy() ? "" : " in what they share")
                        + ": nothing is shown to differ, and the epochs of every task "
                        + (pair.tasks(EpochVerdict.NOTHING).isEmpty() ? "" : "on which runs converge in both ")
                        + "are equivalent to within a factor of " + Phrases.ratio(margin)
                        + (pair.outcomes().differing() == 0
                                ? "."
                                : "; at most " + Phrases.percent(Outcomes.TOLERATED)
                                        + " of the runs of a task end differently.");
            case INCONCLUSIVE ->
                "Inconclusive: nothing is shown to differ between " + Phrases.names(pair) + ", but "
                        + String.join("; and ", open(pair, margin)) + ".";
            case DIFFERS -> Phrases.names(pair) + " differ: " + String.join("; ", findings(pair)) + ".";
        };
    }

    /** Why a pair is inconclusive. */
    private static List<String> open(BundlePair pair, double margin) {
        List<String> open = new ArrayList<>();
        List<TaskAgreement> epochs = pair.tasks(EpochVerdict.INCONCLUSIVE);
        if (!epochs.isEmpty()) {
            open.add("neither that epochs are equivalent to within a factor of " + Phrases.ratio(margin)
                    + " nor that they differ by more is shown on " + Phrases.tasks(epochs));
        }
        List<TaskAgreement> outcomes = pair.unlikeOutcomes();
        if (!outcomes.isEmpty()) {
            open.add("runs end differently, perhaps more than " + Phrases.percent(Outcomes.TOLERATED)
                    + " of them, on "
                    + Phrases.some(
                            outcomes.stream().map(ComparisonWords::differing).toList()));
        }
        if (open.isEmpty()) {
            open.add("no run converges in both after at least one update, so that there are no epochs to compare");
        }
        return open;
    }

    private static List<String> findings(BundlePair pair) {
        List<String> findings = new ArrayList<>();
        if (pair.outcomes().differ()) {
            findings.add(safer(pair, pair.outcomes()) + " converges more often");
        }
        for (String label : List.of("A", pair.label())) {
            List<TaskAgreement> tasks = pair.tasks().stream()
                    .filter(task -> task.outcomes().differ())
                    .filter(task -> safer(pair, task.outcomes()).equals(label))
                    .toList();
            if (!tasks.isEmpty()) {
                findings.add(label + " converges more often on " + Phrases.tasks(tasks));
            }
        }
        List<TaskAgreement> unlike = pair.tasks().stream()
                .filter(task -> task.outcomes().unlike() && !task.outcomes().differ())
                .toList();
        if (!unlike.isEmpty()) {
            findings.add("more than " + Phrases.percent(Outcomes.TOLERATED) + " of the runs end differently on "
                    + Phrases.some(unlike.stream()
                            .map(task -> differing(task) + ", at least "
                                    + Phrases.percent(task.outcomes().atLeast()))
                            .toList()));
        }
        List<TaskAgreement> epochs = pair.tasks(EpochVerdict.DIFFERENT);
        if (!epochs.isEmpty()) {
            findings.add("epochs differ beyond the margin on " + Phrases.tasks(epochs));
        }
        List<ScaleAgreement> scales = pair.scales(Overlap.DISJOINT);
        if (!scales.isEmpty()) {
            findings.add("the best scales have none in common: "
                    + Phrases.some(scales.stream().map(ComparisonWords::sets).toList()));
        }
        List<VerdictAgreement> verdicts = pair.verdicts(Relation.OPPOSITE);
        if (!verdicts.isEmpty()) {
            findings.add("verdicts contradict each other: "
                    + Phrases.some(verdicts.stream().map(VerdictAgreement::id).toList()));
        }
        return findings;
    }

    private static String differing(TaskAgreement task) {
        return task.task() + " (" + task.outcomes().differing() + " of "
                + task.bits().runs() + ")";
    }

    private static String safer(BundlePair pair, Outcomes outcomes) {
        return outcomes.onlyFirst() > outcomes.onlySecond() ? "A" : pair.label();
    }

    private static String sets(ScaleAgreement scale) {
        return scale.initializer() + " on " + scale.task() + " (" + set(scale.first()) + " against "
                + set(scale.second()) + ")";
    }

    private static String set(BestSet set) {
        return set.members().stream().map(Phrases::digits).collect(Collectors.joining(", "));
    }

    private static String environment(List<Difference> differences, boolean part) {
        List<Difference> bits = differences.stream()
                .filter(difference -> difference.effect() == Effect.BITS)
                .toList();
        if (bits.isEmpty()) {
            return "Environments: nothing differs that is known to change a result.";
        }
        return "Environments: what can change bits differs" + (part ? ", the likeliest reason first: " : ": ")
                + Phrases.some(bits.stream()
                        .map(difference ->
                                difference.label() + " (" + String.join(" against ", difference.values()) + ")")
                        .toList())
                + ".";
    }

    /** What a reader must know. */
    static List<String> caveats(List<BundleInfo> bundles, List<BundlePair> pairs) {
        List<String> caveats = new ArrayList<>();
        bundles.stream()
                .filter(bundle -> !bundle.complete())
                .forEach(bundle -> caveats.add(bundle.label() + " is incomplete: planned runs are missing."));
        if (pairs.stream().anyMatch(pair -> pair.accord() == Accord.INCONCLUSIVE)) {
            caveats.add(
                    "Inconclusive: neither agreement nor difference is shown. More replicates would narrow the intervals; epochs are judged from "
                            + EpochRatio.FEWEST + " replicates on."
                            + (pairs.size() > 1
                                    ? " All bundles share the error that is allowed: two that are compared alone may be decided."
                                    : ""));
        }
        if (pairs.stream().anyMatch(pair -> pair.outcomes().differing() > 0)) {
            caveats.add(
                    "Tests and limits of outcomes take runs as independent witnesses, though those of one replicate share their data"
                            + " order; the comparison of epochs takes replicates.");
        }
        if (pairs.stream().flatMap(pair -> pair.scales().stream()).anyMatch(scale -> scale.overlap() != Overlap.SAME)) {
            caveats.add(
                    "Sets of best scales hold together for all tasks, initializers and bundles with 95 %: they are wider than"
                            + " those of a report.");
        }
        if (pairs.stream().anyMatch(pair -> pair.speed() != null)) {
            caveats.add(
                    "Times are JMH's, of epochs of a stack or else of the study's blocks per model and epoch; whatever else a machine"
                            + " did then is in them.");
        }
        return caveats;
    }
}
