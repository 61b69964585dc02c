package org.initbench.analysis;

/**
 * An effect with a simultaneous interval.
 *
 * @param limits the effect between its limits
 * @param n replicates that it rests on
 * @param exact whether both arms have one possible result, so that there is no doubt and nothing to repeat
 */
record Effect(Limits limits, int n, boolean exact) {}
