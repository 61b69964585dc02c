package org.initbench.analysis;

/**
 * A p-value.
 *
 * @param value probability, if the two cells were exchangeable, of a difference at least as large, in either direction
 * @param exact whether every possibility was counted; else some were drawn at random
 * @param n pairs that it rests on; with none the value is 1
 */
record PValue(double value, boolean exact, int n) {}
