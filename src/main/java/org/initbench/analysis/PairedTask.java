package org.initbench.analysis;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * Two starts on one task, paired by replicate, with p-values adjusted for the number of tasks (Holm).
 *
 * @param task the task
 * @param pairs shared replicates
 * @param bothConverged pairs whose runs both converged
 * @param onlyFirst pairs in which only the first start's run did
 * @param onlySecond pairs in which only the second start's run did
 * @param difference mean over pairs of the difference of min(T, B), first less second, in epochs
 * @param ratio Hodges–Lehmann ratio of epochs, first over second, among the pairs whose runs both converged
 * @param superiority probability that a run of the first start takes fewer epochs than one of the second, ties counted half
 *     (Vargha and Delaney's A12; a failure takes longer than any success)
 * @param time p-value of the sign-flip permutation test of min(T, B), two-sided
 * @param convergence p-value of McNemar's exact test of the shares that converged, two-sided
 * @param equivalence p-value of the two one-sided tests that the ratio lies within the margin
 * @param finding what they say at 5 %
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PairedTask(
        String task,
        int pairs,
        int bothConverged,
        int onlyFirst,
        int onlySecond,
        double difference,
        Estimate ratio,
        double superiority,
        Adjusted time,
        Adjusted convergence,
        Adjusted equivalence,
        Finding finding) {

    /** Error rate that the findings of all tasks keep together. */
    static final double LEVEL = 0.05;

    /**
     * A p-value of a family.
     *
     * @param p the test's own
     * @param holm adjusted for the family by Holm's step-down procedure
     */
    public record Adjusted(double p, double holm) {
        boolean significant() {
            return holm <= LEVEL;
        }
    }

    /** What is shown of two starts; nothing is shown by a difference that was not found. */
    public enum Finding {
        /** The first takes fewer epochs. */
        FIRST_FASTER,
        /** The second takes fewer epochs. */
        SECOND_FASTER,
        /** All pairs converged, and the ratio lies within the margin: what difference there is does not matter. */
        EQUIVALENT,
        /** Neither. */
        OPEN
    }

    static PairedTask of(
            String task, PairedComparison compared, Adjusted time, Adjusted convergence, Adjusted equivalence) {
        return new PairedTask(
                task,
                compared.pairs(),
                compared.bothConverged(),
                compared.onlyFirst(),
                compared.onlySecond(),
                compared.difference(),
                compared.ratio(),
                compared.superiority(),
                time,
                convergence,
                equivalence,
                finding(compared, time, equivalence));
    }

    private static Finding finding(PairedComparison compared, Adjusted time, Adjusted equivalence) {
        if (equivalence.significant() && compared.bothConverged() == compared.pairs()) {
            return Finding.EQUIVALENT;
        }
        if (!time.significant()) {
            return Finding.OPEN;
        }
        return compared.difference() < 0 ? Finding.FIRST_FASTER : Finding.SECOND_FASTER;
    }
}
