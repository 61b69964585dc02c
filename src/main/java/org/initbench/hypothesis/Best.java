package org.initbench.hypothesis;

import org.jspecify.annotations.Nullable;

/**
 * The best start of the task, chosen on other replicates than those it is compared on.
 *
 * @param initializer only scales of this initializer are candidates; null for every start at the task's own learning rate
 */
public record Best(@Nullable String initializer) implements Opponent {}
