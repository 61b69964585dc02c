package org.initbench.run;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.initbench.task.TaskDescription;

/**
 * Checks runs against the tasks that they are said to be runs of, which takes longer than reading them: identities are computed from
 * what the rows say, lengths and budgets compared with the task's, and what every run must have is looked for.
 */
final class RunChecks {
    private final Bundle bundle;
    private final Findings findings = new Findings();
    private final Map<String, TaskDescription> tasks = new HashMap<>();
    private final Map<String, RunRecord> runs = new HashMap<>();

    RunChecks(Bundle bundle) {
        this.bundle = bundle;
        bundle.study().tasks().forEach(task -> tasks.put(task.name(), task));
        bundle.runs().forEach(run -> runs.put(run.runId(), run));
    }

    /** What is wrong; empty if nothing is. */
    List<String> findings() {
        for (RunRecord run : bundle.runs()) {
            TaskDescription task = tasks.get(run.task());
            if (task != null) {
                identity(run, task);
                lengths(run, task);
            }
        }
        crossings();
        curves();
        return findings.list();
    }

    private void identity(RunRecord run, TaskDescription task) {
        String expected =
                RunIdentity.of(task, run, bundle.study().seed(), bundle.study().trainedBy());
        if (!expected.equals(run.runId())) {
            add(BundleFiles.RUNS, run.runId(), "its task, start, replicate and seed give run_id " + expected);
        }
    }

    private void lengths(RunRecord run, TaskDescription task) {
        if (run.epochsRun() != (double) run.stepsRun() / task.updatesPerEpoch()) {
            add(
                    BundleFiles.RUNS,
                    run.runId(),
                    "epochs_run is " + run.epochsRun() + ", but " + run.stepsRun() + " updates of "
                            + task.updatesPerEpoch() + " an epoch were made");
        }
        if (run.budget() != task.budgetEpochs()) {
            add(
                    BundleFiles.RUNS,
                    run.runId(),
                    "budget is " + run.budget() + ", that of the task " + task.budgetEpochs());
        }
        if (run.stepsRun() > Math.ceil(task.budgetEpochs() * task.updatesPerEpoch())) {
            add(BundleFiles.RUNS, run.runId(), "steps_run is " + run.stepsRun() + ", more than the budget allows");
        }
        if (!run.precision().equals(task.precision())) {
            add(
                    BundleFiles.RUNS,
                    run.runId(),
                    "precision is " + run.precision() + ", that of the task " + task.precision());
        }
    }

    private void crossings() {
        Set<String> crossed = new HashSet<>();
        for (Crossing crossing : bundle.crossings()) {
            RunRecord run = runs.get(crossing.runId());
            TaskDescription task = run == null ? null : tasks.get(run.task());
            if (run != null && crossing.epoch() > run.epochsRun()) {
                add(
                        BundleFiles.CROSSINGS,
                        run.runId(),
                        "level " + crossing.level() + " is reached at epoch " + crossing.epoch()
                                + ", but the run ended at " + run.epochsRun());
            }
            if (task != null && crossing.level().equals(task.headline())) {
                crossed.add(crossing.runId());
            }
        }
        for (RunRecord run : bundle.runs()) {
            if (run.epochs().isPresent() && !crossed.contains(run.runId())) {
                add(BundleFiles.CROSSINGS, run.runId(), "it converged, but its headline level has no row");
            }
        }
    }

    private void curves() {
        Set<String> seen = new HashSet<>();
        for (CurvePoint point : bundle.curves()) {
            RunRecord run = runs.get(point.runId());
            if (run != null && point.epoch() > run.epochsRun()) {
                add(
                        BundleFiles.CURVES_GZ,
                        run.runId(),
                        "a point at epoch " + point.epoch() + ", but the run ended at " + run.epochsRun());
            }
            seen.add(point.runId());
        }
        for (RunRecord run : bundle.runs()) {
            if (!seen.contains(run.runId())) {
                add(BundleFiles.CURVES_GZ, run.runId(), "its curve is missing");
            }
        }
    }

    private void add(String file, String runId, String problem) {
        findings.add(bundle.folder().resolve(file) + ": run " + runId + ": " + problem);
    }
}
