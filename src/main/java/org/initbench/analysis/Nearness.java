package org.initbench.analysis;

/**
 * Whether, among the runs of one cell, those that learned faster had begun nearer to their end: Spearman's rank correlation of the
 * epochs with other columns, averaged over the cells of a task.
 *
 * <p>The interval is Fisher's on atanh ρ with the standard error 1.03/√(n − 3) (Fieller, Hartley and Pearson, Biometrika 44, 1957),
 * n being the number of replicates: all cells share their random numbers, so that ten cells count as one.
 *
 * @param task name of the task
 * @param cells cells of random starts in which at least {@value Nearnesses#RUNS} runs converged, not all after the same time
 * @param distance with the distance between start and end; above 0: the faster a run, the shorter its way
 * @param initialLoss with the loss before the first update; above 0: the faster a run, the lower its loss had been
 * @param signsKept with the share of weights that kept their sign; below 0: the faster a run, the more signs were right
 */
public record Nearness(String task, int cells, Estimate distance, Estimate initialLoss, Estimate signsKept) {}
