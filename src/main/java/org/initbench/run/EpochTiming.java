package org.initbench.run;

/**
 * What an epoch of one model costs, as JMH measured it.
 *
 * @param task name of the task
 * @param stackSize models in the stack
 * @param microseconds mean time per model and epoch
 * @param error half width of JMH's 99.9 % interval; NaN if it could not be estimated
 * @param samples measurement iterations
 */
public record EpochTiming(String task, int stackSize, double microseconds, double error, int samples) {}
