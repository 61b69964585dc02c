package org.initbench.task;

import org.apache.commons.rng.sampling.PermutationSampler;
import org.initbench.common.Streams;

/**
 * The order in which a replicate sees the training samples: a function of (seed, task, replicate, epoch), equal in every
 * cell.
 */
@FunctionalInterface
public interface DataOrder {

    /**
     * A permutation of the training samples' indices.
     *
     * @param replicate number of the replicate
     * @param epoch number of the epoch, from 0
     * @param samples number of training samples
     */
    int[] permutation(int replicate, int epoch, int samples);

    /**
     * A fresh uniform permutation in every epoch.
     *
     * @param seed the study's seed
     * @param task name of the task
     */
    static DataOrder shuffled(long seed, String task) {
        return (replicate, epoch, samples) -> {
            int[] order = PermutationSampler.natural(samples);
            PermutationSampler.shuffle(Streams.of(seed, task, replicate, "order", epoch), order);
            return order;
        };
    }

    /** The samples as they are, in every epoch: the order of full-batch tasks. */
    static DataOrder natural() {
        return (replicate, epoch, samples) -> PermutationSampler.natural(samples);
    }
}
