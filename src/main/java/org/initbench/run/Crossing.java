package org.initbench.run;

/**
 * The first epoch at which a run reached a threshold level: a row of {@code crossings.csv}.
 *
 * @param runId the run
 * @param level name of the threshold level
 * @param epoch updates made before the level was reached, divided by updates per epoch; 0 if reached before the first
 */
public record Crossing(String runId, String level, double epoch) {}
