package org.initbench.compare;

import java.util.List;
import org.initbench.compare.ScaleAgreement.Overlap;
import org.initbench.compare.VerdictAgreement.Relation;

/** What a comparison says as a whole, from the best to the worst. */
public enum Accord {
    /** Every common run is equal to the bit. */
    EQUAL,
    /** Nothing is shown to differ; on every task epochs are shown to be equivalent, and nearly all runs to end alike. */
    AGREES,
    /** Nothing is shown to differ; but on some task neither are epochs shown to be equivalent, or outcomes to be alike. */
    INCONCLUSIVE,
    /**
     * Beyond what may differ: one bundle is shown to converge more often, or more runs of a task to end differently than are tolerated,
     * or the epochs of a task to differ, or sets of best scales share no scale, or a claim is supported by one bundle and refuted by the
     * other. Each of the first four is found by chance alone in at most 5 % of comparisons.
     */
    DIFFERS;

    /**
     * The accord of two bundles.
     *
     * @param bits over all tasks
     * @param outcomes over all tasks
     */
    static Accord of(
            RunAgreement bits,
            Outcomes outcomes,
            List<TaskAgreement> tasks,
            List<ScaleAgreement> scales,
            List<VerdictAgreement> verdicts) {
        boolean differs = outcomes.differ()
                || tasks.stream()
                        .anyMatch(task ->
                                task.outcomes().differ() || task.outcomes().unlike())
                || tasks.stream().anyMatch(task -> task.epochs().verdict() == EpochVerdict.DIFFERENT)
                || scales.stream().anyMatch(scale -> scale.overlap() == Overlap.DISJOINT)
                || verdicts.stream().anyMatch(verdict -> verdict.relation() == Relation.OPPOSITE);
        if (differs) {
            return DIFFERS;
        }
        if (bits.allEqual()) {
            return EQUAL;
        }
        boolean shown = tasks.stream().anyMatch(task -> task.epochs().alike())
                && tasks.stream()
                        .allMatch(task -> task.epochs().verdict() != EpochVerdict.INCONCLUSIVE
                                && task.outcomes().alike());
        return shown ? AGREES : INCONCLUSIVE;
    }
}
