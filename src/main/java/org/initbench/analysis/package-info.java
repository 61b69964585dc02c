/**
 * Statistics of convergence: from the raw runs of a bundle to estimates, each with its interval, its n and its caveats.
 *
 * <p>Reads bundles and writes nothing; needs neither ND4J nor JMH.
 */
@NullMarked
package org.initbench.analysis;

import org.jspecify.annotations.NullMarked;
