/**
 * The reference interpreter: what networks compute, their derivatives and their training, by plain loops, in double or in single
 * precision.
 *
 * <p>One model at a time, term by term in a fixed order and in {@link java.lang.StrictMath}: slow, and equal to the last bit on
 * every machine and in every Java from 17 on, whose arithmetic is strict. It interprets the same definitions of {@code network}
 * and {@code optimizer} as the stacked engine, and shares none of its code.
 *
 * <p>A number of single precision is held in a {@code double} and every result is rounded to the nearest {@code float}. For one
 * sum, difference, product, quotient or square root that is what arithmetic on {@code float} gives, because 53 binary digits are
 * at least 2·24 + 2 (Figueroa 1995).
 */
@NullMarked
package org.initbench.reference;

import org.jspecify.annotations.NullMarked;
