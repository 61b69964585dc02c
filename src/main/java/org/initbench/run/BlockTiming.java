package org.initbench.run;

import java.util.List;

/**
 * What an epoch of one model cost on average while the study ran: the time of each block of replicates over the epochs that its models
 * were trained together.
 *
 * @param task name of the task
 * @param microseconds time per model and epoch of each block, positive, in the order in which the blocks ran
 */
public record BlockTiming(String task, List<Double> microseconds) {
    public BlockTiming {
        microseconds = List.copyOf(microseconds);
    }
}
