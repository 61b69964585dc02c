package org.initbench.analysis;

import java.util.List;
import org.initbench.run.ArmDescription;

/**
 * A start beside the plain random start that it differs from in one respect, at the same scale.
 *
 * @param task name of the task
 * @param question in what respect they differ
 * @param arm the start
 * @param copies other starts whose runs are the same as those of {@code arm}, for which it stands
 * @param reference the plain random start
 * @param n runs of the start
 * @param converged those that reached the headline level
 * @param referenceN runs of the reference
 * @param referenceConverged those that reached it
 * @param ratio expected epochs as a multiple of the reference's, paired by replicate, 95 % interval
 * @param verdict what the interval says
 */
public record StartContrast(
        String task,
        Question question,
        ArmDescription arm,
        List<ArmDescription> copies,
        ArmDescription reference,
        int n,
        int converged,
        int referenceN,
        int referenceConverged,
        Estimate ratio,
        Verdict verdict) {

    public StartContrast {
        copies = List.copyOf(copies);
    }

    /** In what respect two starts differ. */
    public enum Question {
        /** Weights of a rule that takes a standard deviation and draws no random numbers, against normal ones. */
        DISTINCT,
        /** One layer random and all others equal, against all layers random. */
        ONE_LAYER,
        /** Units that come in equal copies, against different ones. */
        DUPLICATED,
        /** The same random numbers in every layer, against different ones. */
        SAME_SEED
    }

    /** What the interval of a ratio of epochs says. */
    public enum Verdict {
        /** It lies within 0.8 and 1.25: equally long to within a quarter (two one-sided tests, each at 2.5 %). */
        ALIKE,
        /** It lies below 1. */
        FASTER,
        /** It lies above 1, or no run arrived and no other could. */
        SLOWER,
        /** Neither. */
        OPEN
    }
}
