/**
 * Two or more bundles of one study, run by run: do they agree to the bit, in their outcomes, in their epochs and in what they
 * conclude, what is different about the machines, and which one is faster?
 *
 * <p>The first bundle is what every other is compared with. Only runs with equal identities are compared, hence the same task,
 * start, data order and random numbers.
 */
@NullMarked
package org.initbench.compare;

import org.jspecify.annotations.NullMarked;
