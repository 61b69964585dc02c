package org.initbench.run;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.initbench.init.ScaleKind;
import org.initbench.task.TaskDescription;
import org.jspecify.annotations.Nullable;

/**
 * Checks rows against the study and against each other, in the order in which they are read: all runs, then all
 * crossings, then all points of curves, then all diagnostics.
 */
final class Consistency {

    /** Points of a curve, on average: far above what a study keeps, and what memory holds. */
    private static final long MOST_POINTS = 5_000;

    /** Diagnostics of a run, on average: likewise. */
    private static final long MOST_LOOKS = 20_000;

    private final Plan plan;
    private final Findings findings;
    private final Map<String, RunRecord> runs = new HashMap<>();
    private final Set<Plan.Place> filled = new HashSet<>();
    private final Map<String, Set<String>> levels = new HashMap<>();
    private final Map<String, CurvePoint> lastPoints = new HashMap<>();
    private final Map<String, Diagnostic> lastDiagnostics = new HashMap<>();
    private long points;
    private long looks;

    Consistency(Plan plan, Findings findings) {
        this.plan = plan;
        this.findings = findings;
    }

    /** The same checks against the runs that were added so far, which may go on at the same time, with findings of their own. */
    Consistency reporting(Findings others) {
        Consistency beside = new Consistency(plan, others);
        beside.runs.putAll(runs);
        return beside;
    }

    void add(Line place, RunRecord run) {
        if (runs.putIfAbsent(run.runId(), run) != null) {
            findings.add(place + ": run_id " + run.runId() + " is there twice");
            return;
        }
        Plan.Place planned = Plan.Place.of(run);
        if (!plan.places().contains(planned)) {
            findings.add(
                    place + ": the study has no run of " + Plan.Place.of(run).describe());
        } else if (!filled.add(planned)) {
            findings.add(place + ": a second run of " + Plan.Place.of(run).describe());
        }
        String problem = engineProblem(run);
        problem = problem == null ? scaleProblem(run) : problem;
        problem = problem == null ? epochsProblem(run) : problem;
        if (problem != null) {
            findings.add(place + ", " + problem);
        }
    }

    private @Nullable String engineProblem(RunRecord run) {
        String engine = plan.engine().label();
        return run.engine().equals(engine)
                ? null
                : "column engine: '" + run.engine() + "' where the study's, '" + engine + "', is expected";
    }

    private static @Nullable String scaleProblem(RunRecord run) {
        boolean none = run.scaleKind() == ScaleKind.NONE;
        if (run.scale().isPresent() == none) {
            return "column scale: " + (none ? "must be empty" : "empty") + " for scale_kind "
                    + run.scaleKind().label();
        }
        double scale = run.scale().orElse(1);
        boolean signed = run.scaleKind() == ScaleKind.VALUE;
        return Double.isFinite(scale) && (signed || scale > 0)
                ? null
                : "column scale: " + scale + " where a positive number is expected";
    }

    private static @Nullable String epochsProblem(RunRecord run) {
        OptionalDouble epochs = run.epochs();
        if (epochs.isPresent() != (run.outcome() == Outcome.CONVERGED)) {
            return "column epochs: " + (epochs.isPresent() ? "must be empty" : "empty") + " for outcome "
                    + run.outcome().name().toLowerCase(Locale.ROOT);
        }
        double value = epochs.orElse(0);
        if (!(value >= 0 && value <= run.budget() && value <= run.epochsRun())) {
            return "column epochs: " + value + " where 0 to epochs_run " + run.epochsRun() + " and to the budget "
                    + run.budget() + " is expected";
        }
        return run.budget() > 0 ? null : "column budget: " + run.budget() + " where a positive number is expected";
    }

    void add(Line place, Crossing crossing) {
        RunRecord run = runs.get(crossing.runId());
        if (run == null) {
            findings.add(place + ": no run has run_id " + crossing.runId());
            return;
        }
        TaskDescription task = plan.tasks().get(run.task());
        if (task != null && !task.levels().contains(crossing.level())) {
            findings.add(place + ", column level: '" + crossing.level() + "' where one of " + task.levels()
                    + " is expected");
        } else if (!levels.computeIfAbsent(crossing.runId(), id -> new HashSet<>())
                .add(crossing.level())) {
            findings.add(place + ": run " + crossing.runId() + " reaches level " + crossing.level() + " twice");
        } else if (task != null
                && crossing.level().equals(task.headline())
                && crossing.epoch() != run.epochs().orElse(-1)) {
            findings.add(place + ": run " + crossing.runId() + " reaches the headline level at epoch "
                    + crossing.epoch() + ", but its column epochs says otherwise");
        }
    }

    void add(Line place, CurvePoint point) {
        if (++points > (runs.size() + 1L) * MOST_POINTS) {
            findings.add(place + ": more than " + MOST_POINTS + " points a run");
            return;
        }
        if (!runs.containsKey(point.runId())) {
            findings.add(place + ": no run has run_id " + point.runId());
            return;
        }
        CurvePoint last = lastPoints.put(point.runId(), point);
        if (last != null && last.epoch() >= point.epoch()) {
            findings.add(place + ": the curve of run " + point.runId() + " goes back from epoch " + last.epoch()
                    + " to " + point.epoch());
        }
    }

    void add(Line place, Diagnostic diagnostic) {
        if (++looks > (runs.size() + 1L) * MOST_LOOKS) {
            findings.add(place + ": more than " + MOST_LOOKS + " diagnostics a run");
            return;
        }
        RunRecord run = runs.get(diagnostic.runId());
        if (run == null) {
            findings.add(place + ": no run has run_id " + diagnostic.runId());
            return;
        }
        TaskDescription task = plan.tasks().get(run.task());
        if (task != null && diagnostic.layer() >= task.layers().size()) {
            findings.add(place + ", column layer: " + diagnostic.layer() + " where 0 to "
                    + (task.layers().size() - 1) + " is expected");
        }
        if (diagnostic.epoch() > run.epochsRun()) {
            findings.add(
                    place + ", column epoch: " + diagnostic.epoch() + " where the run ended at " + run.epochsRun());
        }
        Diagnostic last = lastDiagnostics.put(diagnostic.runId(), diagnostic);
        if (last != null && Diagnostic.ORDER.compare(last, diagnostic) >= 0) {
            findings.add(place + ": the diagnostics of run " + diagnostic.runId()
                    + " are not in the order of epoch, layer and quantity, or one is there twice");
        }
    }
}
