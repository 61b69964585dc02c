package org.initbench.run;

import java.nio.file.Path;
import java.util.List;
import org.initbench.hypothesis.Hypotheses;

/**
 * The raw content of a bundle, in memory.
 *
 * @param folder where it was read from
 * @param study the study as resolved
 * @param environment the machine and the software
 * @param hypotheses what was written down before it was run; none in bundles of versions that had no such file
 * @param runs one record a run, in plan order
 * @param crossings epochs at which runs reached threshold levels
 * @param curves learning curves, by run in plan order and then by epoch
 * @param diagnostics what was seen inside runs, by run in plan order, then by epoch, layer and quantity; empty in bundles of
 *     versions that did not look
 * @param tuning learning rates that were tried, by task and arm in plan order; empty if none is tuned
 * @param timings cost of an epoch, by task; empty if it was not timed
 * @param costs cost of an epoch of dense networks by width, depth, batch and stack; empty if it was not timed
 * @param blocks what epochs cost while the study ran, by task; more than one of a task that was run in several goes
 * @param complete whether every planned run is there
 * @param failures trials that failed while the study was run
 * @param damage what is wrong with the files, where they were read all the same; empty for a sound bundle
 */
public record Bundle(
        Path folder,
        ResolvedStudy study,
        Environment environment,
        Hypotheses hypotheses,
        List<RunRecord> runs,
        List<Crossing> crossings,
        List<CurvePoint> curves,
        List<Diagnostic> diagnostics,
        List<TuningTrial> tuning,
        List<EpochTiming> timings,
        List<CostTiming> costs,
        List<BlockTiming> blocks,
        boolean complete,
        List<Failure> failures,
        List<String> damage) {

    public Bundle {
        runs = List.copyOf(runs);
        crossings = List.copyOf(crossings);
        curves = List.copyOf(curves);
        diagnostics = List.copyOf(diagnostics);
        tuning = List.copyOf(tuning);
        timings = List.copyOf(timings);
        costs = List.copyOf(costs);
        blocks = List.copyOf(blocks);
        failures = List.copyOf(failures);
        damage = List.copyOf(damage);
    }

    /** A sound bundle in which no trial failed and no block was timed. */
    public Bundle(
            Path folder,
            ResolvedStudy study,
            Environment environment,
            Hypotheses hypotheses,
            List<RunRecord> runs,
            List<Crossing> crossings,
            List<CurvePoint> curves,
            List<Diagnostic> diagnostics,
            List<TuningTrial> tuning,
            List<EpochTiming> timings,
            List<CostTiming> costs,
            boolean complete) {
        this(
                folder,
                study,
                environment,
                hypotheses,
                runs,
                crossings,
                curves,
                diagnostics,
                tuning,
                timings,
                costs,
                List.of(),
                complete,
                List.of(),
                List.of());
    }

    /** A bundle without hypotheses. */
    public Bundle(
            Path folder,
            ResolvedStudy study,
            Environment environment,
            List<RunRecord> runs,
            List<Crossing> crossings,
            List<CurvePoint> curves,
            List<Diagnostic> diagnostics,
            List<TuningTrial> tuning,
            List<EpochTiming> timings,
            List<CostTiming> costs,
            boolean complete) {
        this(
                folder,
                study,
                environment,
                Hypotheses.none(),
                runs,
                crossings,
                curves,
                diagnostics,
                tuning,
                timings,
                costs,
                complete);
    }

    /** A bundle without hypotheses in which no learning rate is tuned. */
    public Bundle(
            Path folder,
            ResolvedStudy study,
            Environment environment,
            List<RunRecord> runs,
            List<Crossing> crossings,
            List<CurvePoint> curves,
            List<Diagnostic> diagnostics,
            List<EpochTiming> timings,
            List<CostTiming> costs,
            boolean complete) {
        this(folder, study, environment, runs, crossings, curves, diagnostics, List.of(), timings, costs, complete);
    }
}
