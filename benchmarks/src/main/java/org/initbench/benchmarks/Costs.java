package org.initbench.benchmarks;

import org.initbench.run.ArmDescription;
import org.initbench.run.ResolvedStudy;
import org.initbench.study.Tuner;
import org.initbench.task.LayerDescription;
import org.initbench.task.MatrixDescription;
import org.initbench.task.TaskDescription;

/**
 * What work is expected to cost, in seconds on an ordinary machine: good enough to weigh one task against another in the
 * remaining time that is shown.
 */
final class Costs {

    /** A timing by JMH: a fork, warm-up and measurement. */
    static final double OF_TIMING = 5;

    /** A fork that loads the native libraries. */
    static final double OF_FORK = 2;

    private static final double SECONDS_PER_FLOP = 1e-10;
    private static final double SECONDS_PER_LAYER_UPDATE = 0.8e-6;
    private static final double SHARE_OF_BUDGET = 0.7;
    private static final double EVALUATIONS = 150;

    private Costs() {}

    /** A block of a task: every worker trains the arms of its replicates. */
    static double ofBlock(ResolvedStudy study, TaskDescription task) {
        double models = (double) study.armsOf(task.name()).size() * study.stackReplicates();
        return models * ofModel(task);
    }

    /** The tuning of a task's learning rates, by all workers; 0 if none is tuned. */
    static double ofTuning(ResolvedStudy study, TaskDescription task) {
        double models = 0;
        for (ArmDescription arm : study.tunedArmsOf(task.name())) {
            models += study.tuningOf(task.name(), arm.initializer())
                    .map(tuning -> Tuner.models(task, arm, tuning))
                    .orElse(0);
        }
        return models / study.workers() * ofModel(task);
    }

    private static double ofModel(TaskDescription task) {
        double updates = SHARE_OF_BUDGET * task.budgetEpochs() * task.updatesPerEpoch();
        double flops = flops(task);
        double perUpdate =
                SECONDS_PER_LAYER_UPDATE * task.layers().size() + SECONDS_PER_FLOP * 3 * flops * task.batchSize();
        double evaluations = task.fullBatch() ? 0 : EVALUATIONS * SECONDS_PER_FLOP * flops * task.evaluationSamples();
        return updates * perUpdate + evaluations;
    }

    /** Of one sample, forward: each matrix is multiplied with every position before or behind its layer, whichever are more. */
    static double flops(TaskDescription task) {
        double flops = 0;
        int before = positions(task.input());
        for (LayerDescription layer : task.layers()) {
            int behind = positions(layer.output());
            int positions = layer.kind().equals("dense") ? 1 : Math.max(before, behind);
            for (MatrixDescription matrix : layer.matrices()) {
                flops += 2.0 * positions * matrix.units() * matrix.inputs();
            }
            before = behind;
        }
        return flops;
    }

    /** Positions of a shape: 64 of {@code 8x8x3}, 1 of {@code 10}. */
    private static int positions(String shape) {
        int positions = 1;
        for (String extent :
                shape.substring(0, Math.max(0, shape.lastIndexOf('x'))).split("x", -1)) {
            positions *= extent.isEmpty() ? 1 : Integer.parseInt(extent);
        }
        return positions;
    }
}
