/**
 * Networks: layers, their parameters, and what they compute, written once and interpreted by whoever trains or checks them.
 *
 * <p>A {@link org.initbench.network.Layer} says with {@link org.initbench.network.Operations} what it computes; the stacked
 * engine, and every oracle that checks it, is one implementation of these operations.
 */
@NullMarked
package org.initbench.network;

import org.jspecify.annotations.NullMarked;
