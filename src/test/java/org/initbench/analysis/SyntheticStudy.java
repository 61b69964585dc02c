package org.initbench.analysis;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;
import org.initbench.init.ScaleKind;
import org.initbench.run.ArmDescription;
import org.initbench.run.Bundle;
import org.initbench.run.Cause;
import org.initbench.run.Crossing;
import org.initbench.run.CurvePoint;
import org.initbench.run.Environment;
import org.initbench.run.EpochTiming;
import org.initbench.run.Outcome;
import org.initbench.run.ResolvedStudy;
import org.initbench.run.RunRecord;
import org.initbench.task.DescribedLayers;
import org.initbench.task.LayerDescription;
import org.initbench.task.TaskDescription;

/** A bundle whose truth is known: epochs are lognormal around a parabola in the logarithm of the standard deviation. */
final class SyntheticStudy {
    static final double BUDGET = 200;
    private static final int REPLICATES = 10;

    private final List<TaskDescription> tasks = new ArrayList<>();
    private final List<ArmDescription> arms = arms();
    private final List<RunRecord> runs = new ArrayList<>();
    private final List<Crossing> crossings = new ArrayList<>();
    private final List<CurvePoint> curves = new ArrayList<>();
    private final List<EpochTiming> timings = new ArrayList<>();
    private final UniformRandomProvider rng = RandomSource.XO_RO_SHI_RO_128_PP.create(7L);
    private final ZigguratSampler.NormalizedGaussian gauss = ZigguratSampler.NormalizedGaussian.of(rng);

    /** What a start does: median epochs, probability of success, cause of failure. */
    record Truth(double median, double converge, Cause cause) {}

    /** Adds a network with a hidden layer whose best standard deviation is 10^{@code optimum}. */
    SyntheticStudy hidden(String name, double optimum) {
        return add(task(name, List.of(layer(64, 32), layer(32, 10)), 20), arm -> {
            if (arm.deterministic()) {
                return new Truth(10, 0, Cause.SYMMETRIC);
            }
            double off = Math.log10(std(arm)) - optimum;
            return new Truth(10 * (1 + 0.8 * off * off), off > 1.4 ? 0.3 : 1, Cause.SATURATED);
        });
    }

    /** Adds a network of one hidden layer that answers sharply to its scale. */
    SyntheticStudy network(String name, String kind, int width, double optimum) {
        return add(task(name, kind, List.of(layer(64, width), layer(width, 10)), 20), arm -> {
            double off = Math.log10(Math.max(1e-9, std(arm))) - optimum;
            return new Truth(Math.min(BUDGET / 2, 2 * (1 + 20 * off * off)), 1, Cause.NONE);
        });
    }

    /** Adds a linear model, trained on the full batch, for which every start up to 0.1 is as good. */
    SyntheticStudy linear(String name) {
        return add(task(name, List.of(layer(30, 2)), 400), arm -> {
            double off = Math.max(0, Math.log10(Math.max(1e-9, std(arm))) + 1);
            return new Truth(10 * (1 + off * off), 1, Cause.NONE);
        });
    }

    /** Adds a task that nothing solves. */
    SyntheticStudy hopeless(String name) {
        return add(task(name, List.of(layer(64, 32), layer(32, 10)), 20), arm -> new Truth(10, 0, Cause.NONE));
    }

    private interface Law {
        Truth of(ArmDescription arm);
    }

    private SyntheticStudy add(TaskDescription task, Law law) {
        tasks.add(task);
        timings.add(new EpochTiming(task.name(), 1, 900, 90, 10));
        timings.add(new EpochTiming(task.name(), 256, 100, 10, 10));
        double[] shared = gauss.samples(REPLICATES).toArray();
        for (ArmDescription arm : arms) {
            int n = arm.deterministic() && task.fullBatch() ? 1 : REPLICATES;
            for (int r = 0; r < n; r++) {
                run(task, arm, r, law.of(arm), shared[r]);
            }
        }
        return this;
    }

    private void run(TaskDescription task, ArmDescription arm, int replicate, Truth truth, double shared) {
        String id = task.name() + "/" + arm.initializer() + "/" + arm.scale() + "/" + replicate;
        double raw = truth.median() * Math.exp(0.2 * (shared + gauss.sample()) / Math.sqrt(2));
        double epochs = Math.max(1, Math.round(raw * 4)) / 4.0;
        boolean converged = rng.nextDouble() < truth.converge() && epochs <= BUDGET;
        double ran = converged ? Math.min(BUDGET, 2 * epochs) : BUDGET;
        runs.add(record(task, arm, id, replicate, converged, truth, epochs, ran));
        if (converged) {
            crossings.add(new Crossing(id, "half", epochs / 2));
            crossings.add(new Crossing(id, "fifth", epochs));
        }
        for (double epoch = 0; epoch <= ran; epoch = epoch < 20 ? epoch + 1 : Math.rint(epoch * 1.06 + 0.5)) {
            curves.add(new CurvePoint(id, epoch, converged ? 2.3 * Math.pow(0.2, epoch / epochs) : 2.3, 0.1));
        }
    }

