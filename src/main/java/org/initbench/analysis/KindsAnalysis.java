package org.initbench.analysis;

import java.util.List;

/**
 * How kinds of networks differ, on the digits ladder: the same data, input scaling, threshold levels and optimizer throughout.
 *
 * @param best best scales, one a network, family and parametrization
 * @param leftOut networks whose best scale is only bounded, since the set of the best reaches the edge of what was run, or which have none
 * @param agreements how well the networks agree, of normal weights
 * @param samples bootstrap samples over replicates
 * @param answer the answer in sentences
 */
public record KindsAnalysis(
        List<KindBest> best, List<String> leftOut, List<Agreement> agreements, int samples, List<String> answer) {

    public KindsAnalysis {
        best = List.copyOf(best);
        leftOut = List.copyOf(leftOut);
        agreements = List.copyOf(agreements);
        answer = List.copyOf(answer);
    }
}
