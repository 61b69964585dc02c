package org.initbench.compare;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import org.initbench.run.Bundle;
import org.initbench.run.BundleReader;
import org.initbench.run.BundleWriter;
import org.initbench.run.Crossing;
import org.initbench.run.RunRecord;

/** A copy of a bundle in which every run takes a multiple of its epochs, at most the budget. */
public final class PerturbedBundle {
    private PerturbedBundle() {}

    /** Writes the copy, sealed; everything but the epochs is as in the original. */
    public static void write(Path original, Path copy, double factor) {
        Bundle bundle = BundleReader.read(original);
        List<RunRecord> runs =
                bundle.runs().stream().map(run -> slower(run, factor)).toList();
        List<Crossing> crossings = bundle.crossings().stream()
                .map(crossing -> new Crossing(
                        crossing.runId(),
                        crossing.level(),
                        Math.min(crossing.epoch() * factor, budget(runs, crossing.runId()))))
                .toList();
        BundleWriter writer = BundleWriter.create(copy, bundle.study(), bundle.environment());
        writer.writePart("all", runs, crossings, bundle.curves(), bundle.diagnostics());
        writer.finish(List.of("all"));
    }

    private static double budget(List<RunRecord> runs, String id) {
        return runs.stream()
                .filter(run -> run.runId().equals(id))
                .findFirst()
                .orElseThrow()
                .budget();
    }

    private static RunRecord slower(RunRecord run, double factor) {
        OptionalDouble epochs = run.epochs().isPresent()
                ? OptionalDouble.of(Math.min(run.epochs().getAsDouble() * factor, run.budget()))
                : run.epochs();
        return new RunRecord(
                        run.runId(),
                        run.task(),
                        run.initializer(),
                        run.scaleKind(),
                        run.scale(),
                        run.replicate(),
                        run.engine(),
                        run.precision(),
                        run.outcome(),
                        run.cause(),
                        epochs,
                        Math.max(run.epochsRun() * factor, run.epochsRun()),
                        run.stepsRun(),
                        run.budget(),
                        run.initialLoss(),
                        run.finalLoss(),
                        run.finalMetric(),
                        run.initialNorm(),
                        run.distance(),
                        run.signsKept(),
                        run.initialDigest(),
                        run.finalDigest())
                .at(run.learningRate(), run.rateKind());
    }
}
