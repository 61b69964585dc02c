package org.initbench.compare;

import java.util.List;

/**
 * A task in two bundles.
 *
 * @param task name of the task
 * @param bits how far its runs are equal to the bit
 * @param outcomes whether the same runs converge
 * @param epochs whether they take as many epochs
 * @param cells the same, start by start
 */
public record TaskAgreement(
        String task, RunAgreement bits, Outcomes outcomes, EpochRatio epochs, List<CellAgreement> cells) {

    public TaskAgreement {
        cells = List.copyOf(cells);
    }

    static TaskAgreement of(String task, List<RunPair> pairs, double margin, int intervals) {
        return new TaskAgreement(
                task,
                RunAgreement.of(pairs),
                Outcomes.of(pairs, intervals),
                EpochRatio.of(pairs, margin, intervals),
                CellAgreement.of(pairs));
    }

    TaskAgreement adjusted(double p) {
        return new TaskAgreement(task, bits, outcomes.adjusted(p), epochs, cells);
    }
}
