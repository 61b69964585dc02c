package org.initbench.run;

/**
 * What an epoch of one dense network costs, as JMH measured it.
 *
 * @param width units of a hidden layer
 * @param depth hidden layers
 * @param batch samples of a batch
 * @param stack models in the stack
 * @param microseconds mean time per model and epoch
 * @param error half width of JMH's 99.9 % interval; NaN if it could not be estimated
 */
public record CostTiming(int width, int depth, int batch, int stack, double microseconds, double error) {}
