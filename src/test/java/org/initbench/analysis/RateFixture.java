package org.initbench.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.initbench.run.ArmDescription;
import org.initbench.run.Bundle;
import org.initbench.run.Crossing;
import org.initbench.run.OtherRates;
import org.initbench.run.RateKind;
import org.initbench.run.RateRule;
import org.initbench.run.ResolvedStudy;
import org.initbench.run.RunRecord;
import org.initbench.run.TuningTrial;

/**
 * A synthetic study whose normal weights are run at other learning rates as well. At ÷√10 a scale does what a scale so many half
 * decades above it does at the task's own rate, 0.1; tuned, every run takes a quarter of its epochs.
 */
public final class RateFixture {
    static final double FACTOR = 0.3162;
    static final double TASK_RATE = 0.1;
    private static final List<Double> GRID = List.of(1.0, 3.0, 9.0);

    private RateFixture() {}

    /** The study at the tasks' own rates. */
    static Bundle own() {
        return new SyntheticStudy().hidden("tanh", -1).bundle(true);
    }

    /**
     * The same with runs at other rates.
     *
     * @param shift half decades by which optima move down at ÷√10
     */
    static Bundle bundle(int shift) {
        Bundle own = own();
        List<RunRecord> runs = new ArrayList<>(own.runs());
        List<Crossing> crossings = new ArrayList<>(own.crossings());
        List<TuningTrial> trials = new ArrayList<>();
        for (RunRecord run : own.runs()) {
            if (run.initializer().equals("normal")) {
                at(run, scale(run) / Math.pow(10, shift / 2.0), 1, RateRule.rate(TASK_RATE, FACTOR), RateKind.FACTOR)
                        .ifPresentAdd(runs, crossings);
                at(run, scale(run), 0.25, RateRule.rate(TASK_RATE, 3), RateKind.TUNED)
                        .ifPresentAdd(runs, crossings);
                if (run.replicate() == 0) {
                    for (double factor : GRID) {
                        trials.add(new TuningTrial(
                                run.task(),
                                "normal",
                                run.scale(),
                                factor,
                                RateRule.rate(TASK_RATE, factor),
                                Math.abs(factor - 3) + 1,
                                factor == 3));
                    }
                }
            }
        }
        return new Bundle(
                own.folder(),
                study(own.study()),
                own.environment(),
                runs,
                crossings,
                own.curves(),
                List.of(),
                trials,
                own.timings(),
                List.of(),
                true);
    }

    /** An analysis in which the best scale moves by a decade and a half. */
    public static Analysis analysis() {
        return Analyzer.analyze(bundle(3), SyntheticStudy::variance);
    }

    private static double scale(RunRecord run) {
        return run.scale().orElseThrow();
    }

    /** A run at another rate; none if the study has no such scale. */
    private record Moved(RunRecord run, List<Double> levels) {
        void ifPresentAdd(List<RunRecord> runs, List<Crossing> crossings) {
            if (levels.isEmpty()) {
                return;
            }
            runs.add(run);
            run.epochs().ifPresent(epochs -> {
                crossings.add(new Crossing(run.runId(), "half", epochs / 2));
                crossings.add(new Crossing(run.runId(), "fifth", epochs));
            });
        }
    }

    private static Moved at(RunRecord run, double scale, double speed, double rate, RateKind kind) {
        List<Double> found = scales(own().study()).stream()
                .filter(s -> Math.abs(s / scale - 1) < 1e-9)
                .toList();
        OptionalDouble epochs = run.epochs().isPresent()
                ? OptionalDouble.of(run.epochs().getAsDouble() * speed)
                : OptionalDouble.empty();
        RunRecord moved = new RunRecord(
                run.runId() + "/" + kind.label(),
                run.task(),
                run.initializer(),
                run.scaleKind(),
                OptionalDouble.of(found.isEmpty() ? scale : found.get(0)),
                rate,
                kind,
                run.replicate(),
                run.engine(),
                run.precision(),
                run.outcome(),
                run.cause(),
                epochs,
                run.epochsRun(),
                run.stepsRun(),
                run.budget(),
                run.initialLoss(),
                run.finalLoss(),
                run.finalMetric(),
                run.initialNorm(),
                run.distance(),
                run.signsKept(),
                run.initialDigest(),
                run.finalDigest());
        return new Moved(moved, found);
    }

    private static List<Double> scales(ResolvedStudy study) {
        List<Double> scales = new ArrayList<>();
        for (ArmDescription arm : study.arms()) {
            Double scale = arm.scale();
            if (arm.initializer().equals("normal") && scale != null) {
                scales.add(scale);
            }
        }
        return scales;
    }

    private static ResolvedStudy study(ResolvedStudy s) {
        return new ResolvedStudy(
                ResolvedStudy.SCHEMA,
                s.name(),
                s.description(),
                s.seed(),
                s.replicates(),
                s.stackReplicates(),
                s.stackSize(),
                s.workers(),
                s.tasks(),
                s.arms(),
                s.timing(),
                List.of(),
                List.of(new OtherRates(
                        List.of(FACTOR), new OtherRates.Tuning(GRID, 3), List.of("normal"), List.of("tanh"))));
    }
}
