/**
 * Initializers: rules that draw a layer's weights, at a scale.
 *
 * <p>Every draw starts from the same uniform numbers, derived from (seed, task, replicate, layer, parameter) and never from
 * the initializer or its scale, so that two cells of a study differ in nothing but what they are compared for. Pure Java,
 * strict arithmetic: the same seed gives the same weights to the last bit on every machine.
 */
@NullMarked
package org.initbench.init;

import org.jspecify.annotations.NullMarked;
