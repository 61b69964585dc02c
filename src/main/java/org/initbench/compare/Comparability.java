package org.initbench.compare;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.initbench.common.UsageException;
import org.initbench.run.Bundle;
import org.initbench.run.Formats;
import org.initbench.run.ResolvedStudy;
import org.initbench.run.RunRecord;
import org.initbench.run.TuningTrial;
import org.initbench.task.TaskDescription;

/** Whether two bundles can be compared, and if not, why and what could be. */
final class Comparability {
    /** Differing definitions that a message tells. */
    private static final int TOLD = 3;

    private final BundleInfo a;
    private final BundleInfo b;
    private final ResolvedStudy first;
    private final ResolvedStudy second;
    private final List<RunRecord> firstRuns;
    private final List<RunRecord> secondRuns;
    private final List<TuningTrial> firstTuning;
    private final List<TuningTrial> secondTuning;

    Comparability(BundleInfo a, Bundle first, BundleInfo b, Bundle second) {
        this.a = a;
        this.b = b;
        this.first = first.study();
        this.second = second.study();
        this.firstRuns = first.runs();
        this.secondRuns = second.runs();
        this.firstTuning = first.tuning();
        this.secondTuning = second.tuning();
    }

    /**
     * Refuses bundles that share no run, or whose formats differ.
     *
     * @throws UsageException that says why, and what would be comparable
     */
    void require(CommonRuns common) {
        if (first.schema() != second.schema()) {
            throw refusal(
                    "the format is version " + first.schema() + " in A and " + second.schema() + " in " + b.label(),
                    "bundles of one format, such as both studies run by one version of initbench");
        }
        if (firstRuns.isEmpty() || secondRuns.isEmpty()) {
            throw refusal(
                    (firstRuns.isEmpty() ? a : b).label() + " holds no runs", "bundles in which a block is finished");
        }
        if (common.size() > 0) {
            return;
        }
        if (first.seed() != second.seed()) {
            throw refusal(
                    "the seed is " + first.seed() + " in A and " + second.seed() + " in " + b.label()
                            + ", so that every random number is another",
                    "two runs of one study with one seed");
        }
        if (first.trainedBy() != second.trainedBy()) {
            throw refusal(
                    "A was trained by the engine " + first.trainedBy() + ", " + b.label() + " by " + second.trainedBy()
                            + ", and what an engine makes of a start is a run of its own",
                    "bundles of one engine; the command rounding compares engines");
        }
        throw refusal(
                noCommonRun(),
                "two runs of one study: the same tasks with the same definitions, the same starts, the same seed");
    }

    private String noCommonRun() {
        List<String> others = differently();
        if (!others.isEmpty()) {
            return "no run is in both: " + String.join("; ", others);
        }
        if (sharedTasks().isEmpty()) {
            return "no task is in both: A has " + names(first) + "; " + b.label() + " has " + names(second);
        }
        if (starts(firstRuns).stream().noneMatch(starts(secondRuns)::contains)) {
            return "no start is in both: A has " + String.join(", ", starts(firstRuns)) + "; " + b.label() + " has "
                    + String.join(", ", starts(secondRuns));
        }
        return "no run is in both: their scales, learning rates or replicates have nothing in common"
                + " (shards of one study are put together by merge)";
    }

    private UsageException refusal(String why, String what) {
        return new UsageException("A (" + a.folder() + ") and " + b.label() + " (" + b.folder()
                + ") cannot be compared: " + why + ". Comparable are " + what + ".");
    }

    /** What is in one bundle only, or defined differently, in sentences; empty where both have the same tasks. */
    List<String> leftOut() {
        List<String> sentences = new ArrayList<>();
        String onlyFirst = missing(first, second);
        String onlySecond = missing(second, first);
        if (!onlyFirst.isEmpty()) {
            sentences.add("Only A has the tasks " + onlyFirst + ".");
        }
        if (!onlySecond.isEmpty()) {
            sentences.add("Only " + b.label() + " has the tasks " + onlySecond + ".");
        }
        differently().forEach(difference -> sentences.add("Left out: " + difference + "."));
        List<String> tuned = tunedDifferently();
        if (!tuned.isEmpty()) {
            sentences.add("Left out, because it was tuned to other learning rates: " + Phrases.some(tuned) + ".");
        }
        return sentences;
    }

    private static String missing(ResolvedStudy from, ResolvedStudy in) {
        return from.tasks().stream()
                .map(TaskDescription::name)
                .filter(name -> find(in, name).isEmpty())
                .collect(Collectors.joining(", "));
    }

    /** Tasks of one name whose definitions differ, and in what. */
    private List<String> differently() {
        List<String> differences = new ArrayList<>();
        for (TaskDescription task : sharedTasks()) {
            List<Map<String, String>> leaves =
                    List.of(leaves(task), leaves(find(second, task.name()).orElseThrow()));
            List<String> paths = Trees.differing(leaves);
            if (!paths.isEmpty()) {
                differences.add("the task " + task.name() + " is defined differently ("
                        + paths.stream()
                                .limit(TOLD)
                                .map(path -> path + " is " + leaves.get(0).getOrDefault(path, Environments.ABSENT)
                                        + " in A and " + leaves.get(1).getOrDefault(path, Environments.ABSENT) + " in "
                                        + b.label())
                                .collect(Collectors.joining(", "))
                        + (paths.size() > TOLD ? ", and more" : "") + ")");
            }
        }
        return differences;
    }

    /** Starts whose tuned learning rates differ, and the rates. */
    private List<String> tunedDifferently() {
        Map<TuningTrial.Arm, Double> others = secondTuning.stream()
                .filter(TuningTrial::chosen)
                .collect(Collectors.toMap(TuningTrial::arm, TuningTrial::learningRate, (x, y) -> x));
        return firstTuning.stream()
                .filter(TuningTrial::chosen)
                .filter(trial -> others.getOrDefault(trial.arm(), trial.learningRate()) != trial.learningRate())
                .map(trial -> trial.initializer()
                        + (trial.scale().isPresent()
                                ? " " + Phrases.digits(trial.scale().getAsDouble())
                                : "") + " on "
                        + trial.task() + " (" + Phrases.digits(trial.learningRate()) + " in A, "
                        + Phrases.digits(others.getOrDefault(trial.arm(), Double.NaN)) + " in " + b.label() + ")")
                .toList();
    }

    private List<TaskDescription> sharedTasks() {
        return first.tasks().stream()
                .filter(task -> find(second, task.name()).isPresent())
                .toList();
    }

    private static Map<String, String> leaves(TaskDescription task) {
        return Trees.leaves(Formats.json().<JsonNode>valueToTree(task.withoutProse()));
    }

    private static Optional<TaskDescription> find(ResolvedStudy study, String name) {
        return study.tasks().stream().filter(task -> task.name().equals(name)).findFirst();
    }

    private static String names(ResolvedStudy study) {
        return study.tasks().stream().map(TaskDescription::name).collect(Collectors.joining(", "));
    }

    private static Set<String> starts(List<RunRecord> runs) {
        return runs.stream().map(RunRecord::initializer).collect(Collectors.toCollection(TreeSet::new));
    }
}
