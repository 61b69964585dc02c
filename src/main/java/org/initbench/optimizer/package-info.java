/** Optimizers: what is done with a gradient. */
@NullMarked
package org.initbench.optimizer;

import org.jspecify.annotations.NullMarked;
