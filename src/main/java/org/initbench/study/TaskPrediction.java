package org.initbench.study;

/**
 * What training the cells of one task is expected to take.
 *
 * @param task name of the task
 * @param cells initializers at their scales that can start the task's network
 * @param models networks that are trained
 * @param stackSize most models of a stack
 * @param blocks blocks of replicates
 * @param seconds time of all blocks
 * @param memoryBytes native memory of the stacks that are trained at the same time
 */
public record TaskPrediction(
        String task, int cells, int models, int stackSize, int blocks, double seconds, long memoryBytes) {}
