package org.initbench.analysis;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.initbench.run.Bundle;
import org.initbench.run.Failure;
import org.initbench.run.SkippedCell;

/** What a reader must know before using the answers of a study. */
final class Caveats {
    /** Replicates below which verdicts are called preliminary: with fewer, exact paired tests have little power. */
    static final int FIRM = 20;

    /** Findings that a caveat quotes. */
    private static final int SHOWN = 5;

    private Caveats() {}

    static List<String> of(Bundle bundle, List<TaskResult> results) {
        List<String> caveats = new ArrayList<>();
        int n = results.stream().mapToInt(TaskResult::replicates).max().orElse(0);
        damage(bundle).ifPresent(caveats::add);
        if (!bundle.complete()) {
            caveats.add("The study is not finished: " + bundle.runs().size()
                    + " runs are there, cells without runs are left out.");
        }
        failures(bundle).ifPresent(caveats::add);
        caveats.add(written(bundle, n));
        caveats.add(
                "Epochs count until the training loss reaches each task's headline level; a run is given up at the task's"
                        + " budget, and the expected epochs per success (ERT) depend on that budget where runs fail.");
        cut(results).ifPresent(caveats::add);
        caveats.add("Where all runs of two cells converged their ratio takes for granted that neither ever fails; "
                + Words.count(n, "run") + " without a failure leave room for "
                + Words.number(100 * Estimates.unseenFailures(Math.max(1, n)))
                + " % failures.");
        caveats.add(
                "Each cell is compared with the cell that did best in the same runs, which chance flatters: ratios to it are"
                        + " rather too high.");
        caveats.add(
                "Each task has one learning rate, fixed by its definition or chosen over the whole range of scales, below the"
                        + " rate at which its best scale would need too few updates to be told from others; at other rates"
                        + " other scales may be best.");
        optimizers(results).ifPresent(caveats::add);
        if (results.stream().anyMatch(Caveats::tuned)) {
            caveats.add(
                    "Tuned learning rates were chosen in a few calibration runs a scale, which chance sways; the epochs of"
                            + " these runs are not charged to the tuned starts.");
        }
        caveats.add(
                "A standard deviation and standard deviation × √fan-in can only be told apart between networks of different"
                        + " widths.");
        List<SkippedCell> skipped = bundle.study().skipped();
        if (!skipped.isEmpty()) {
            caveats.add("Not run, because the rule cannot start the network: "
                    + String.join("; ", SkippedCell.clauses(skipped)) + ".");
        }
        List<String> excluded = results.stream()
                .filter(result -> result.cells().isEmpty())
                .map(result -> result.task().name())
                .toList();
        if (!excluded.isEmpty()) {
            caveats.add("No runs yet: " + Words.list(excluded) + ".");
        }
        return List.copyOf(caveats);
    }

    private static Optional<String> damage(Bundle bundle) {
        List<String> findings = bundle.damage();
        if (findings.isEmpty()) {
            return Optional.empty();
        }
        String folder = bundle.folder() + File.separator;
        List<String> shown = findings.stream()
                .limit(SHOWN)
                .map(finding -> finding.replace(folder, ""))
                .toList();
        String more = findings.size() > SHOWN ? "; and more" : "";
        return Optional.of(
                "The bundle is damaged, and was analysed all the same: what cannot be read or contradicts itself is"
                        + " left out, and nothing below can be relied on. Found: " + String.join("; ", shown) + more
                        + ".");
    }

    /** Trials that failed change no run: what was not finished is missing, or was trained by another trial. */
    private static Optional<String> failures(Bundle bundle) {
        List<String> trials =
                bundle.failures().stream().map(Failure::trial).distinct().toList();
        return trials.isEmpty()
                ? Optional.empty()
                : Optional.of("While the study was run, trials failed (" + Words.list(trials)
                        + "; see failures.csv); "
                        + (bundle.complete()
                                ? "what they lacked was measured by other trials."
                                : "what they lacked may be missing."));
    }

    /** What is confirmatory, and what may have been thought of after the results were seen. */
    private static String written(Bundle bundle, int n) {
        String runs = Words.count(n, "run") + " a cell, and ";
        return bundle.hypotheses().all().isEmpty()
                ? (n < FIRM ? "Preliminary and exploratory: " : "Exploratory: ") + runs
                        + "no hypothesis was written down before the runs."
                : (n < FIRM ? "Preliminary: " : "") + runs
                        + "only what the bundle's hypotheses claim was written down before the runs; all else is exploratory.";
    }

    /** The tasks whose runs the study gives up before the task's own budget. */
    private static Optional<String> cut(List<TaskResult> results) {
        List<String> cut = results.stream()
                .map(TaskResult::task)
                .flatMap(task -> Optional.ofNullable(task.ownBudgetEpochs()).stream()
                        .map(own -> task.name() + " (" + Words.number(task.budgetEpochs()) + " of " + Words.number(own)
                                + " epochs)"))
                .toList();
        return cut.isEmpty()
                ? Optional.empty()
                : Optional.of("The study cut the budget of " + Words.list(cut)
                        + ": a run given up here might have learned later.");
    }

    /** Said where optimizers can be compared: each has the rate that was chosen for it. */
    private static Optional<String> optimizers(List<TaskResult> results) {
        List<String> names = results.stream()
                .map(result -> result.task().optimizer())
                .distinct()
                .toList();
        return names.size() < 2
                ? Optional.empty()
                : Optional.of("Epochs must not be compared between optimizers (" + Words.list(names)
                        + "): each task has a learning rate of its own, chosen for its optimizer. Compare how each"
                        + " optimizer answers to the scale: the best scales, the good ranges and the ratios to its fastest"
                        + " start.");
    }

    private static boolean tuned(TaskResult result) {
        RateAnalysis rates = result.rates();
        return rates != null && !rates.gains().isEmpty();
    }
}
