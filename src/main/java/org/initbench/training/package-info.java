/**
 * The stacked engine: trains many models of one task together, as one batched program on ND4J's native CPU backend.
 *
 * <p>The only package that imports {@code org.nd4j}. A model's result does not depend, to the last bit, on who shares its
 * stack, on the size of the stack, or on the number of worker threads.
 */
@NullMarked
package org.initbench.training;

import org.jspecify.annotations.NullMarked;
