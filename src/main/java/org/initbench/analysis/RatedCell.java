package org.initbench.analysis;

import org.initbench.run.RateKind;

/**
 * A cell at a learning rate that is not the task's own.
 *
 * @param rule where the rate comes from
 * @param factor the rate as a multiple of the task's own
 * @param learningRate the rate
 * @param summary its statistics; ratio and rating are against the fastest start of the same factor, or of the tuned ones
 */
public record RatedCell(RateKind rule, double factor, double learningRate, CellSummary summary) {

    /** The rule in words, as {@link RateSide#label}. */
    public String label() {
        return rule == RateKind.TUNED ? "tuned" : RateWords.rate(factor);
    }
}