    private static RunRecord record(
            TaskDescription task,
            ArmDescription arm,
            String id,
            int replicate,
            boolean converged,
            Truth truth,
            double epochs,
            double ran) {
        Double scale = arm.scale();
        return new RunRecord(
                id,
                task.name(),
                arm.initializer(),
                arm.scaleKind(),
                scale == null ? OptionalDouble.empty() : OptionalDouble.of(scale),
                replicate,
                "synthetic",
                "float32",
                converged ? Outcome.CONVERGED : Outcome.CENSORED,
                converged ? Cause.NONE : truth.cause(),
                converged ? OptionalDouble.of(epochs) : OptionalDouble.empty(),
                ran,
                Math.round(ran * task.updatesPerEpoch()),
                BUDGET,
                2.3,
                converged ? 0.1 : 2.3,
                0.9,
                1,
                1,
                0.9,
                id,
                "b");
    }

    Bundle bundle(boolean complete) {
        ResolvedStudy study = new ResolvedStudy(
                1,
                "quick",
                "synthetic",
                42,
                REPLICATES,
                5,
                null,
                2,
                tasks,
                arms,
                new ResolvedStudy.Timing(List.of(1, 256), List.of("normal")));
        return new Bundle(
                Path.of("reports", "local", "quick-host"),
                study,
                environment(),
                runs,
                crossings,
                curves,
                List.of(),
                timings,
                List.of(),
                complete);
    }

    private static Environment environment() {
        return new Environment(
                "host",
                "cpu",
                2,
                2,
                List.of(),
                1L,
                Map.of(),
                "os",
                "amd64",
                Double.NaN,
                "17",
                "vendor",
                List.of(),
                "0.1.0",
                "unknown",
                false,
                "nd4j",
                "ext",
                "blas",
                Map.of("OMP_NUM_THREADS", "1"),
                Map.of(),
                "digest",
                Map.of(),
                "2026-01-01T00:00:00Z",
                Map.of());
    }

    private static LayerDescription layer(int fanIn, int fanOut) {
        return DescribedLayers.dense(fanIn, fanOut, "tanh");
    }

    private static TaskDescription task(String name, List<LayerDescription> layers, int batch) {
        return task(name, "small tanh network", layers, batch);
    }

    private static TaskDescription task(String name, String kind, List<LayerDescription> layers, int batch) {
        return new TaskDescription(
                name,
                "a task",
                kind,
                "digits",
                "sha",
                400,
                400,
                0,
                "64",
                layers,
                "softmax-cross-entropy",
                "sgd",
                "",
                0.1,
                null,
                batch,
                400 / batch,
                false,
                List.of("half", "fifth", "twentieth"),
                List.of(1.15, 0.46, 0.115),
                "fifth",
                2.3,
                "test accuracy",
                BUDGET,
                "float32");
    }

    /** The standard deviation that an arm starts with, in the layer with 64 inputs. */
    private static double std(ArmDescription arm) {
        Double scale = arm.scale();
        double value = scale == null ? 0 : scale;
        return arm.scaleKind() == ScaleKind.GAIN ? value * Math.sqrt(variance(arm.initializer(), 64, 32)) : value;
    }

    /** Published variances of a weight. */
    static double variance(String initializer, int fanIn, int fanOut) {
        return switch (initializer) {
            case "he-normal" -> 2.0 / fanIn;
            case "lecun-normal" -> 1.0 / fanIn;
            case "glorot-normal" -> 2.0 / (fanIn + fanOut);
            case "orthogonal" -> 1.0 / Math.max(fanIn, fanOut);
            default -> throw new IllegalArgumentException(initializer);
        };
    }

    private static List<ArmDescription> arms() {
        List<ArmDescription> arms = new ArrayList<>();
        arms.add(new ArmDescription("zero", ScaleKind.NONE, null, true));
        arms.add(new ArmDescription("constant", ScaleKind.VALUE, 0.1, true));
        for (int k = -8; k <= 2; k++) {
            arms.add(new ArmDescription("normal", ScaleKind.STD, Math.pow(10, k / 2.0), false));
        }
        for (int k = -4; k <= 1; k++) {
            arms.add(new ArmDescription("uniform", ScaleKind.STD, Math.pow(10, k), false));
        }
        for (String scheme : List.of("glorot-normal", "he-normal", "lecun-normal", "orthogonal")) {
            for (int k = -1; k <= 1; k++) {
                arms.add(new ArmDescription(scheme, ScaleKind.GAIN, Math.pow(10, k / 2.0), false));
            }
        }
        return arms;
    }
}
