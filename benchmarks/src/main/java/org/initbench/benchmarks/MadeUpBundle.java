package org.initbench.benchmarks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.apache.commons.rng.UniformRandomProvider;
import org.initbench.common.Streams;
import org.initbench.common.Version;
import org.initbench.run.ArmDescription;
import org.initbench.run.Bundle;
import org.initbench.run.Cause;
import org.initbench.run.Crossing;
import org.initbench.run.CurvePoint;
import org.initbench.run.Environment;
import org.initbench.run.Outcome;
import org.initbench.run.RateKind;
import org.initbench.run.RateRule;
import org.initbench.run.ResolvedStudy;
import org.initbench.run.RunRecord;
import org.initbench.task.TaskDescription;

/**
 * A study's bundle whose runs are made up: their epochs lie around a parabola in the logarithm of the scale, far from whose vertex some
 * runs fail, and the runs of a replicate share a part of their luck.
 */
final class MadeUpBundle {
    /** Decadic logarithm of the scale at which runs are fastest. */
    private static final double VERTEX = -1;

    /** Distance from it, in powers of ten, from which on runs fail, and how many of them. */
    private static final double FAR = 1.4;

    private static final double FAILURES = 0.4;

    private final ResolvedStudy study;
    private final List<RunRecord> runs = new ArrayList<>();
    private final List<Crossing> crossings = new ArrayList<>();
    private final List<CurvePoint> curves = new ArrayList<>();

    private MadeUpBundle(ResolvedStudy study) {
        this.study = study;
    }

    /**
     * A bundle.
     *
     * @param plan the study; arms whose learning rate is tuned are left out
     * @param replicates its replicates, instead of the study's own
     */
    static Bundle of(ResolvedStudy plan, int replicates) {
        MadeUpBundle made = new MadeUpBundle(with(plan, replicates));
        made.study.tasks().forEach(made::run);
        return new Bundle(
                Path.of("made-up"),
                made.study,
                environment(),
                made.runs,
                made.crossings,
                made.curves,
                List.of(),
                List.of(),
                List.of(),
                true);
    }

    private static ResolvedStudy with(ResolvedStudy study, int replicates) {
        return new ResolvedStudy(
                study.schema(),
                study.name(),
                study.description(),
                study.seed(),
                replicates,
                study.stackReplicates(),
                study.stackSize(),
                study.workers(),
                study.tasks(),
                study.arms(),
                study.timing(),
                study.skipped(),
                study.learningRates().stream()
                        .filter(rates -> rates.tuned() == null)
                        .toList());
    }

    private void run(TaskDescription task) {
        UniformRandomProvider random = Streams.of(study.seed(), "made up", task.name());
        double[] shared = random.doubles(study.replicates()).toArray();
        for (ArmDescription arm : study.armsOf(task.name())) {
            int n = arm.deterministic() && task.fullBatch() ? 1 : study.replicates();
            for (int replicate = 0; replicate < n; replicate++) {
                run(task, arm, replicate, shared[replicate], random);
            }
        }
    }

    private void run(
            TaskDescription task, ArmDescription arm, int replicate, double luck, UniformRandomProvider random) {
        Double scale = arm.scale();
        double off = scale == null ? 0 : Math.log10(Math.abs(scale)) - VERTEX;
        double median = task.budgetEpochs() / 20 * (1 + off * off / 2);
        double raw = median * Math.exp((luck + random.nextDouble() - 1) / 2);
        double epochs = whole(task, raw);
        boolean converged = epochs <= task.budgetEpochs() && (Math.abs(off) < FAR || random.nextDouble() > FAILURES);
        String id = task.name() + "/" + arm + "/" + replicate;
        double ran = converged ? Math.min(task.budgetEpochs(), 2 * epochs) : task.budgetEpochs();
        runs.add(record(id, task, arm, replicate, converged ? OptionalDouble.of(epochs) : OptionalDouble.empty(), ran));
        if (converged) {
            int headline = task.levels().indexOf(task.headline());
            for (int level = 0; level < task.levels().size(); level++) {
                double epoch = level == headline ? epochs : whole(task, epochs * (level + 1) / (headline + 1));
                if (epoch <= ran) {
                    crossings.add(new Crossing(id, task.levels().get(level), epoch));
                }
            }
        }
        for (double epoch = 0; epoch <= ran; epoch = epoch < 20 ? epoch + 1 : Math.rint(epoch * 1.06 + 0.5)) {
            double loss = task.chanceLoss() * (converged ? Math.pow(0.2, epoch / epochs) : 1);
            curves.add(new CurvePoint(id, epoch, loss, 0));
        }
    }

    /** Epochs of a whole number of updates, one at least. */
    private static double whole(TaskDescription task, double epochs) {
        return Math.max(1, Math.round(epochs * task.updatesPerEpoch())) / (double) task.updatesPerEpoch();
    }

    private static RunRecord record(
            String id, TaskDescription task, ArmDescription arm, int replicate, OptionalDouble epochs, double ran) {
        Double scale = arm.scale();
        RateRule rule = arm.learningRate();
        Double factor = rule == null ? null : rule.factor();
        return new RunRecord(
                id,
                task.name(),
                arm.initializer(),
                arm.scaleKind(),
                scale == null ? OptionalDouble.empty() : OptionalDouble.of(scale),
                RateRule.rate(task.learningRate(), factor == null ? 1 : factor),
                factor == null ? RateKind.TASK : RateKind.FACTOR,
                replicate,
                "made up",
                task.precision(),
                epochs.isPresent() ? Outcome.CONVERGED : Outcome.CENSORED,
                Cause.NONE,
                epochs,
                ran,
                Math.round(ran * task.updatesPerEpoch()),
                task.budgetEpochs(),
                task.chanceLoss() * (1 + replicate / 1e3),
                task.chanceLoss() * (epochs.isPresent() ? 0.04 : 1),
                0,
                1,
                1 + replicate / 1e3,
                0.9,
                id + " before",
                id + " after");
    }

    private static Environment environment() {
        return new Environment(
                "made up",
                "made up",
                1,
                1,
                List.of(),
                1,
                Map.of(),
                "made up",
                "made up",
                Double.NaN,
                "made up",
                "made up",
                List.of(),
                Version.current(),
                "unknown",
                false,
                "made up",
                "made up",
                "made up",
                Map.of(),
                Map.of(),
                "made up",
                Map.of(),
                "2026-01-01T00:00:00Z",
                Map.of());
    }
}
