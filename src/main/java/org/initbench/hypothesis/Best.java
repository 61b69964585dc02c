package org.initbench.hypothesis;

import org.jspecify.annotations.Nullable;

/**
 * The best start of the task, whichever it is.
 *
 * @param initializer only scales of this initializer are candidates; null for every start at the task's own learning rate
 */
public record Best(@Nullable String initializer) implements Opponent {}
