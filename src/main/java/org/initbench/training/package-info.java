/**
 * The engines. The stacked engine trains many models of one task together, as one batched program on ND4J's native CPU backend;
 * the reference engine trains them one by one in plain Java, by the interpreter of {@code reference}. What becomes of a run, when
 * it is looked at and what is written down of it is the same code for both.
 *
 * <p>The only package that imports {@code org.nd4j}. A model's result does not depend, to the last bit, on who shares its
 * stack, on the size of the stack, or on the number of worker threads.
 */
@NullMarked
package org.initbench.training;

import org.jspecify.annotations.NullMarked;
