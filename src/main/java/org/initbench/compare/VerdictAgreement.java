package org.initbench.compare;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.initbench.analysis.ClaimVerdict;
import org.initbench.analysis.Verdict;

/**
 * The verdict on one claim in two bundles.
 *
 * @param id name of the hypothesis
 * @param claim the answer that is judged
 * @param first the verdict of the first bundle
 * @param second the verdict of the second
 * @param relation how the two lie to each other
 */
public record VerdictAgreement(String id, String claim, Verdict first, Verdict second, Relation relation) {

    /** How two verdicts lie to each other. */
    public enum Relation {
        /** The same in both. */
        SAME,
        /** Not the same, yet one does not contradict the other: one is undecided, or depends on the task. */
        COMPATIBLE,
        /** Supported in one, refuted in the other. */
        OPPOSITE
    }

    /** Every claim that both bundles judge by the same margin, in the order of the first. */
    static List<VerdictAgreement> of(List<ClaimVerdict> first, List<ClaimVerdict> second) {
        List<VerdictAgreement> agreements = new ArrayList<>();
        for (ClaimVerdict a : first) {
            second.stream()
                    .filter(b -> b.id().equals(a.id()) && b.claim().equals(a.claim()) && b.margin() == a.margin())
                    .findFirst()
                    .ifPresent(b -> agreements.add(new VerdictAgreement(
                            a.id(), a.claim(), a.verdict(), b.verdict(), relation(a.verdict(), b.verdict()))));
        }
        return agreements;
    }

    private static Relation relation(Verdict a, Verdict b) {
        if (a == b) {
            return Relation.SAME;
        }
        return EnumSet.of(a, b).equals(EnumSet.of(Verdict.SUPPORTED, Verdict.REFUTED))
                ? Relation.OPPOSITE
                : Relation.COMPATIBLE;
    }
}
