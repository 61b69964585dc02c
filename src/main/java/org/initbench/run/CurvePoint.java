package org.initbench.run;

/**
 * A point of a run's learning curve: a row of {@code curves.csv.gz}.
 *
 * @param runId the run
 * @param epoch epochs trained so far
 * @param loss loss on the evaluation samples
 * @param metric the task's metric
 */
public record CurvePoint(String runId, double epoch, double loss, double metric) {}
