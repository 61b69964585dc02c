package org.initbench.run;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.initbench.init.ScaleKind;
import org.initbench.task.DescribedLayers;
import org.initbench.task.LayerDescription;
import org.initbench.task.MatrixDescription;
import org.initbench.task.TaskDescription;

/** A small study with made-up results: two tasks, three arms, two replicates, eleven planned runs. */
final class Samples {
    static final ArmDescription ZERO = new ArmDescription("zero", ScaleKind.NONE, null, true);
    static final ArmDescription NORMAL = new ArmDescription("normal", ScaleKind.STD, 0.31622776601683794, false);
    static final ArmDescription GLOROT = new ArmDescription("glorot-uniform", ScaleKind.GAIN, 1.0, false);

    /** The tasks' own learning rate. */
    static final double RATE = 1.0E-4;

    private Samples() {}

    static ResolvedStudy study() {
        return new ResolvedStudy(
                ResolvedStudy.SCHEMA,
                "tiny",
                "Two tasks: \"one\" is full-batch, the other is not.",
                -7_000_000_000_000_000_001L,
                2,
                1,
                null,
                2,
                List.of(task("zeta-full", 4), task("alpha-batch", 2)),
                List.of(ZERO, NORMAL, GLOROT),
                new ResolvedStudy.Timing(List.of(1, 16), List.of("normal")));
    }

    static TaskDescription task(String name, int batchSize) {
        return new TaskDescription(
                name,
                "A task: made up",
                "shallow tanh network",
                "none",
                "0123456789012345",
                4,
                4,
                0,
                "2",
                List.of(DescribedLayers.dense(2, 3, "tanh"), recurrent()),
                "squared error",
                "momentum",
                "momentum 0.9",
                RATE,
                batchSize == 4 ? null : 0.1 + 0.2,
                batchSize,
                4 / batchSize,
                false,
                List.of("half", "fifth"),
                List.of(0.25, Math.nextUp(0.1)),
                "fifth",
                0.5,
                "accuracy",
                200,
                "float32");
    }

    /** A matrix with biases, and one without that is not drawn. */
    private static LayerDescription recurrent() {
        return new LayerDescription(
                "recurrent",
                "1 unit, sigmoid",
                "sigmoid",
                "1",
                List.of(
                        new MatrixDescription("input weight", 1, 3, 3, 1, "drawn", 1.0),
                        new MatrixDescription("recurrent weight", 1, 1, 1, 1, "identity", null)));
    }

    static Environment environment() {
        return new Environment(
                "host",
                "A CPU",
                1,
                2,
                List.of("L2 1 MiB"),
                1L << 33,
                Map.of("memory", "8589934592", "cpus", "1.5"),
                "Linux 6",
                "amd64",
                Double.NaN,
                "17.0.15",
                "Debian",
                List.of("-Xmx2g"),
                "0.1.0",
                "unknown",
                false,
                "1.0.0-M2.1",
                "linux-x86_64",
                "OpenBLAS",
                Map.of("OMP_NUM_THREADS", "1"),
                Map.of(),
                "0123456789abcdef",
                Map.of(),
                "2026-01-02T03:04:05Z",
                Map.of());
    }

    static RunRecord run(String id, String task, ArmDescription arm, int replicate, OptionalDouble epochs) {
        Double scale = arm.scale();
        boolean converged = epochs.isPresent();
        return new RunRecord(
                        id,
                        task,
                        arm.initializer(),
                        arm.scaleKind(),
                        scale == null ? OptionalDouble.empty() : OptionalDouble.of(scale),
                        replicate,
                        "nd4j",
                        "float32",
                        converged ? Outcome.CONVERGED : Outcome.DIVERGED,
                        converged ? Cause.NONE : Cause.EXPLODED,
                        epochs,
                        150.25,
                        601,
                        200,
                        0.1 + 0.2,
                        converged ? Double.MIN_VALUE : Double.POSITIVE_INFINITY,
                        converged ? Double.MAX_VALUE : Double.NaN,
                        1.0E-4,
                        Math.nextDown(1.0),
                        2.0 / 3,
                        "00000000000000aa",
                        "00000000000000bb")
                .at(RATE, RateKind.TASK);
    }

    static List<RunRecord> fullBatchRuns() {
        return List.of(
                run("r0", "zeta-full", ZERO, 0, OptionalDouble.empty()),
                run("r1", "zeta-full", NORMAL, 0, OptionalDouble.of(12.25)),
                run("r2", "zeta-full", GLOROT, 0, OptionalDouble.of(0)),
                run("r3", "zeta-full", NORMAL, 1, OptionalDouble.of(1.0 / 3)),
                run("r4", "zeta-full", GLOROT, 1, OptionalDouble.empty()));
    }

    static List<RunRecord> batchRuns(int replicate) {
        return List.of(
                run("b0" + replicate, "alpha-batch", ZERO, replicate, OptionalDouble.empty()),
                run("b1" + replicate, "alpha-batch", NORMAL, replicate, OptionalDouble.of(7)),
                run("b2" + replicate, "alpha-batch", GLOROT, replicate, OptionalDouble.of(3)));
    }

    static List<Crossing> crossings(List<RunRecord> runs) {
        return runs.stream()
                .filter(run -> run.epochs().isPresent())
                .map(run -> new Crossing(run.runId(), "fifth", run.epochs().getAsDouble()))
                .toList();
    }

    static List<CurvePoint> curves(List<RunRecord> runs) {
        return runs.stream()
                .flatMap(run -> List.of(
                        new CurvePoint(run.runId(), 0, Double.parseDouble("1.0E23"), 0.5),
                        new CurvePoint(run.runId(), 1.0 / 3, Double.NEGATIVE_INFINITY, Double.NaN))
                        .stream())
                .toList();
    }

    static List<Diagnostic> diagnostics(List<RunRecord> runs) {
        return runs.stream()
                .flatMap(run -> List.of(
                        new Diagnostic(run.runId(), 0, Quantity.EQUAL_UNITS, 0, 3),
                        new Diagnostic(run.runId(), 0, Quantity.GRADIENT_NORM, 1, 1.0E-30),
                        new Diagnostic(run.runId(), 1.0 / 3, Quantity.SPREAD, 0, Double.NaN))
                        .stream())
                .toList();
    }

    static void writePart(BundleWriter writer, String name, List<RunRecord> runs) {
        writer.writePart(name, runs, crossings(runs), curves(runs), diagnostics(runs));
    }

    /** A bundle with all its parts, not yet finished; the names of the parts sort against plan order. */
    static BundleWriter unfinished(Path folder) {
        BundleWriter writer = BundleWriter.create(folder, study(), environment());
        writeParts(writer);
        return writer;
    }

    static void writeParts(BundleWriter writer) {
        writePart(writer, "zeta-full-0", fullBatchRuns());
        writePart(writer, "alpha-batch-0", batchRuns(0));
        writePart(writer, "alpha-batch-1", batchRuns(1));
    }

    static final List<String> ORDER = List.of("zeta-full-0", "alpha-batch-0", "alpha-batch-1");
}
