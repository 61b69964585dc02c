package org.initbench.hypothesis;

/** What the first arm of a hypothesis is compared with. */
public sealed interface Opponent permits Arm, Best {}
