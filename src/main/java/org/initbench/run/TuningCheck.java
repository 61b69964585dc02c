package org.initbench.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.initbench.task.TaskDescription;

/** Checks learning rates: those that were tried against the study, and those of runs against both. */
final class TuningCheck {
    private final ResolvedStudy study;
    private final Findings findings;
    private final Map<String, TaskDescription> tasks = new LinkedHashMap<>();
    private final Map<TuningTrial.Arm, List<TuningTrial>> trials = new LinkedHashMap<>();
    private final Map<TuningTrial.Arm, Double> chosen = new LinkedHashMap<>();

    TuningCheck(ResolvedStudy study, Findings findings) {
        this.study = study;
        this.findings = findings;
        for (TaskDescription task : study.tasks()) {
            tasks.put(task.name(), task);
            study.tunedArmsOf(task.name())
                    .forEach(arm -> trials.put(TuningTrial.Arm.of(task.name(), arm), new ArrayList<>()));
        }
    }

    /** Takes a row of {@code tuning.csv}. */
    void add(Line place, TuningTrial trial) {
        List<TuningTrial> own = trials.get(trial.arm());
        if (own == null) {
            findings.add(place + ": the study tunes no learning rate of " + describe(trial.arm()));
            return;
        }
        List<Double> grid = study.tuningOf(trial.task(), trial.initializer())
                .map(OtherRates.Tuning::factors)
                .orElse(List.of());
        double rate = rate(trial.task(), trial.factor());
        if (!grid.contains(trial.factor())) {
            findings.add(place + ", column factor: " + trial.factor() + " where one of " + grid + " is expected");
        } else if (own.stream().anyMatch(other -> other.factor() == trial.factor())) {
            findings.add(place + ": factor " + trial.factor() + " is there twice for " + describe(trial.arm()));
        } else if (trial.learningRate() != rate) {
            findings.add(place + ", column learning_rate: " + trial.learningRate() + " where " + rate + ", "
                    + trial.factor() + " times the task's own, is expected");
        }
        own.add(trial);
        if (trial.chosen() && chosen.put(trial.arm(), trial.learningRate()) != null) {
            findings.add(place + ": a second learning rate is chosen for " + describe(trial.arm()));
        }
    }

    /**
     * Ends the table.
     *
     * @param file the table, as messages name it
     * @param whole whether every arm must be there, as in a finished bundle
     */
    void end(String file, boolean whole) {
        trials.forEach((arm, own) -> {
            int grid = study.tuningOf(arm.task(), arm.initializer())
                    .map(tuning -> tuning.factors().size())
                    .orElse(0);
            if (own.size() < grid && (whole || !own.isEmpty())) {
                findings.add(
                        file + ": " + own.size() + " of " + grid + " learning rates were tried for " + describe(arm));
            } else if (!own.isEmpty() && !TuningTrial.best(own).chosen()) {
                findings.add(file + ": of the learning rates tried for " + describe(arm)
                        + " not the one with the lowest geometric_mean_rmst is chosen");
            }
        });
    }

    /** The learning rate of a run must be what its rule says. */
    void run(Line place, RunRecord run) {
        double expected = switch (run.rateKind()) {
            case TASK -> rate(run.task(), 1);
            case FACTOR -> run.learningRate();
            case TUNED ->
                chosen.getOrDefault(new TuningTrial.Arm(run.task(), run.initializer(), run.scale()), Double.NaN);
        };
        if (run.rateKind() == RateKind.TUNED && Double.isNaN(expected)) {
            findings.add(place + ", column learning_rate_rule: tuned, but " + BundleFiles.TUNING
                    + " chooses no learning rate for this arm");
        } else if (run.learningRate() != expected && tasks.containsKey(run.task())) {
            findings.add(place + ", column learning_rate: " + run.learningRate() + " where " + expected
                    + " is expected for the rule " + run.rateKind().label());
        }
    }

    private double rate(String task, double factor) {
        TaskDescription description = tasks.get(task);
        return description == null ? Double.NaN : RateRule.rate(description.learningRate(), factor);
    }

    private static String describe(TuningTrial.Arm arm) {
        return "task " + arm.task() + ", initializer " + arm.initializer()
                + (arm.scale().isPresent() ? ", scale " + arm.scale().getAsDouble() : "");
    }
}
