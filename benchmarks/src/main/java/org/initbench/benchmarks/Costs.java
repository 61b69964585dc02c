package org.initbench.benchmarks;

import org.initbench.run.ResolvedStudy;
import org.initbench.task.LayerDescription;
import org.initbench.task.TaskDescription;

/**
 * What work is expected to cost, in seconds on an ordinary machine: good enough to weigh one task against another in the
 * remaining time that is shown.
 */
final class Costs {

    /** A timing by JMH: a fork, warm-up and measurement. */
    static final double OF_TIMING = 4.5;

    private static final double FORK_SECONDS = 1.0;
    private static final double SECONDS_PER_FLOP = 1e-10;
    private static final double SECONDS_PER_LAYER_UPDATE = 0.4e-6;
    private static final double SHARE_OF_BUDGET = 0.7;

    private Costs() {}

    /** A block of a task: every worker trains the arms of its replicates. */
    static double ofBlock(ResolvedStudy study, TaskDescription task) {
        double updates = SHARE_OF_BUDGET * task.budgetEpochs() * task.updatesPerEpoch();
        double flops = 0;
        for (LayerDescription layer : task.layers()) {
            flops += 6.0 * layer.fanIn() * layer.fanOut() * task.batchSize();
        }
        double perUpdate = SECONDS_PER_LAYER_UPDATE * task.layers().size() + SECONDS_PER_FLOP * flops;
        double models = (double) study.arms().size() * study.stackReplicates();
        return FORK_SECONDS / 5 + models * updates * perUpdate;
    }
}
