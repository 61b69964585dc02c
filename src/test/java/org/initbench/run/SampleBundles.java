package org.initbench.run;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import org.initbench.task.TaskDescription;

/**
 * Small made-up bundles for the tests of other packages: study {@code tiny}, two tasks, eleven planned runs. Nothing is wrong with
 * them, the identities of their runs included.
 */
public final class SampleBundles {
    private SampleBundles() {}

    /** Writes a complete, sealed bundle. */
    public static void finished(Path folder) {
        BundleWriter writer = BundleWriter.create(folder, Samples.study(), Samples.environment());
        writePart(writer, "zeta-full-0", Samples.fullBatchRuns());
        writePart(writer, "alpha-batch-0", Samples.batchRuns(0));
        writePart(writer, "alpha-batch-1", Samples.batchRuns(1));
        writer.finish(Samples.ORDER);
    }

    /** Writes a bundle with five of its eleven runs. */
    public static void unfinished(Path folder) {
        BundleWriter writer = BundleWriter.create(folder, Samples.study(), Samples.environment());
        writePart(writer, "zeta-full-0", Samples.fullBatchRuns());
    }

    /** Writes a bundle without runs that tunes the learning rate of {@code glorot-uniform} on the second task. */
    public static void tuned(Path folder) {
        BundleWriter writer = BundleWriter.create(folder, OtherRatesTest.study(), Samples.environment());
        writer.writeTuning("001-alpha-batch", OtherRatesTest.trials());
    }

    /** Writes the first of two shards, complete and sealed. */
    public static void shard(Path folder) {
        BundleWriter writer =
                BundleWriter.create(folder, Samples.study(), Samples.environment(), null, new Shard(1, 2));
        writePart(writer, "zeta-full-0", Samples.fullBatchRuns());
        writer.finish(List.of("zeta-full-0"));
    }

    private static void writePart(BundleWriter writer, String name, List<RunRecord> runs) {
        Samples.writePart(writer, name, runs.stream().map(SampleBundles::real).toList());
    }

    /** The run with its true identity and with as many updates as its epochs have. */
    private static RunRecord real(RunRecord run) {
        TaskDescription task = Samples.study().tasks().stream()
                .filter(t -> t.name().equals(run.task()))
                .findFirst()
                .orElseThrow();
        int epochs = 150;
        return new RunRecord(
                        RunIdentity.of(
                                task,
                                run,
                                Samples.study().seed(),
                                Samples.study().trainedBy()),
                        run.task(),
                        run.initializer(),
                        run.scaleKind(),
                        run.scale(),
                        run.replicate(),
                        run.engine(),
                        run.precision(),
                        run.outcome(),
                        run.cause(),
                        run.epochs().isPresent()
                                ? OptionalDouble.of(Math.floor(run.epochs().getAsDouble()))
                                : run.epochs(),
                        epochs,
                        (long) epochs * task.updatesPerEpoch(),
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
