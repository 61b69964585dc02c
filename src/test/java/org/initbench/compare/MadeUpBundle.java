package org.initbench.compare;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.initbench.hypothesis.Hypotheses;
import org.initbench.init.ScaleKind;
import org.initbench.run.ArmDescription;
import org.initbench.run.BlockTiming;
import org.initbench.run.Bundle;
import org.initbench.run.Cause;
import org.initbench.run.Crossing;
import org.initbench.run.CurvePoint;
import org.initbench.run.Engine;
import org.initbench.run.Environment;
import org.initbench.run.EpochTiming;
import org.initbench.run.Outcome;
import org.initbench.run.ResolvedStudy;
import org.initbench.run.RunRecord;
import org.initbench.task.DescribedLayers;
import org.initbench.task.TaskDescription;

/** A bundle whose truth is known: normal starts that take the epochs that a test says. Equal epochs are equal bits. */
public final class MadeUpBundle {
    private final String folder;
    private String end = "end";
    private long seed = 1;
    private int schema = ResolvedStudy.SCHEMA;
    private double budget = 200;
    private String coreType = "Haswell";
    private Engine engine = Engine.ND4J;
    private final Map<String, TaskDescription> tasks = new LinkedHashMap<>();
    private final Set<ArmDescription> arms = new LinkedHashSet<>();
    private final List<RunRecord> runs = new ArrayList<>();
    private final List<CurvePoint> curves = new ArrayList<>();
    private final List<BlockTiming> blocks = new ArrayList<>();
    private final List<EpochTiming> timings = new ArrayList<>();

    public MadeUpBundle(String folder) {
        this.folder = folder;
    }

    MadeUpBundle seed(long value) {
        seed = value;
        return this;
    }

    MadeUpBundle schema(int value) {
        schema = value;
        return this;
    }

    MadeUpBundle engine(Engine value) {
        engine = value;
        return this;
    }

    /** The budget of the tasks that are added from now on. */
    MadeUpBundle budget(double value) {
        budget = value;
        return this;
    }

    public MadeUpBundle coreType(String value) {
        coreType = value;
        return this;
    }

    /** Adds a task without runs. */
    MadeUpBundle task(String name) {
        tasks.computeIfAbsent(name, this::description);
        return this;
    }

    /** Adds a run of normal weights; it converges unless the epochs are infinite. */
    public MadeUpBundle run(String task, double std, int replicate, double epochs) {
        task(task);
        arms.add(new ArmDescription("normal", ScaleKind.STD, std, false));
        String id =
                String.join("/", task, Double.toString(std), "" + replicate, "" + seed, "" + budget, engine.label());
        runs.add(record(id, task, std, replicate, epochs));
        for (int epoch = 0; epoch <= 3; epoch++) {
            curves.add(new CurvePoint(id, epoch, 2.3 * Math.pow(0.2, epoch / epochs), 0.1));
        }
        return this;
    }

    /** Adds a run that diverges. */
    MadeUpBundle diverged(String task, double std, int replicate) {
        return run(task, std, replicate, Double.NaN);
    }

    /** Runs end with other parameters than the same runs elsewhere. */
    MadeUpBundle otherEnds() {
        end = "other end";
        return this;
    }

    /** Adds an epoch's time in a stack of 16: microseconds, half width of JMH's interval, iterations. */
    public MadeUpBundle timed(String task, double microseconds, double error, int samples) {
        return timed(List.of(new EpochTiming(task, 16, microseconds, error, samples)));
    }

    /** Adds times of epochs. */
    MadeUpBundle timed(List<EpochTiming> epochs) {
        timings.addAll(epochs);
        return this;
    }

    /** Adds times of blocks in one go: microseconds per model and epoch. */
    MadeUpBundle blocks(String task, Double... microseconds) {
        blocks.add(new BlockTiming(task, List.of(microseconds)));
        return this;
    }

    private RunRecord record(String id, String task, double std, int replicate, double epochs) {
        boolean converged = Double.isFinite(epochs);
        return new RunRecord(
                id,
                task,
                "normal",
                ScaleKind.STD,
                OptionalDouble.of(std),
                replicate,
                "made-up",
                "float32",
                converged ? Outcome.CONVERGED : Double.isNaN(epochs) ? Outcome.DIVERGED : Outcome.CENSORED,
                Cause.NONE,
                converged ? OptionalDouble.of(epochs) : OptionalDouble.empty(),
                converged ? 2 * epochs : budget,
                Math.round(20 * Math.min(converged ? epochs : budget, budget)),
                budget,
                2.3,
                0.1,
                0.9,
                1,
                1,
                0.9,
                "start " + id,
                end + " after " + epochs);
    }

    private TaskDescription description(String name) {
        return new TaskDescription(
                name,
                "A task",
                "small tanh network",
                "digits",
                "sha",
                400,
                400,
                0,
                "64",
                List.of(DescribedLayers.dense(64, 32, "tanh"), DescribedLayers.dense(32, 10, "softmax")),
                "softmax-cross-entropy",
                "sgd",
                "",
                0.1,
                null,
                20,
                20,
                false,
                List.of("half", "fifth"),
                List.of(1.15, 0.46),
                "fifth",
                2.3,
                "test accuracy",
                budget,
                "float32");
    }

    public Bundle bundle() {
        ResolvedStudy study = new ResolvedStudy(
                schema,
                "made-up",
                "A made-up study",
                seed,
                1 + runs.stream().mapToInt(RunRecord::replicate).max().orElse(0),
                1,
                null,
                2,
                List.copyOf(tasks.values()),
                List.copyOf(arms),
                new ResolvedStudy.Timing(List.of(16), List.of()),
                List.of(),
                List.of(),
                engine);
        List<Crossing> crossings = runs.stream()
                .filter(run -> run.epochs().isPresent())
                .map(run -> new Crossing(run.runId(), "fifth", run.epochs().getAsDouble()))
                .toList();
        return new Bundle(
                Path.of(folder),
                study,
                environment(),
                Hypotheses.none(),
                runs,
                crossings,
                curves,
                List.of(),
                List.of(),
                timings,
                List.of(),
                blocks,
                true,
                List.of(),
                List.of());
    }

    private Environment environment() {
        return new Environment(
                "host of " + folder,
                "A CPU",
                1,
                2,
                List.of("L2 1 MiB"),
                1L << 33,
                Map.of(),
                "Linux 6",
                "amd64",
                0.5,
                "17.0.15",
                "Debian",
                List.of(),
                "0.1.0",
                "unknown",
                false,
                "1.0.0-M2.1",
                "linux-x86_64",
                "OpenBLAS 0.3.19, core type " + coreType,
                Map.of("OMP_NUM_THREADS", "1", "OPENBLAS_CORETYPE", coreType),
                Map.of(),
                "0123456789abcdef",
                Map.of(),
                "2026-01-02T03:04:05Z",
                Map.of());
    }
}
