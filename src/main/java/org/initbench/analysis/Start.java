package org.initbench.analysis;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.initbench.run.RunRecord;

/**
 * A start that was run on a task.
 *
 * @param sample epochs to the headline level, for ratios
 * @param weights by replicate, the digest of the initial weights and the learning rate; replicates whose digest is not known are left out
 */
record Start(Sample sample, Map<Integer, String> weights) {

    Start {
        weights = Map.copyOf(weights);
    }

    static Start of(Cell cell) {
        Map<Integer, String> weights = new HashMap<>();
        for (RunRecord run : cell.runs()) {
            if (!run.initialDigest().isEmpty()) {
                weights.put(run.replicate(), run.initialDigest() + " at " + run.learningRate());
            }
        }
        return new Start(cell.comparable(), weights);
    }

    /** Whether two starts of one task begin, in every replicate that both have, with the same weights at the same learning rate. */
    boolean same(Start other) {
        Set<Integer> shared = new HashSet<>(weights.keySet());
        shared.retainAll(other.weights.keySet());
        return !shared.isEmpty() && shared.stream().allMatch(r -> Objects.equals(weights.get(r), other.weights.get(r)));
    }
}
